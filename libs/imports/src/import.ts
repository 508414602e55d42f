import type { Decider } from '@rettidig/event-sourcing';
import type { ImportEvent, ImportKindName } from './import.events.js';
import type { ImportStatus } from './words.js';

/** One imported document, as far as a decision must know it. */
export interface Import {
  readonly kind: ImportKindName;
  readonly status: ImportStatus;
  /** Facts recorded by its commits. */
  readonly facts: number;
}

/** Before the document arrives there is none. */
export const importDecider: Decider<Import | undefined, ImportEvent> = {
  category: 'import',
  initial: undefined,
  evolve: {
    DocumentReceived: (before, { kind }) => ({ kind, status: 'received', facts: before?.facts ?? 0 }),
    ImportCommitted: (before, { facts }) => before && { ...before, status: 'committed', facts: before.facts + facts },
    ImportSetAside: (before) => before && { ...before, status: 'setAside' },
  },
};
