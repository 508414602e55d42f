import type { DomainEvent } from '@rettidig/event-sourcing';
import type { LocalDate, PoliticalBody, Source } from '@rettidig/vocabulary';

/** How often politicians treat cases of a kind before they are through with them, from a day on (A17). */
export type ReadingsAgreed = DomainEvent<'ReadingsAgreed', Readings>;

/**
 * One reading is one gate without a second chance: MED comes before it, or not at all. Nothing is agreed until somebody
 * says so; until then one reading is reckoned with, which is the careful answer.
 */
export interface Readings {
  /** As a rule set names it: `budgetProposal`. */
  readonly kind: string;
  /** Left out: for every political body that nothing more exact was agreed for. */
  readonly body?: PoliticalBody;
  /** Unique for the kind and the body. */
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  /** How many times the body treats the case, the one in which it decides included. */
  readonly readings: number;
  readonly source?: Source;
}
