import type { Compiled, Stretch } from './compile.js';
import { compile, SentenceMap } from './compile.js';
import { danishWordLists } from './danish.js';
import type { ChangeKind } from './kind.js';
import type { DampingList, WordLists } from './word-lists.js';
import { sentencesOf } from './words.js';

/** Whether an item of a political agenda that nobody registered sounds like a change that MED must hear about. */
export interface Suspicion {
  /** How sure the words make it, from 0 to 1 with two decimals. */
  readonly score: number;
  /** The words that speak for it, in the order of the item. */
  readonly hits: readonly Hit[];
  /** The words that speak against it. */
  readonly dampened: readonly Hit[];
  /** What kinds of change it could be, the likeliest first. */
  readonly kinds: readonly { readonly kind: ChangeKind; readonly score: number }[];
  readonly suspected: boolean;
  readonly listsVersion: string;
}

export interface Hit {
  readonly listId: string;
  /** As it stands in the item. */
  readonly word: string;
  readonly where: 'title' | 'text';
  /** The place in title or text in UTF-16 units, `to` excluded. */
  readonly from: number;
  readonly to: number;
}

export interface AgendaWords {
  readonly title: string;
  readonly text?: string;
}

/** From this score on an item is put before people. Chosen so that little is overlooked: they can dismiss. */
export const SUSPECTED_FROM = 0.3;

/** What negated words are listed under. */
const NEGATION = 'negation';

/** A word of the text says less than one of the title: a text mentions much that the item is not about. */
const WEIGHT_OF_TEXT = 0.85;

/** How many words may stand between a negation and what it negates. */
const NEGATION_REACH = 3;

interface WeighedHit extends Hit {
  readonly kind: ChangeKind | undefined;
  readonly weight: number;
}

interface Damper extends Hit {
  readonly list: DampingList;
}

/** What one sentence says. */
interface Said {
  readonly hits: readonly WeighedHit[];
  readonly dampers: readonly Damper[];
  readonly negations: readonly Hit[];
}

/** Judges an item by its words alone. The same words and lists always give the same. */
export function suspect(item: AgendaWords, lists: WordLists = danishWordLists): Suspicion {
  const compiled = compile(lists);
  const said = [...readPart('title', item.title, compiled), ...readPart('text', item.text ?? '', compiled)];
  const reachingAll = said.flatMap(({ dampers }) => dampers.filter(reachesAll));
  const hits = said.flatMap(({ hits, dampers }) => {
    const reaching = [...dampers.filter((damper) => !reachesAll(damper)), ...reachingAll];
    return hits.map((hit) => ({ ...hit, weight: hit.weight * leftBy(reaching, hit.listId) }));
  });
  const score = rounded(together(hits));
  return {
    score,
    hits: hits.map(shown),
    dampened: said.flatMap(({ dampers, negations }) => [...dampers, ...negations].map(shown)),
    kinds: kindsOf(hits),
    suspected: score >= SUSPECTED_FROM,
    listsVersion: lists.version,
  };
}

function readPart(where: Hit['where'], text: string, compiled: Compiled): Said[] {
  return sentencesOf(text, compiled.source.abbreviations).map((sentence) => {
    const map = new SentenceMap(sentence, compiled);
    const hitAt = ({ first, end }: Stretch, listId: string): Hit => {
      const [from, to] = [sentence[first]!.from, sentence[end - 1]!.to];
      return { listId, word: text.slice(from, to), where, from, to };
    };
    const negations = negationsIn(map, compiled);
    const negated = (stretch: Stretch): boolean => negations.some(({ reach }) => touches(reach, stretch));
    const share = where === 'title' ? 1 : WEIGHT_OF_TEXT;
    return {
      hits: compiled.lists.flatMap(({ list, finder }) =>
        map
          .found(finder, list.beside)
          .filter((stretch) => !negated(stretch))
          .map((stretch) => ({ ...hitAt(stretch, list.id), kind: list.kind, weight: list.weight * share })),
      ),
      dampers: compiled.damping.flatMap(({ list, finder }) =>
        map.found(finder, list.beside).map((stretch) => ({ ...hitAt(stretch, list.id), list })),
      ),
      negations: negations.map(({ stretch }) => hitAt(stretch, NEGATION)),
    };
  });
}

/** The negations of a sentence and the words that they turn round. */
function negationsIn({ sentence }: SentenceMap, compiled: Compiled): { stretch: Stretch; reach: Stretch }[] {
  return [
    ...compiled.negatingBefore(sentence).map((stretch) => ({
      stretch,
      reach: { first: stretch.end, end: stretch.end + NEGATION_REACH },
    })),
    ...compiled.negatingAfter(sentence).map((stretch) => ({
      stretch,
      reach: { first: stretch.first - 1, end: stretch.first },
    })),
  ];
}

const touches = (reach: Stretch, { first }: Stretch): boolean => reach.first <= first && first < reach.end;

const reachesAll = ({ where, list }: Damper): boolean => where === 'title' || list.reach === 'item';

/** What part of a weight is left when each damping list has taken its part, once however often its words stand there. */
function leftBy(dampers: readonly Damper[], listId: string): number {
  const lists = new Set(dampers.map(({ list }) => list).filter(({ spares }) => !spares?.includes(listId)));
  return [...lists].reduce((left, { takes }) => left * (1 - takes), 1);
}

/** Lists count once each with their heaviest word; each makes what the others leave in doubt surer. */
function together(hits: readonly WeighedHit[]): number {
  const heaviest = new Map<string, number>();
  for (const { listId, weight } of hits) heaviest.set(listId, Math.max(weight, heaviest.get(listId) ?? 0));
  return 1 - [...heaviest.values()].reduce((doubt, weight) => doubt * (1 - weight), 1);
}

function kindsOf(hits: readonly WeighedHit[]): Suspicion['kinds'] {
  const kinds = [...new Set(hits.flatMap(({ kind }) => kind ?? []))];
  return kinds
    .map((kind) => ({ kind, score: rounded(together(hits.filter((hit) => hit.kind === kind))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.kind.localeCompare(b.kind));
}

const rounded = (score: number): number => Math.round(score * 100) / 100;

const shown = ({ listId, word, where, from, to }: Hit): Hit => ({ listId, word, where, from, to });
