const danish = new Intl.Collator('da');

/** By name as Danes sort, then by id, so that the order is always the same. */
export const byName = (a: { name: string; id: string }, b: { name: string; id: string }): number =>
  danish.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);

/** Whether a name holds all words, in any case and also inside longer words. */
export function hasWords(name: string, words: string | undefined): boolean {
  const lower = name.toLocaleLowerCase('da');
  return (words ?? '')
    .toLocaleLowerCase('da')
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
