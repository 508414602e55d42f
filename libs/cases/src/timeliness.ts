/** What is measured of a review: days from one thing to the next, and from the first review of a case to its decision. */
export type TimelyInterval = 'papersToMeeting' | 'meetingToRecommendation' | 'meetingToDecision' | 'firstToDecision';

/** Numbers of days with how many reviews had each; days that nobody knows, or that are still to come, stand apart. */
export interface Measured {
  readonly days: ReadonlyMap<number, number>;
  readonly unknown: number;
  readonly pending: number;
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
export function spreadOf({ days }: Measured): Spread {
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
export const countBelow = ({ days }: Measured, target: number): number =>
  [...days].reduce((sum, [one, count]) => (one < target ? sum + count : sum), 0);

/** A part of a whole in whole per cent; null of nothing. */
export const percentOf = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : Math.round((100 * numerator) / denominator);
