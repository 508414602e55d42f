import { keyOf } from './names.js';

/** Longest Danish ending that makes no other word: `dagsorden`, `dagsordenerne`. */
const ENDING = 4;

const wordsOf = (text: string, pattern: RegExp): string[] => [...new Set(text.toLowerCase().match(pattern) ?? [])];

/** Two titles of one item: most words of the shorter one stand in the other, whatever their endings. */
export function likeTitles(one: string, other: string): boolean {
  if (keyOf(one) === keyOf(other)) return true;
  const long = /[\p{L}\p{N}]{4,}/gu;
  const [few, many] = [wordsOf(one, long), wordsOf(other, long)].sort((a, b) => a.length - b.length);
  const alike = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
  const shared = few!.filter((word) => many!.some((other) => alike(word, other))).length;
  return few!.length > 0 && shared / few!.length >= 0.6;
}

/** Two titles that say the same: no word of either is missing in the other, but for endings and small words. */
export function sameTitles(one: string, other: string): boolean {
  if (keyOf(one) === keyOf(other)) return true;
  const telling = /\p{L}{3,}|\p{L}*\p{N}[\p{L}\p{N}]*/gu;
  const [all, others] = [wordsOf(one, telling), wordsOf(other, telling)];
  const alike = (a: string, b: string): boolean =>
    a === b || (!/\d/.test(a + b) && (a.startsWith(b) || b.startsWith(a)) && Math.abs(a.length - b.length) <= ENDING);
  const within = (some: string[], every: string[]): boolean =>
    some.every((word) => every.some((other) => alike(word, other)));
  return within(all, others) && within(others, all);
}
