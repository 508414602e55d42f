import { danishWordLists } from './danish.js';
import { suspect } from './suspect.js';

describe('The word lists', () => {
  const hitsOf = (title: string, listId: string) => {
    const { hits, dampened } = suspect({ title });
    return [...hits, ...dampened].filter((hit) => hit.listId === listId);
  };
  const all = [...danishWordLists.lists, ...danishWordLists.damping];

  describe.each(all.map((list) => [list.id, list.examples] as const))('%s', (id, { hit, miss }) => {
    it.each(hit)('finds a word in "%s"', (title) => expect(hitsOf(title, id)).not.toEqual([]));
    it.each(miss)('finds none in "%s"', (title) => expect(hitsOf(title, id)).toEqual([]));
  });
});
