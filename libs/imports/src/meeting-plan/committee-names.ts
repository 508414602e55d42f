import type { History } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import { holdsOn } from '@rettidig/vocabulary';
import { wordsOf } from './titles.js';

/** Words of a summary that are looked at. */
const MOST_WORDS = 40;

/** Finds the committee whose name stands in a text: the longest name counts, `LokalMED Nord` before `LokalMED`. */
export class CommitteeNames {
  private readonly byName = new Map<string, string[]>();
  private longest = 0;

  constructor(private readonly history: History) {
    for (const { committeeId, name } of history.committees.values()) {
      const words = wordsOf(name);
      const key = words.join(' ');
      if (key === '') continue;
      this.byName.set(key, [...(this.byName.get(key) ?? []), committeeId]);
      this.longest = Math.max(this.longest, words.length);
    }
  }

  /** Committees with the longest name in the text, those that exist on the day first. */
  named(text: string, on: LocalDate): { readonly there: readonly string[]; readonly others: readonly string[] } {
    const words = wordsOf(text).slice(0, MOST_WORDS);
    for (let length = Math.min(this.longest, words.length); length > 0; length--) {
      const found = words
        .slice(0, words.length - length + 1)
        .flatMap((_word, at) => this.byName.get(words.slice(at, at + length).join(' ')) ?? []);
      if (found.length === 0) continue;
      const ids = [...new Set(found)];
      const isThere = (id: string) => holdsOn(this.history.committees.get(id)!.validity, on);
      return { there: ids.filter(isThere), others: ids.filter((id) => !isThere(id)) };
    }
    return { there: [], others: [] };
  }
}
