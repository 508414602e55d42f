import type { Decider } from '@rettidig/event-sourcing';
import type { ImportEvent, ImportKindName } from './import.events.js';
import type { ImportStatus } from './words.js';

/** One imported document, as far as a decision must know it. */
export interface Import {
  readonly kind: ImportKindName;
  readonly status: ImportStatus;
  /** Facts recorded by its commits. */
  readonly facts: number;
  /** The streams of the commands that it ever began to give, by the ids of these commands. */
  readonly begun: Readonly<Record<string, string>>;
  /** Facts of commits of releases that did not say what they began. */
  readonly factsBefore: number;
}

/** Before the document arrives there is none. */
export const importDecider: Decider<Import | undefined, ImportEvent> = {
  category: 'import',
  initial: undefined,
  evolve: {
    DocumentReceived: (before, { kind }) => ({
      facts: 0,
      begun: {},
      factsBefore: 0,
      ...before,
      kind,
      status: 'received',
    }),
    ImportBegun: (before, { steps }) =>
      before && {
        ...before,
        begun: { ...before.begun, ...Object.fromEntries(steps.map(({ commandId, stream }) => [commandId, stream])) },
      },
    ImportCommitted: (before, { facts }) =>
      before && {
        ...before,
        status: 'committed',
        facts: before.facts + facts,
        factsBefore: Object.keys(before.begun).length === 0 ? before.factsBefore + facts : before.factsBefore,
      },
    ImportSetAside: (before) => before && { ...before, status: 'setAside' },
  },
};
