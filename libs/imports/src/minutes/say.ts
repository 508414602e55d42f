import type { Language, RefusalDetails, Text } from '@rettidig/event-sourcing';
import { filledIn } from '@rettidig/vocabulary';

/** Says one of some texts with its details. */
export type Say<Key extends string> = (what: Key, details?: RefusalDetails) => string;

/** How many of something: `{count:plads|pladser}` is `1 plads` or `3 pladser`. */
const counted = (words: string, details: RefusalDetails): string =>
  words.replaceAll(/\{(\w+):([^|{}]+)\|([^|{}]+)\}/g, (_whole, name: string, one: string, many: string) => {
    const count = Number(details[name]);
    return `${count} ${count === 1 ? one : many}`;
  });

/** Sentences of a table in the language of the reader, with their numbers in the singular where they are one. */
export const sayer =
  <Key extends string>(texts: Readonly<Record<Key, Text>>, language: Language): Say<Key> =>
  (what, details = {}) => {
    const { da, en } = texts[what];
    return filledIn({ da: counted(da, details), en: counted(en, details) }, details, language);
  };
