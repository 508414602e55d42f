import {
  effectLog,
  effectStreamOf,
  evolve,
  PerhapsDone,
  SYSTEM,
  TryLater,
  type CheckContext,
  type DueEffect,
  type Effect,
  type EffectEvent,
  type EffectRun,
  type EffectState,
  type EffectsEngine,
  type PrivateStore,
} from '@rettidig/event-sourcing';
import { MailPutOff, MailRefused, type Mailer } from '@rettidig/mail';
import { calendarIn } from '@rettidig/rules';
import { dayOf } from '@rettidig/vocabulary';
import type { MailAbout } from '../due.types.js';
import type { RemindersReference } from '../kind.js';
import { whatIsLeft } from './check-mail.js';
import { contactsTogether } from './contacts-together.js';
import { findMails } from './find-mails.js';
import { Pace } from './pace.js';
import { Progress, type CountsWork } from './progress.js';
import { millisToRepeat } from './repeats.js';
import { isOver, SEND_MAIL } from './windows.js';
import { writtenMail, type MailPlaces } from './write-mail.js';

/** So often a mail is put off, at the longest pause four times an hour, before that counts as a failure: ten days. */
const PATIENCE = 960;
/** A server may take its time to look at a mail. */
const TIMEOUT_MS = 120_000;

/** What mails are sent with. */
export interface MailTools {
  readonly engine: Pick<EffectsEngine, 'queryContext'> & {
    readonly checkContext: () => CheckContext;
    readonly works: CountsWork;
  };
  readonly privateStore: PrivateStore;
  readonly mailer: Mailer;
}

/** What a municipality said once about its mails. */
export interface MailSettings extends MailPlaces {
  /** Mails a minute, of one process. */
  readonly perMinute: number;
}

/**
 * Sends reminders. What is due for one person in one window is one mail. Right before it goes out, each of its items is
 * asked for again, and the claim in the log holds exactly what is sent.
 */
export function sendMail(
  { engine, privateStore, mailer }: MailTools,
  settings: MailSettings,
): Effect<RemindersReference> {
  const pace = new Pace(settings.perMinute, () => mailer.status());
  const progress = new Progress(() => engine.works, SEND_MAIL);
  const contactsOf = contactsTogether((ids) => privateStore.contacts(ids));
  let outOfReach = 0;
  return {
    name: SEND_MAIL,
    every: '* * * * *',
    patience: PATIENCE,
    timeout: TIMEOUT_MS,
    due: async (context) => {
      const found = await findMails(context, contactsOf);
      outOfReach = found.outOfReach;
      return progress.found(found.mails);
    },
    reachesNobody: () => outOfReach,
    check: async (due, context) => {
      const mail = due.about as unknown as MailAbout;
      if (isOver(mail.window, dayOf(context.now), dayOf)) {
        if (!(await mayHaveBeenSent(due, context))) return progress.ended(due.key, 'overtaken' as const);
        const { ruleBook } = await context.reference();
        const waits = millisToRepeat(mail, calendarIn(ruleBook), context.now);
        if (waits > 0) throw new TryLater('mail.waits', waits / 1000);
      }
      const wait = pace.wait({ key: due.key, isUrgent: mail.lane === 'urgent', now: Date.parse(context.now) });
      if (wait > 0) throw new TryLater('mail.waits', wait / 1000);
      const left = await whatIsLeft(mail, context, contactsOf);
      return typeof left === 'string' ? progress.ended(due.key, left) : left;
    },
    perform: async (due, run) => {
      const message = await written(due, run);
      try {
        const { answer } = await mailer.send(message);
        return progress.ended(due.key, answer === '' ? 'sent' : answer);
      } catch (error) {
        if (error instanceof MailRefused) progress.ended(due.key, error);
        if (!(error instanceof MailPutOff) || !error.mayHaveBeenTaken) throw error;
        throw new PerhapsDone(error.retryAfterSeconds, error.code);
      }
    },
  };

  async function written(due: DueEffect, { id: mailId, isRepeat }: EffectRun) {
    const mail = due.about as unknown as MailAbout;
    const context = engine.checkContext() as CheckContext<RemindersReference>;
    // As new as what it was looked at with right before, or newer.
    const { reference, views } = engine.queryContext(SYSTEM, 'da');
    return writtenMail(
      { mail, mailId, isRepeat },
      { context, reference: reference as RemindersReference, views, privateStore, contactsOf, settings },
    );
  }
}

/**
 * Whether a run of it began and nobody knows how it ended: then it is sent once more under its own name, and nothing of it
 * goes with the mail of another day.
 */
async function mayHaveBeenSent({ key }: DueEffect, { readStream }: CheckContext): Promise<boolean> {
  const events = await readStream<EffectEvent>(effectStreamOf(SEND_MAIL, key));
  const state = events.reduce<EffectState>((before, event) => evolve(effectLog, before, event), effectLog.initial);
  return state.phase === 'claimed' || state.isUncertain;
}
