import type { LocalDate } from '@rettidig/vocabulary';
import { holdsOn } from '@rettidig/vocabulary';
import { endOf, termsOf } from './dated.js';
import type { CommitteeHistory, UnitHistory } from './history.types.js';

/** Whether a unit is established by a day and not closed. */
export const existsOn = ({ validFrom, closedOn }: UnitHistory, on: LocalDate): boolean =>
  validFrom <= on && (closedOn === null || on < closedOn);

/**
 * Whether a committee is a MED body on a day. A transitional local committee is none until there is an agreement on it:
 * until then everything is treated above it (B5).
 */
export const isBodyOn = ({ kind, validity, agreements }: CommitteeHistory, on: LocalDate): boolean =>
  holdsOn(validity, on) && (kind !== 'transitionalLocal' || agreements.some(({ term }) => holdsOn(term, on)));

/** The days and the unit above, while a unit stands below one that does not exist then: it is at the top on such days. */
export function standsOnAir(
  units: ReadonlyMap<string, UnitHistory>,
  { parents, closedOn }: UnitHistory,
): { readonly above: UnitHistory; readonly on: LocalDate } | undefined {
  for (const { value, term } of termsOf(parents)) {
    const above = value === null ? undefined : units.get(value);
    if (!above) continue;
    if (term.from < above.validFrom) return { above, on: term.from };
    const end = endOf(term.to, closedOn);
    if (endOf(above.closedOn, end) !== end) return { above, on: above.closedOn! };
  }
  return undefined;
}
