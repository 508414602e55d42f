/**
 * Numbers of days with how many reviews had each; days that nobody knows, or that are still to come, stand apart. Of the
 * reviews with known days also how they stood to the target agreed for their kind (A15).
 */
export interface Measured {
  readonly days: ReadonlyMap<number, number>;
  readonly unknown: number;
  readonly pending: number;
  readonly agreed: AgainstAgreed;
}

/** Reviews with known days against the targets that held for their kinds when they were held. */
export interface AgainstAgreed {
  /** With fewer days than the target. */
  readonly under: number;
  /** Of kinds that had a target: the whole that `under` is a part of. */
  readonly of: number;
  /** Of kinds that had none: neither early enough nor late. */
  readonly notAgreed: number;
}

/** The middle and the quarters of some numbers of days. Each is one that really occurred; null where there are none. */
export interface Spread {
  readonly known: number;
  readonly least: number | null;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  readonly most: number | null;
}

/** The least number of days that at least such a part of all had at most (nearest rank). */
function quantile(sorted: readonly (readonly [days: number, count: number])[], known: number, part: number) {
  const rank = Math.max(1, Math.ceil(part * known));
  let seen = 0;
  for (const [days, count] of sorted) {
    seen += count;
    if (seen >= rank) return days;
  }
  return null;
}

/** How days are spread. */
export function spreadOf({ days }: Pick<Measured, 'days'>): Spread {
  const sorted = [...days].sort(([one], [other]) => one - other);
  const known = sorted.reduce((sum, [, count]) => sum + count, 0);
  return {
    known,
    least: sorted[0]?.[0] ?? null,
    lowerQuartile: quantile(sorted, known, 0.25),
    median: quantile(sorted, known, 0.5),
    upperQuartile: quantile(sorted, known, 0.75),
    most: sorted.at(-1)?.[0] ?? null,
  };
}

/** How many had fewer days than a target. */
export const countBelow = ({ days }: Pick<Measured, 'days'>, target: number): number =>
  [...days].reduce((sum, [one, count]) => (one < target ? sum + count : sum), 0);

/** A part of a whole in whole per cent; null of nothing. */
export const percentOf = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : Math.round((100 * numerator) / denominator);
