import type { Language, Text } from '@rettidig/event-sourcing';

/** Sentences by their names, in the language that somebody reads. */
export const inLanguage =
  <Name extends string>(words: Readonly<Record<Name, Text>>) =>
  (language: Language) =>
  (word: Name): string =>
    words[word][language];
