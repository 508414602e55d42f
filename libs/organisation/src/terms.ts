import type { RefusalDetails } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import type { Validity } from '@rettidig/vocabulary';
import { overlap } from './dated.js';

interface ForAWhile {
  readonly term: Validity;
}

/**
 * Nothing of its kind holds already on a day of a term.
 * @throws Refused with the days of the one that is in the way.
 */
export function freeFor(
  term: Validity,
  others: readonly ForAWhile[],
  code: string,
  details: RefusalDetails = {},
): void {
  const other = others.find((one) => overlap(one.term, term));
  if (other) throw new Refused(code, { ...details, from: other.term.from, until: other.term.to ?? '–' });
}

/** No two of some things that hold for a while do so on the same day. */
export function noneAtTheSameTime(all: readonly ForAWhile[], code: string, details: RefusalDetails = {}): void {
  all.forEach(({ term }, at) => freeFor(term, all.slice(0, at), code, details));
}
