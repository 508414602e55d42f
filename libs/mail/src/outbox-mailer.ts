import type { Clock } from '@rettidig/event-sourcing';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MailMessage, Mailer, type MailerStatus } from './mailer.js';
import { mimeOf, type MailSender } from './mime.js';
import { idOfMail, nameOf, readName } from './outbox.names.js';
import { putOff } from './smtp-errors.js';

export interface OutboxOptions {
  readonly folder: string;
  readonly from: MailSender;
  readonly clock: Clock;
}

/** Puts each mail into a folder, as the bytes that a server would get, for people to look at. One process writes there. */
export class OutboxMailer extends Mailer {
  /** How many copies of each mail there are; read from the folder when it is first used. */
  private copies: Promise<Map<string, number>> | undefined;
  private trouble: 'mail.outbox-unwritable' | null = null;
  private readonly underway = new Set<Promise<unknown>>();
  private closed = false;

  constructor(private readonly options: OutboxOptions) {
    super();
  }

  async send(message: MailMessage): Promise<{ readonly answer: string }> {
    if (this.closed) throw putOff('mail.closed');
    const at = this.options.clock.now();
    const bytes = await mimeOf(message, this.options.from, at);
    const writing = this.write(idOfMail(message.messageId), at, bytes);
    this.underway.add(writing);
    try {
      const answer = await writing;
      this.trouble = null;
      return { answer };
    } catch {
      this.trouble = 'mail.outbox-unwritable';
      throw putOff(this.trouble);
    } finally {
      this.underway.delete(writing);
    }
  }

  status(): MailerStatus {
    return { trouble: this.trouble };
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.underway);
  }

  /** Whole or not at all, and never over another one. */
  private async write(id: string, at: string, bytes: Buffer): Promise<string> {
    const copies = await this.known();
    const copy = (copies.get(id) ?? 0) + 1;
    copies.set(id, copy);
    const name = nameOf(at, id, copy);
    const unfinished = join(this.options.folder, `.${name}.tmp`);
    try {
      await writeFile(unfinished, bytes, { mode: 0o600 });
      await rename(unfinished, join(this.options.folder, name));
    } catch (error) {
      copies.set(id, copy - 1);
      await rm(unfinished, { force: true });
      throw error;
    }
    return name;
  }

  private async known(): Promise<Map<string, number>> {
    this.copies ??= copiesIn(this.options.folder);
    try {
      return await this.copies;
    } catch (error) {
      this.copies = undefined;
      throw error;
    }
  }
}

async function copiesIn(folder: string): Promise<Map<string, number>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const copies = new Map<string, number>();
  for (const name of await readdir(folder)) {
    const known = readName(name);
    if (known) copies.set(known.id, Math.max(copies.get(known.id) ?? 0, known.copy));
    // What a process that ended in the middle left behind.
    else if (name.endsWith('.eml.tmp')) await rm(join(folder, name), { force: true });
  }
  return copies;
}
