import type { Feature } from '@rettidig/event-sourcing';
import { politicalAgendaRefusals } from './agenda.texts.js';
import { importPoliticalAgenda } from './commands/import-political-agenda.js';
import { linkAgendaItem } from './commands/link-agenda-item.js';
import { unlinkAgendaItem } from './commands/unlink-agenda-item.js';
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
  commands: [importPoliticalAgenda, linkAgendaItem, unlinkAgendaItem],
  queries: [],
  acts: [],
  projections: [],
  reactions: [],
  sealedFields: { ...politicalAgendaSealedFields, ...possibleMissSealedFields, ...screeningSealedFields },
  refusals: { ...politicalAgendaRefusals },
};
