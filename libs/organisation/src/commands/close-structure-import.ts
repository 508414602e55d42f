import { Refused } from '@rettidig/event-sourcing';
import { Count, Id } from '@rettidig/vocabulary';
import { Rehearsal } from '../import/rehearsal.js';
import { organisationCommand } from './organisation-command.js';

/** All chunks came: from now on their facts hold. */
class CloseStructureImport {
  @Id({ description: 'The run of the import.' })
  importId!: string;

  @Count({ description: 'How many chunks it has.', min: 1 })
  chunks!: number;
}

export const closeStructureImport = organisationCommand({
  name: 'CloseStructureImport',
  message: CloseStructureImport,
  path: null,
  summary: { da: 'Afslut indlæsningen af en strukturfil', en: 'Close the import of a structure file' },
  refusals: ['organisation.import-out-of-order'],
  decide: (organisation, { importId, chunks }) => {
    const told = organisation.keptAside.get(importId) ?? [];
    if (told.length !== chunks) throw new Refused('organisation.import-out-of-order', { number: told.length + 1 });
    const facts = told.flat();
    // Somebody may have changed the structure since the first chunk was decided on.
    new Rehearsal(organisation, facts);
    return [{ type: 'StructureImported', data: { importId, chunks, facts: facts.length } }];
  },
});
