import { Refused } from '@rettidig/event-sourcing';
import { checkFact } from '../fact-checks.js';
import { draftOf, historyOf, learnInto } from '../history.js';
import type { Draft, History } from '../history.types.js';
import type { Organisation } from '../organisation.js';
import type { ImportedFact } from '../organisation.events.js';

/**
 * The organisation as it would be with some more facts, told one after the other by the rules of the commands. What is
 * told costs the same however large the organisation is; only the start copies it once.
 */
export class Rehearsal {
  private readonly draft: Draft;

  /** @throws Refused when one of the facts cannot be so. */
  constructor(organisation: Organisation, facts: readonly ImportedFact[] = []) {
    this.draft = draftOf(historyOf(organisation));
    for (const fact of facts) this.tell(fact);
  }

  /** As it would be after all that was told. Goes on changing. */
  get history(): History {
    return this.draft;
  }

  /** @throws Refused when the fact cannot be so beside all that is known by then; then nothing was told. */
  tell(fact: ImportedFact): void {
    checkFact(this.draft, fact);
    learnInto(this.draft, fact, null);
  }

  /** Tells a fact if it can be so; otherwise says why not. */
  tryToTell(fact: ImportedFact): Refused | undefined {
    try {
      this.tell(fact);
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    }
    return undefined;
  }
}
