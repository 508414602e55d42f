import type { Instant } from '@rettidig/event-sourcing';
import type { CalendarMethod } from './mailer.js';

/** When something is: at known instants, or on a day of which nobody has said the time. */
export type CalendarTime =
  | { readonly startsAt: Instant; readonly endsAt: Instant | null }
  /** YYYY-MM-DD. */
  | { readonly on: string };

/** One entry of a calendar. Several versions of the same have the same `uid` and a rising `sequence`. */
export interface CalendarEntry {
  /** Never changes: calendars find the entry by it that they are to change or to remove. */
  readonly uid: string;
  /** Rises with every change. */
  readonly sequence: number;
  /** When this version of it was recorded: from the log, so that the same entry is the same bytes. */
  readonly stampedAt: Instant;
  readonly when: CalendarTime;
  readonly summary: string;
  readonly description?: string;
  readonly url?: string;
  /** It will not be. */
  readonly isCancelled?: boolean;
}

export interface CalendarPerson {
  readonly name: string;
  readonly address: string;
}

/** A meeting that somebody is asked to, told of, or told not to come to. */
export interface CalendarMeeting extends CalendarEntry {
  readonly method: CalendarMethod;
  readonly organizer: CalendarPerson;
}

/** Who is asked or told. */
export interface CalendarAttendee {
  readonly address: string;
}

/** The calendar of a person, which calendar programs fetch again and again. */
export interface CalendarFeed {
  /** Shown by the program beside the entries. */
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
  /** How often a program is asked to look, in minutes. */
  readonly refreshMinutes: number;
}
