import { stopwatch, type Clock } from '@rettidig/event-sourcing';
import { type Mailer, OutboxMailer, SmtpMailer } from '@rettidig/mail';
import { NOBODY, type MailConfig } from '../config/config.js';
import { dataFiles } from '../engine/data-folder.js';
import type { RunningEngine } from '../engine/open-engine.js';

/** Where mail goes, who it is from, and where its links lead. */
export type MailSettings = Pick<MailConfig, 'server' | 'from'> & Partial<Pick<MailConfig, 'publicUrl'>>;

/** How long letting go may take, and how long it is waited for mails that are on their way even then, in milliseconds. */
const CLOSE_MS = 9000;
const LEAST_MS = 100;

/** What hands mail over: to the server that is named, or into the outbox of the data folder. */
export function openMailer(mail: MailSettings | undefined, dataDir: string, clock: Clock): Mailer {
  const { server, from } = mail ?? { server: null, from: NOBODY };
  if (server === null) return new OutboxMailer({ folder: dataFiles(dataDir).outbox, from, clock });
  const mailer = new SmtpMailer({ server, from, clock });
  // Whoever set it wrongly is told at once, and not when the first mail is due.
  void mailer.check();
  return mailer;
}

/** An engine that lets go of mail last: until then somebody may be sending. */
export const withMailer = (running: RunningEngine, mailer: Mailer): RunningEngine => ({
  ...running,
  close: async (milliseconds = CLOSE_MS) => {
    const took = stopwatch();
    await running.close(milliseconds);
    await mailer.close(Math.max(LEAST_MS, milliseconds - took()));
  },
});
