import { growingForms, isEnding } from './endings.js';
import type { Sentence } from './words.js';
import { fold } from './words.js';

/**
 * The small language of the word lists. A pattern is one or more words:
 *
 * | written | finds |
 * | --- | --- |
 * | `tilbud` | tilbud, tilbuddet, tilbuddenes: the word in all its forms |
 * | `*tilbud` | also botilbud, behandlingstilbuddet: the word as the last part of a compound |
 * | `leder*` | also lederstilling: the word as the first part |
 * | `*leder*` | anywhere in a word |
 * | `=ikke` | this form and no other |
 * | `læg … sammen` | the words in this order with at most four others between them |
 * | `!*indstilling` | in a list: what this finds is not found by the others |
 *
 * Long words are found with one letter too many, missing, wrong or swapped with its neighbour.
 */
export interface Pattern {
  readonly source: string;
  /** Whether its first word is this one. */
  readonly begins: (folded: string) => boolean;
  /** How many words from `at` on it takes up there; 0 where it does not begin. */
  readonly lengthAt: (sentence: Sentence, at: number) => number;
}

type WordTest = (folded: string) => boolean;

const GAP = '…';
const WIDEST_GAP = 4;

/** With `strict` misspelt words are not found. */
export function patternOf(source: string, strict = false): Pattern {
  const parts = source.split(' ').map((part) => (part === GAP ? undefined : wordTest(part, strict)));
  const first = parts[0] ?? (() => false);
  return { source, begins: first, lengthAt: (sentence, at) => lengthOf(parts, sentence, at) };
}

function lengthOf(parts: readonly (WordTest | undefined)[], sentence: Sentence, at: number): number {
  let next = at;
  for (const [index, test] of parts.entries()) {
    if (!test) continue;
    const reach = index > 0 && !parts[index - 1] ? WIDEST_GAP : 0;
    const found = firstWithin(sentence, next, reach, test);
    if (found === undefined) return 0;
    next = found + 1;
  }
  return next - at;
}

function firstWithin(sentence: Sentence, from: number, reach: number, test: WordTest): number | undefined {
  for (let at = from; at <= from + reach && at < sentence.length; at += 1) if (test(sentence[at]!.folded)) return at;
  return undefined;
}

function wordTest(part: string, strict: boolean): WordTest {
  const stem = fold(part);
  if (part.startsWith('=')) return (folded) => folded === stem;
  const shape: Shape = { stem, front: part.startsWith('*'), back: part.endsWith('*') };
  const forms = growingForms(stem);
  const forgiving = !strict && stem.length >= (shape.front ? LONG_ENOUGH_INSIDE : LONG_ENOUGH);
  return (folded) =>
    forms.some(({ form, bare }) => standsIn(folded, { ...shape, stem: form }, bare)) ||
    (forgiving && misspeltIn(folded, shape));
}

interface Shape {
  readonly stem: string;
  /** Whether letters may come before it. */
  readonly front: boolean;
  /** Whether anything may come after it. */
  readonly back: boolean;
}

function standsIn(folded: string, { stem, front, back }: Shape, bare: boolean): boolean {
  for (let at = folded.indexOf(stem); at >= 0; at = folded.indexOf(stem, at + 1)) {
    if (at > 0 && !front) return false;
    if (back || isEnding(folded.slice(at + stem.length), bare)) return true;
  }
  return false;
}

/** Letters from which on a misspelt word is still surely that word; inside a compound it takes more. */
const LONG_ENOUGH = 8;
const LONG_ENOUGH_INSIDE = 10;

/** The first letter must be right: people rarely get it wrong, and words that differ there are other words. */
function misspeltIn(folded: string, { stem, front, back }: Shape): boolean {
  if (!mayBe(folded, stem)) return false;
  const lastStart = front ? folded.length - stem.length + 1 : 0;
  for (let at = 0; at <= lastStart; at += 1) {
    if (folded[at] !== stem[0]) continue;
    for (const length of [stem.length - 1, stem.length, stem.length + 1]) {
      const end = at + length;
      if (end > folded.length || !isOneSlipAway(folded.slice(at, end), stem)) continue;
      if (back || isEnding(folded.slice(end), true)) return true;
    }
  }
  return false;
}

/** One slip cannot hit both ends of a long word. Spares most words the closer look. */
const mayBe = (folded: string, stem: string): boolean =>
  folded.length >= stem.length - 1 && (folded.includes(stem.slice(0, 3)) || folded.includes(stem.slice(-3)));

/** One letter too many, missing, wrong, or two neighbours swapped. */
function isOneSlipAway(word: string, stem: string): boolean {
  let same = 0;
  while (same < word.length && word[same] === stem[same]) same += 1;
  const [rest, wanted] = [word.slice(same), stem.slice(same)];
  if (rest.length > wanted.length) return rest.slice(1) === wanted;
  if (rest.length < wanted.length) return rest === wanted.slice(1);
  return rest.slice(1) === wanted.slice(1) || swapped(rest) === wanted;
}

const swapped = (word: string): string => (word[1] ?? '') + (word[0] ?? '') + word.slice(2);
