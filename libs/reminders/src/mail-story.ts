import type { Decider, EffectEvent } from '@rettidig/event-sourcing';
import { effectLog } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import type { MailAbout } from './due.types.js';
import { SEND_MAIL } from './sending/windows.js';

/** What the mail server answers when it takes no mail for a receiver, now or later. */
export const REFUSED = 'mail.refused';

/** One mail to one person, as far as others are told of how it ended. */
export interface MailStory {
  readonly to: string;
  /** The kinds of what it told. */
  readonly kinds: readonly string[];
  /** The day on which the mail server refused it for good; null unless it did. */
  readonly refusedOn: LocalDate | null;
}

/** The streams of effects, read as mails; undefined for an effect that is none. */
export const mailStory: Decider<MailStory | undefined, EffectEvent> = {
  category: effectLog.category,
  initial: undefined,
  evolve: {
    EffectClaimed: (mail, { effect, about }) => (effect === SEND_MAIL ? claimed(about as unknown as MailAbout) : mail),
    EffectDone: (mail) => mail,
    EffectFailed: (mail, { error, isFinal }, { recordedAt }) =>
      mail && isFinal && error === REFUSED ? { ...mail, refusedOn: dayOf(recordedAt) } : mail,
    EffectPostponed: (mail) => mail,
    EffectSkipped: (mail) => mail,
    EffectRetried: (mail) => mail && { ...mail, refusedOn: null },
  },
};

const claimed = ({ to, items }: MailAbout): MailStory => ({
  to,
  kinds: [...new Set(items.map(({ kind }) => kind))],
  refusedOn: null,
});
