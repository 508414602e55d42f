import { layout } from '@rettidig/mail';
import type { RemindersReference } from '../kind.js';
import { composedMail, type Letter } from './compose-mail.js';

/** So many letters are kept: what is due for many people about one thing is sent one after the other. */
const KEPT = 50;

/** A letter without its envelope. */
export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a letter is written from; a name stands in it for a person. */
export interface LetterSources extends Omit<Letter, 'nameOf' | 'moreOf'> {
  readonly names: ReadonlyMap<string, string>;
  /** What else is to be said of each item, in their order. */
  readonly more: readonly (readonly string[])[];
}

const letters = new WeakMap<RemindersReference, Map<string, WrittenLetter>>();

/**
 * A letter, written once for all whom it tells the same: twenty members of a committee have the same one. It is known by
 * everything that it is written from, so that it is never another one than it would be if it were written anew. One with
 * the name of a person in it is not kept.
 */
export function writtenLetter(sources: LetterSources): WrittenLetter {
  const { reference, names, ...said } = sources;
  if (names.size > 0) return write(sources);
  const known = letters.get(reference) ?? new Map<string, WrittenLetter>();
  const name = JSON.stringify(said);
  const letter = known.get(name) ?? write(sources);
  letters.set(reference, known.set(name, letter));
  if (known.size > KEPT) known.delete(known.keys().next().value!);
  return letter;
}

function write({ names, more, ...letter }: LetterSources): WrittenLetter {
  const { items, language } = letter;
  const nameOf = (id: string): string | undefined => names.get(id);
  const { subject, content } = composedMail({ ...letter, nameOf, moreOf: (item) => more[items.indexOf(item)] ?? [] });
  return { subject, ...layout(content, language) };
}
