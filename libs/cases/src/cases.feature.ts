import type { Feature } from '@rettidig/event-sourcing';
import { changeSealedFields } from './change.sealed-fields.js';
import { caseCommands } from './commands/index.js';
import { caseReactions } from './reactions/index.js';
import { caseProjections, caseQueries, readingTexts } from './reading.js';
import { changeRefusals } from './texts.js';

/** Everything that cases add to the product. */
export const casesFeature: Feature = {
  name: 'cases',
  commands: caseCommands,
  queries: caseQueries,
  projections: caseProjections,
  reactions: caseReactions,
  sealedFields: changeSealedFields,
  refusals: { ...readingTexts, ...changeRefusals },
};
