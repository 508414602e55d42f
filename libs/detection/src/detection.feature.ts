import type { Feature } from '@rettidig/event-sourcing';
import { politicalAgendaSealedFields } from './political-agenda.events.js';
import { possibleMissSealedFields } from './possible-miss.events.js';
import { screeningSealedFields } from './screening.events.js';

/** Everything that this slice adds to the product. */
export const detectionFeature: Feature = {
  name: 'detection',
  tags: {
    detection:
      'The changes that nobody registered: political agendas held against the register, possible misses to be assessed, screening rounds, standing checks.',
  },
  commands: [],
  queries: [],
  acts: [],
  projections: [],
  reactions: [],
  sealedFields: { ...politicalAgendaSealedFields, ...possibleMissSealedFields, ...screeningSealedFields },
  refusals: {},
};
