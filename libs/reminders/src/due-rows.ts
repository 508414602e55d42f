import type { Calendar } from '@rettidig/calendar';
import type { ViewReader } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import type { Step } from './kind.js';
import type { OccasionRow } from './projections/occasions.js';
import { maxAnchor, rankOf } from './steps.js';

/** An open occasion with what a mail says of its case. */
export interface DueRow extends Pick<
  OccasionRow,
  'stream' | 'item' | 'anchor' | 'armed' | 'armed_at' | 'opened_at' | 'about'
> {
  readonly number: string | null;
}

/** The ranks up to which people were told of open occasions of a kind: few, so that each is found in the index. */
const RANKS = `with recursive rank (told) as (
    select min(told) from {occasion} where is_open = 1 and kind = :kind
    union all
    select (select min(told) from {occasion} where is_open = 1 and kind = :kind and told > rank.told)
      from rank where rank.told is not null
  ) select told from rank where told is not null`;

const DUE = `select occasion.stream, item, anchor, armed, armed_at, opened_at, about, number from {occasion} as occasion
    join {subject} as subject on subject.stream = occasion.stream
  where occasion.is_open = 1 and occasion.kind = :kind and occasion.told = :told and occasion.anchor <= :anchor
    and occasion.until > :today`;

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
      .filter(({ offset }) => rankOf(offset) > told)
      .map(({ offset }) => maxAnchor(calendar, offset, today));
    const anchor = anchors.sort().at(-1);
    return anchor === undefined ? [] : view.all<DueRow>(DUE, { kind, told, anchor, today });
  });
}
