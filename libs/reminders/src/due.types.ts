import type { Instant, ReadDatabase } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import type { Lane, OccasionAbout, ReceiverFunction, RemindersReference } from './kind.js';

/** One thing that people are reminded of once: ids, codes and dates only, so that it can stand in the log. */
export interface ReminderItem {
  /** Kind, item, step, the day that it is about, and how often that became another one. */
  readonly key: string;
  readonly kind: string;
  /** As `stepName` gives it. */
  readonly step: string;
  /** The stream from which it follows; of a kind that follows from reference data, the meeting, else nothing. */
  readonly subject: string | null;
  readonly item: string;
  readonly anchor: LocalDate;
  readonly armed: number;
  /** The day of the step. */
  readonly dueOn: LocalDate;
  /** Its day had passed when it was found due: what is sent says so. */
  readonly late: boolean;
  /** Its day had come when there was first something to remind of: late, and nobody's fault. */
  readonly plannedLate: boolean;
  readonly about: OccasionAbout;
  /** Of the case, `2026-0143`. */
  readonly number: string | null;
}

/** Where it is looked up what is due. */
export interface DueQuestion {
  readonly views: ReadDatabase;
  readonly reference: RemindersReference;
  readonly now: Instant;
}

/** What is to be told now, not yet by person. */
export interface DueItem {
  readonly item: ReminderItem;
  readonly lane: Lane;
  readonly to: readonly ReceiverFunction[];
  readonly escalates: boolean;
  /**
   * When its window opened, for what is told at once; those of one window go in one mail. Null: it goes with the morning
   * mail of today, either because it is dated, or because its window opened on another day or on a day off.
   */
  readonly window: Instant | null;
  /**
   * Persons who were told of the same item, at any step and of any day; of a change, those who were told of what was so
   * before it. Asked for only where a receiver hangs on it.
   */
  readonly toldBefore: readonly string[];
  /** Persons who know it already from a mail of another kind, or from before it came up anew. */
  readonly knownTo: readonly string[];
  /** The key of what is due as well and tells its receivers the same; null where nothing does. */
  readonly toldWith: string | null;
  /** Names of the steps before it that nobody was told of and that nobody will be. */
  readonly overtaken: readonly string[];
}

/** What its receivers are found with. */
export interface Asked extends Pick<DueItem, 'lane' | 'to' | 'escalates' | 'toldBefore'> {
  /** Persons whose mail about it was given up: somebody else is told in their place. */
  readonly refusedBy: readonly string[];
}

/** An item as its receiver reads of it. */
export interface MailItem extends ReminderItem {
  readonly as: readonly ReceiverFunction[];
  /** Persons whom the receiver stands in for. */
  readonly substituteFor: readonly string[];
  /** Told only because nobody who can be told has the function. */
  readonly fallback: boolean;
}

/** An item as a mail's claim records it. */
export interface ClaimedItem extends MailItem {
  readonly asked: Asked;
  /** Everybody who was to be told of it when it was claimed: once they all are, the next step is waited for. */
  readonly of: readonly string[];
  readonly overtaken: readonly string[];
}

/** What a mail's claim records. */
export interface MailAbout {
  readonly to: string;
  readonly lane: Lane;
  readonly window: string;
  readonly items: readonly ClaimedItem[];
  /** Items that it was due with and that were no longer to be told when it was sent, with why. */
  readonly dropped?: readonly { readonly key: string; readonly why: NotNow }[];
}

/** Why somebody is not told after all. */
export type NotNow =
  /** It was done, or is about another day now. */
  | 'no-longer-so'
  /** Another step of it has come, or another mail will tell of it. */
  | 'overtaken'
  /** Somebody else is to be told of it now. */
  | 'not-receiver'
  /** Its receiver unsubscribed from the like. */
  | 'not-wanted'
  /** Nobody knows an address. */
  | 'no-address';
