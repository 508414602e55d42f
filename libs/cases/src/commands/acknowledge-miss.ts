import type { LocalDate, Side } from '@rettidig/vocabulary';
import { Day, Ids, One, OneOf, sides, SourceOfFact } from '@rettidig/vocabulary';
import { notInTheFuture, registered } from '../checks.js';
import { missesSpokenOf, sideOf } from '../sides.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given } from './parts.js';

/** A side acknowledges or regrets that something was missed. Not an admission of anything more (A9). */
export class AcknowledgeMiss {
  @Ids({ description: 'The requirements; all that were missed when left out.', min: 1, optional: true })
  requirementIds?: string[];

  @OneOf(sides, { description: 'Which side; your own when left out. The secretariat says whose.', optional: true })
  side?: Side;

  @Day({ description: 'When.' })
  on!: LocalDate;

  @One(() => SourceOfFact, { description: 'Where it stands.', optional: true })
  source?: SourceOfFact;
}

export const acknowledgeMiss: CaseCommand<AcknowledgeMiss> = {
  ...onCase,
  name: 'AcknowledgeMiss',
  message: AcknowledgeMiss,
  kind: 'fact',
  path: '/changes/{id}/miss-acknowledgements',
  summary: { da: 'Anerkend at MED-behandling mangler', en: 'Acknowledge a miss' },
  refusals: [
    'change.unknown',
    'change.in-the-future',
    'change.side-missing',
    'change.not-your-side',
    'change.not-missed',
  ],
  decide: (state, message, context) => {
    registered(state);
    notInTheFuture(message.on, context);
    const side = sideOf(state, message.side, context);
    const requirementIds = missesSpokenOf(state, message.requirementIds).filter(
      (id) => !state.duties[id]!.acknowledgedBy.includes(side),
    );
    if (requirementIds.length === 0) return [];
    const { on, source } = message;
    return [{ type: 'MissAcknowledged', data: { requirementIds, side, on, ...given({ source }) } }];
  },
};
