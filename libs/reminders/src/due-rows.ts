import type { Calendar } from '@rettidig/calendar';
import type { ViewReader } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import type { Step } from './kind.js';
import type { OccasionRow } from './projections/occasion-rows.js';
import { maxAnchor, offsetAfter } from './steps.js';

/** An open occasion, as the sweep reads it. */
export type DueRow = Pick<
  OccasionRow,
  'stream' | 'number' | 'item' | 'anchor' | 'armed' | 'armed_at' | 'opened_at' | 'about'
>;

// The index is named: statistics that SQLite took of a view with a few rows would have it read all of them for ever.

/** The ranks up to which people were told of open occasions of a kind: few, so that each is found in the index. */
export const RANKS = `with recursive rank (told) as (
    select min(told) from {occasion} indexed by {occasion_due} where is_open = 1 and kind = :kind
    union all
    select (select min(told) from {occasion} indexed by {occasion_due} where is_open = 1 and kind = :kind and told > rank.told)
      from rank where rank.told is not null
  ) select told from rank where told is not null`;

export const DUE = `select stream, item, anchor, armed, armed_at, opened_at, about, number from {occasion} indexed by {occasion_due}
  where is_open = 1 and kind = :kind and told = :told and anchor <= :anchor and until > :today`;

/** A kind on a day. */
export interface DueOfKind {
  readonly kind: string;
  readonly steps: readonly Step[];
  readonly calendar: Calendar;
  readonly today: LocalDate;
}

/** Occasions of a kind that have a step that has come and that not everybody was told of. */
export function dueRows(view: ViewReader, { kind, steps, calendar, today }: DueOfKind): DueRow[] {
  return view.all<{ told: number }>(RANKS, { kind }).flatMap(({ told }) => {
    const anchors = steps
      .flatMap((step) => offsetAfter(step, told) ?? [])
      .map((offset) => maxAnchor(calendar, offset, today));
    const anchor = anchors.sort().at(-1);
    return anchor === undefined ? [] : view.all<DueRow>(DUE, { kind, told, anchor, today });
  });
}
