import type { ImportKind } from '../import-kind.js';
import { StructureDecisions } from './decisions.js';
import { askForPeople } from './look-up.js';
import { planStructure } from './plan.js';
import { StructurePreview } from './preview.js';
import { structureObstacles } from './texts.js';

/** Units, committees, seats, holders and mail addresses from a table (CSV or spreadsheet), one of them a file. */
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
  lookUp: askForPeople,
  plan: planStructure,
};
