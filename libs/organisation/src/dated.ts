import type { LocalDate, Validity } from '@rettidig/vocabulary';

/** A value that holds from a day until the next one takes over. */
export interface From<Value> {
  readonly from: LocalDate;
  readonly value: Value;
}

/** The value in force on a day: the one with the latest first day, and of two the one recorded last. */
export const valueOn = <Value>(values: readonly From<Value>[], on: LocalDate): Value | undefined =>
  values.findLast(({ from }) => from <= on)?.value;

/** One more value. Stable: of two values with the same first day the one recorded later stands last. */
export const withValue = <Value>(values: readonly From<Value>[], from: LocalDate, value: Value): From<Value>[] =>
  [...values, { from, value }].sort((a, b) => compare(a.from, b.from));

/** The values with the days on which they hold, each until the next one. */
export const termsOf = <Value>(
  values: readonly From<Value>[],
): readonly (From<Value> & { readonly term: Validity })[] =>
  values.flatMap((one, at) => {
    const to = values[at + 1]?.from ?? null;
    return to === one.from ? [] : [{ ...one, term: { from: one.from, to } }];
  });

/** The earlier of two ends; null is none. */
export const endOf = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other <= one) ? other : one;

/** Whether two periods have a day in common. */
export const overlap = (a: Validity, b: Validity): boolean =>
  (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to);

/** Days and ids compare as strings. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
