/** How long to wait between two attempts. */
export interface Backoff {
  /** In milliseconds, after the first failure; then twice as long each time. */
  readonly first: number;
  /** In milliseconds: never longer than this. */
  readonly longest: number;
}

/** Eight attempts take about two minutes; whoever tries for days comes back every quarter of an hour. */
export const BACKOFF: Backoff = { first: 1_000, longest: 900_000 };

/**
 * How many milliseconds to wait after so many failed attempts: between half the time and all of it, so that those who
 * failed together do not come back together.
 * @param luck from 0 up to 1.
 */
export function backoffAfter(failures: number, { first, longest }: Backoff, luck = Math.random()): number {
  const whole = Math.min(longest, first * 2 ** Math.min(failures - 1, 40));
  return Math.ceil(whole / 2 + (whole / 2) * luck);
}
