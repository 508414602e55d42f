import { Refused } from '@rettidig/event-sourcing';
import { Count, Id, ListOf } from '@rettidig/vocabulary';
import { Rehearsal } from '../import/rehearsal.js';
import type { ImportedFact } from '../organisation.events.js';
import { organisationCommand } from './organisation-command.js';

/** Facts in one chunk at most: an event of some hundred kilobytes, a decision of some milliseconds. */
export const FACTS_PER_CHUNK = 500;

/** Part of a structure from a file; kept aside until the import is closed. */
class ImportStructureChunk {
  @Id({ description: 'The run of the import.' })
  importId!: string;

  @Count({ description: 'Which chunk it is, from 1.', min: 1 })
  number!: number;

  @ListOf(() => Object, { description: 'Facts, in the order in which they hold.', min: 1, max: FACTS_PER_CHUNK })
  facts!: ImportedFact[];
}

export const importStructureChunk = organisationCommand({
  name: 'ImportStructureChunk',
  message: ImportStructureChunk,
  path: null,
  summary: { da: 'Indlæs en del af en strukturfil', en: 'Take in part of a structure file' },
  refusals: ['organisation.import-out-of-order'],
  decide: (organisation, { importId, number, facts }) => {
    const before = organisation.keptAside.get(importId) ?? [];
    if (number !== before.length + 1)
      throw new Refused('organisation.import-out-of-order', { number: before.length + 1 });
    // The facts before are told again: if somebody changed the structure in the meantime, they are refused now.
    new Rehearsal(organisation, [...before.flat(), ...facts]);
    return [{ type: 'StructureImportChunk', data: { importId, number, facts } }];
  },
});
