import type { Text } from '@rettidig/event-sourcing';

/**
 * What a text can be filled in with, as the reader calls it. None of it is a text that somebody wrote: names of units and
 * committees, numbers, days, and the words of this file's neighbours.
 */
export const placeholders = [
  /** `2026-0143`. */
  'number',
  /** The kind of the case: `Ændret organisering`. */
  'kind',
  'unit',
  'committee',
  /** The day that it is about: `onsdag den 2. december 2026 (uge 49)`. */
  'day',
  /** A second day: before which a review must be held, to which a meeting was moved, on which one was held. */
  'on',
  /** The day that it was before. */
  'from',
  /** The day of the meeting that it is about. */
  'meetingDay',
  /** From when to when that meeting is: `kl. 10.00–12.00`. */
  'time',
  /** Who decides, where that is known: ` i Socialudvalget`; with the space before it. */
  'body',
  /** Of a reminder that may be about a case or not: ` om sag 2026-0143`; with the space before it. */
  'ofCase',
  'person',
  /** A month or a quarter: `2026-05`. */
  'period',
] as const;

export type Placeholder = (typeof placeholders)[number];

/** What is said of one thing. Placeholders stand in braces. */
export interface Said {
  /** What, by when, for whom; no full stop. */
  readonly subject: Text;
  /** The same as one or two sentences: the first thing that is read. */
  readonly lead: Text;
}

/** How a kind of reminder speaks. */
export interface KindText extends Said {
  /** What it is called where it is explained why somebody gets it. */
  readonly name: Text;
  /** Where the day has passed. */
  readonly past?: Said;
  /** By the code of what it is about, where a kind knows several. */
  readonly variants?: Readonly<Record<string, Said>>;
  /** What is to be done, or can be; a municipality can say it in its own words. */
  readonly todo: Text;
  /** What the day is called in the list of facts. */
  readonly dayLabel: Text;
  /** Several of them are a list under one title, with a line for each and nothing more. */
  readonly listed?: { readonly title: Text; readonly line: Text };
  /** Something must be done by the day; else the day is that on which something happened. */
  readonly isDeadline?: true;
  /** What page it leads to. */
  readonly page: 'case' | 'meeting' | 'minutes' | 'followUp' | 'question' | 'seat' | 'screening' | 'receiver';
}
