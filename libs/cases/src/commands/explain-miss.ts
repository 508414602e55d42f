import type { Side } from '@rettidig/vocabulary';
import { Codes, FreeText, Ids, One, OneOf, sides, SourceOfFact } from '@rettidig/vocabulary';
import type { ExplainedCause } from '../change.events.js';
import { registered } from '../checks.js';
import { missesSpokenOf, sideOf } from '../sides.js';
import { explainedCauses } from '../words.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given } from './parts.js';

/** What one side says was the cause. Several, from either side, at any time (A8, D6). */
export class ExplainMiss {
  @Ids({ description: 'The requirements; all that were missed when left out.', min: 1, optional: true })
  requirementIds?: string[];

  @Codes(explainedCauses, { description: 'The causes.', example: ['noClearExplanation'], min: 1, max: 6 })
  causes!: ExplainedCause[];

  @OneOf(sides, { description: 'Which side; your own when left out. The secretariat says whose.', optional: true })
  side?: Side;

  @FreeText({
    description: 'More about it.',
    example: 'Sagen blev fremskyndet, og ingen spurgte sekretariatet.',
    max: 2000,
    multiline: true,
    optional: true,
  })
  note?: string;

  @One(() => SourceOfFact, { description: 'Where it stands.', optional: true })
  source?: SourceOfFact;
}

export const explainMiss: CaseCommand<ExplainMiss> = {
  ...onCase,
  name: 'ExplainMiss',
  message: ExplainMiss,
  kind: 'fact',
  path: '/changes/{id}/miss-explanations',
  summary: { da: 'Forklar hvorfor MED-behandling mangler', en: 'Explain a miss' },
  refusals: ['change.unknown', 'change.side-missing', 'change.not-your-side', 'change.not-missed'],
  decide: (state, message, context) => {
    const side = sideOf(registered(state), message.side, context);
    const requirementIds = missesSpokenOf(state, message.requirementIds);
    const { note, source } = message;
    const causes = [...new Set(message.causes)];
    return [{ type: 'MissExplained', data: { requirementIds, causes, side, ...given({ note, source }) } }];
  },
};
