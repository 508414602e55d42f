import { idOf } from '@rettidig/event-sourcing';

/** Of so many acts one is drawn. */
const ONE_OF = 10;
/** So many are drawn at least, where there are that many. */
const LEAST = 5;

/**
 * The acts that somebody looks at again in a quarter: a tenth, rounded up, and at least five. Which ones follows from
 * the quarter alone, so that everybody draws the same and nobody chooses.
 */
export function drawnFrom(acts: readonly string[], quarter: string): string[] {
  const count = Math.max(LEAST, Math.ceil(acts.length / ONE_OF));
  return acts
    .map((id) => ({ id, lot: idOf('drawing', quarter, id) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}
