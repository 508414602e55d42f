import type { Text } from '@rettidig/event-sourcing';
import type { ChangeKind } from './kind.js';

/**
 * What the words of a language mean for MED, as data: a municipality can replace it without touching the code. Patterns
 * are written as in `pattern.ts`.
 */
export interface WordLists {
  /** Goes with every suspicion, so that it can be said later by which words it was found. */
  readonly version: string;
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Words that say where something is: what an act is done to does not stand behind one of them. */
  readonly locating: readonly string[];
  /** Words that turn what comes shortly after them into its opposite, or, as `after`, what comes right before. */
  readonly negating: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Words with one meaning, for other lists to refer to by id. */
  readonly groups: Readonly<Record<string, WordGroup>>;
  readonly lists: readonly WordList[];
  readonly damping: readonly DampingList[];
}

export interface WordGroup {
  readonly what: Text;
  readonly words: readonly string[];
}

/** A word of a group that must stand in the same sentence, which can be the same compound word. */
export interface Beside {
  /** Ids of groups, one of which is enough. */
  readonly groups: readonly string[];
  /** How many other words may stand between; any number where left out. */
  readonly within?: number;
  /** Where it stands, seen from the word of the list; on either side where left out. */
  readonly side?: 'before' | 'after';
  /** Whether it may stand behind a word that says where: "legeplads ved plejehjemmet" is no change to the plejehjem. */
  readonly anywhere?: true;
}

/** Words that speak for a change of one kind. */
export interface WordList {
  readonly id: string;
  /** Left out where the words say that something is going on, not what. */
  readonly kind?: ChangeKind;
  readonly what: Text;
  readonly words: readonly string[];
  readonly beside?: Beside;
  /** How sure one such word alone makes it that MED must be involved: above 0, at most 1. */
  readonly weight: number;
  readonly examples: Examples;
}

/** Words that speak against. */
export interface DampingList {
  readonly id: string;
  readonly what: Text;
  readonly words: readonly string[];
  readonly beside?: Beside;
  /** What part of the weight it takes from the words it reaches: above 0, at most 1. */
  readonly takes: number;
  /**
   * How far it reaches. In a title always the whole item, because the title says what the item is about; in the text
   * its own sentence, or the whole item.
   */
  readonly reach: 'sentence' | 'item';
  /** Ids of the lists that it takes nothing from: a rota stays a rota, also for those who mend the roads. */
  readonly spares?: readonly string[];
  readonly examples: Examples;
}

/** Titles that show what a list is for. All of them are tests. */
export interface Examples {
  /** In each of these the list finds a word. */
  readonly hit: readonly string[];
  /** In each of these it finds none. */
  readonly miss: readonly string[];
}
