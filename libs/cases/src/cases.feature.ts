import type { Feature } from '@rettidig/event-sourcing';
import { changeSealedFields } from './change.sealed-fields.js';
import { caseCommands } from './commands/index.js';
import { caseReactions } from './reactions/index.js';
import { caseProjections, caseQueries, readingTexts } from './reading.js';
import { changeRefusals } from './texts.js';

/** Everything that cases add to the product. */
export const casesFeature: Feature = {
  name: 'cases',
  tags: {
    changes:
      'A change from registration to decision and start (`sag`): what it owes MED, what was held, and what was missed. Every answer says where the case then stands.',
    plans:
      'The way back from every planned decision: which meeting, by when papers and items must be in, what is at risk, and what can still be done.',
    register:
      'What was not MED-treated before it was decided, and acts that lower a duty. The same list for everybody, filtered by nobody but the reader.',
  },
  commands: caseCommands,
  queries: caseQueries,
  projections: caseProjections,
  reactions: caseReactions,
  sealedFields: changeSealedFields,
  refusals: { ...readingTexts, ...changeRefusals },
};
