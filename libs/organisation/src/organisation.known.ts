import type { Instant } from '@rettidig/event-sourcing';
import type { ImportedFact, OrganisationFact } from './organisation.events.js';

/**
 * All that is known of the organisation: its facts in the order in which they were recorded, the last one first. A
 * value never changes and shares everything older with the values after it, so that adding a fact costs nothing, and
 * what was known at an earlier instant is simply an earlier value (`knownAt`).
 */
export interface Organisation {
  /** Null when nothing is known yet. */
  readonly last: KnownFact | null;
  /** What files told that is not known yet: the chunks of imports that were not closed, by the import. */
  readonly keptAside: ReadonlyMap<string, readonly Chunk[]>;
}

/** The facts of a chunk, in order. */
export type Chunk = readonly ImportedFact[];

/** A fact, when it became known, and what was known before it. */
interface KnownFact {
  readonly fact: OrganisationFact;
  /** When it was recorded, never earlier than a fact before it: a clock that was set back hides nothing. */
  readonly knownAt: Instant;
  readonly before: Organisation;
}
