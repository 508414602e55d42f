import type { Decider, EffectEvent } from '@rettidig/event-sourcing';
import { effectLog } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import type { MailAbout } from './due.types.js';
import { SEND_MAIL } from './sending/windows.js';

/** One mail to one person, as far as others are told of how it ended. */
export interface MailStory {
  readonly to: string;
  /** The kinds of what it told. */
  readonly kinds: readonly string[];
  /** The day on which it was given up, whether the mail server refused it or it could not be written; null unless it was. */
  readonly failedOn: LocalDate | null;
}

/** The streams of effects, read as mails; undefined for an effect that is none. */
export const mailStory: Decider<MailStory | undefined, EffectEvent> = {
  category: effectLog.category,
  initial: undefined,
  evolve: {
    EffectClaimed: (mail, { effect, about }) => (effect === SEND_MAIL ? claimed(about as unknown as MailAbout) : mail),
    EffectDone: (mail) => mail,
    EffectFailed: (mail, { isFinal }, { recordedAt }) =>
      mail && isFinal ? { ...mail, failedOn: dayOf(recordedAt) } : mail,
    EffectPostponed: (mail) => mail,
    EffectSkipped: (mail) => mail,
    EffectRetried: (mail) => mail && { ...mail, failedOn: null },
  },
};

const claimed = ({ to, items }: MailAbout): MailStory => ({
  to,
  kinds: [...new Set(items.map(({ kind }) => kind))],
  failedOn: null,
});
