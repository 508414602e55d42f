import type { Organisation } from '@rettidig/organisation';
import type { ImportKind } from '../import-kind.js';
import { StructureDecisions } from './decisions.js';
import { peopleToAsk } from './people-to-ask.js';
import { planStructure } from './plan.js';
import { StructurePreview } from './preview.js';
import { structureObstacles } from './texts.js';

/** Units, committees, seats and holders from a table (CSV or spreadsheet), one of them a file. */
export const structureKind: ImportKind<StructureDecisions, StructurePreview> = {
  name: 'structure',
  path: '/structure-imports',
  noun: 'StructureImport',
  text: { da: 'struktur', en: 'structure' },
  formats: ['csv', 'xlsx'],
  decisions: StructureDecisions,
  preview: StructurePreview,
  refusals: Object.keys(structureObstacles),
  texts: structureObstacles,
  lookUp: (extract, { people, reference }) =>
    people(peopleToAsk(extract, (reference as { readonly organisation: Organisation }).organisation)),
  plan: planStructure,
};
