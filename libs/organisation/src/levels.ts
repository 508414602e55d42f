import type { LocalDate, Validity } from '@rettidig/vocabulary';
import { holdsOn } from '@rettidig/vocabulary';
import { historyOf } from './history.js';
import type { Organisation } from './organisation.js';
import type { CommitteeLevel } from './organisation.events.js';

/** A transition period in which a level is not in force. */
export interface PeriodWithout {
  readonly periodId: string;
  readonly term: Validity;
}

/**
 * The transition period that keeps a level out on a day and from then on (B1); null when the level is in force on that
 * day, or comes into force on a later one that is known already.
 */
export function periodWithout(
  organisation: Organisation,
  level: CommitteeLevel,
  from: LocalDate,
): PeriodWithout | null {
  const { periods } = historyOf(organisation);
  const holding = (day: LocalDate) => periods.findLast(({ term }) => holdsOn(term, day));
  const without = (day: LocalDate): boolean => holding(day)?.levelsInForce.includes(level) === false;
  const turns = periods.flatMap(({ term }) => [term.from, term.to]).filter((day) => day !== null && day > from);
  return without(from) && turns.every((day) => without(day!)) ? (holding(from) ?? null) : null;
}
