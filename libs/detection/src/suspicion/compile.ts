import type { Pattern } from './pattern.js';
import { patternOf } from './pattern.js';
import type { Beside, DampingList, WordList, WordLists } from './word-lists.js';
import type { Sentence } from './words.js';

/** Words of a sentence, by their numbers: the first, and the one after the last. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

export interface Compiled {
  readonly source: WordLists;
  readonly lists: readonly { readonly list: WordList; readonly finder: Finder }[];
  readonly damping: readonly { readonly list: DampingList; readonly finder: Finder }[];
  readonly groups: ReadonlyMap<string, Finder>;
  readonly locating: Finder;
  readonly negatingBefore: Finder;
  readonly negatingAfter: Finder;
}

/** Finds where words of a list stand in a sentence. */
export type Finder = (sentence: Sentence) => Stretch[];

const compiledBefore = new WeakMap<WordLists, Compiled>();

/** Word lists made ready for use, once for each set of lists. */
export function compile(lists: WordLists): Compiled {
  const known = compiledBefore.get(lists);
  if (known) return known;
  const compiled: Compiled = {
    source: lists,
    lists: lists.lists.map((list) => ({ list, finder: finderOf(list.words) })),
    damping: lists.damping.map((list) => ({ list, finder: finderOf(list.words, true) })),
    groups: new Map(Object.entries(lists.groups).map(([id, { words }]) => [id, finderOf(words)])),
    locating: finderOf(lists.locating),
    negatingBefore: finderOf(lists.negating.before),
    negatingAfter: finderOf(lists.negating.after),
  };
  compiledBefore.set(lists, compiled);
  return compiled;
}

/** Exceptions are strict: a word that is nearly one of them may be what is looked for. */
function finderOf(words: readonly string[], strict = false): Finder {
  const wanted = words.filter((word) => !word.startsWith('!')).map((word) => patternOf(word, strict));
  const unwanted = words.filter((word) => word.startsWith('!')).map((word) => patternOf(word.slice(1), true));
  const wantedAt = remembered(wanted);
  const unwantedAt = remembered(unwanted);
  return (sentence) => {
    const found = stretchesOf(wantedAt, sentence);
    if (found.length === 0 || unwanted.length === 0) return found;
    const excepted = stretchesOf(unwantedAt, sentence);
    return found.filter((stretch) => !excepted.some((exception) => overlap(stretch, exception)));
  };
}

type PatternsAt = (folded: string) => readonly Pattern[];

/** How many different words are remembered for each list before it starts anew. */
const REMEMBERED = 5_000;

/** The patterns that a word can begin, remembered: the same words come again and again. */
function remembered(patterns: readonly Pattern[]): PatternsAt {
  const known = new Map<string, readonly Pattern[]>();
  return (folded) => {
    const before = known.get(folded);
    if (before) return before;
    if (known.size >= REMEMBERED) known.clear();
    const beginning = patterns.filter((pattern) => pattern.begins(folded));
    known.set(folded, beginning);
    return beginning;
  };
}

/** At each word the longest that begins there. */
function stretchesOf(patternsAt: PatternsAt, sentence: Sentence): Stretch[] {
  return sentence.flatMap(({ folded }, first) => {
    const length = Math.max(0, ...patternsAt(folded).map((pattern) => pattern.lengthAt(sentence, first)));
    return length > 0 ? [{ first, end: first + length }] : [];
  });
}

const overlap = (a: Stretch, b: Stretch): boolean => a.first < b.end && b.first < a.end;

/** What stands where in one sentence; each group is looked for once. */
export class SentenceMap {
  private readonly groups = new Map<string, readonly Stretch[]>();
  private readonly locating: readonly Stretch[];

  constructor(
    readonly sentence: Sentence,
    private readonly compiled: Compiled,
  ) {
    this.locating = compiled.locating(sentence);
  }

  /** Where a list finds words that have beside them what it asks for. */
  found(finder: Finder, beside: Beside | undefined): readonly Stretch[] {
    const stretches = finder(this.sentence);
    if (!beside || stretches.length === 0) return stretches;
    const companions = beside.groups.flatMap((id) => this.group(id));
    return stretches.filter((stretch) => companions.some((companion) => this.isBeside(stretch, companion, beside)));
  }

  private group(id: string): readonly Stretch[] {
    const known = this.groups.get(id);
    if (known) return known;
    const stretches = this.compiled.groups.get(id)?.(this.sentence) ?? [];
    this.groups.set(id, stretches);
    return stretches;
  }

  private isBeside(word: Stretch, companion: Stretch, { within, side, anywhere }: Beside): boolean {
    if (overlap(word, companion)) return true;
    const after = companion.first >= word.end;
    if (side && (side === 'after') !== after) return false;
    const between = after ? { first: word.end, end: companion.first } : { first: companion.end, end: word.first };
    if (within !== undefined && between.end - between.first > within) return false;
    return anywhere === true || !after || !this.locating.some((place) => overlap(place, between));
  }
}
