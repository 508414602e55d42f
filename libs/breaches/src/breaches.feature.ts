import type { Feature } from '@rettidig/event-sourcing';
import { breachSealedFields } from './breach.events.js';
import { answerDemand } from './commands/answer-demand.js';
import { importDemands } from './commands/import-demands.js';
import { raiseDemand } from './commands/raise-demand.js';
import { recordBreachNotRaised } from './commands/record-breach-not-raised.js';
import { breachesProjection } from './projections/breaches.projection.js';
import { getBreach } from './queries/get-breach.js';
import { listBreaches } from './queries/list-breaches.js';
import { breachRefusals } from './texts.js';

/** Everything that this slice adds to the product. */
export const breachesFeature: Feature = {
  name: 'breaches',
  tags: {
    breaches:
      'What the employee side did instead of raising a breach (`brud-sag`): the reservation, demands, and the answers of the management side.',
  },
  commands: [recordBreachNotRaised, raiseDemand, answerDemand, importDemands],
  queries: [listBreaches, getBreach],
  projections: [breachesProjection],
  reactions: [],
  sealedFields: breachSealedFields,
  refusals: breachRefusals,
};
