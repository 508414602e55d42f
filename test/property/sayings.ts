import type { Saying } from './saying.js';
import { caseSayings } from './sayings.cases.js';
import { detectionSayings } from './sayings.detection.js';
import { importSayings } from './sayings.imports.js';
import { meetingSayings } from './sayings.meetings.js';
import { operationSayings } from './sayings.operations.js';
import { groupSayings } from './sayings.groups.js';
import { peopleSayings } from './sayings.people.js';
import { structureSayings } from './sayings.structure.js';
import { timetableSayings } from './sayings.timetables.js';

/** Every command and act that can be sent over HTTP, by name. */
export const sayings: Readonly<Record<string, Saying>> = {
  ...structureSayings,
  ...groupSayings,
  ...peopleSayings,
  ...timetableSayings,
  ...meetingSayings,
  ...caseSayings,
  ...detectionSayings,
  ...importSayings,
  ...operationSayings,
};
