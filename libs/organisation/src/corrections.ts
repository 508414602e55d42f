import type { Instant } from '@rettidig/event-sourcing';
import { knownOf } from './correctable.js';
import { historyOf } from './history.js';
import type { Organisation } from './organisation.js';
import type { StructureCorrected } from './organisation.events.js';

/** A correction as it was recorded, with what was known until then. */
export interface RecordedCorrection {
  readonly data: StructureCorrected['data'];
  readonly knownAt: Instant;
  /** What was known of the thing, field by field. */
  readonly was: Readonly<Record<string, unknown>>;
}

/** All corrections, the latest first. */
export function correctionsOf(organisation: Organisation): RecordedCorrection[] {
  const found: RecordedCorrection[] = [];
  for (let known = organisation.last; known; known = known.before.last) {
    const { fact, knownAt, before } = known;
    if (fact.type !== 'StructureCorrected') continue;
    const was = { ...knownOf(historyOf(before), fact.data.correction) };
    found.push({ data: fact.data, knownAt, was });
  }
  return found;
}
