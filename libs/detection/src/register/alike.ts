import { foldText } from '@rettidig/event-sourcing';

/** Words that say nothing about what an item is about. */
const EMPTY = new Set(
  (
    'samt eller efter under over inden uden mellem vedrørende angående forslag godkendelse orientering beslutning ' +
    'drøftelse indstilling status center centret kommune kommunen udvalget socialudvalget forvaltning forvaltningen'
  ).split(' '),
);

const SHORTEST = 5;

/** How much of the beginning two forms of one word share: `bosteder`, `bostedet`. */
const STEM = 6;

const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length >= SHORTEST && !EMPTY.has(word));

const isAlike = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const stem = short.slice(0, STEM);
  // A compound holds the word inside: `afdelingsleder` in `souschefafdelingslederne`.
  return long.startsWith(stem) || (stem.length === STEM && long.includes(stem));
};

/** Words of the one title that the other has too, in some form. */
export function wordsInCommon(one: string, other: string): string[] {
  const others = wordsOf(other);
  return [...new Set(wordsOf(one))].filter((word) => others.some((candidate) => isAlike(word, candidate)));
}
