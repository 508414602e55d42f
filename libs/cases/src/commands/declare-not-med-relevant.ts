import { Refused } from '@rettidig/event-sourcing';
import { FreeText } from '@rettidig/vocabulary';
import { openDuties, missedDuties } from '../change.state.js';
import { inProgress, today, undecided } from '../checks.js';
import { assessOn } from '../owed.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** Somebody says that it is no MED case. It shows in the register, and reaches the deputy chair at once. */
export class DeclareNotMedRelevant {
  @FreeText({
    description: 'Why.',
    example: 'Ændringen gælder kun et it-system og ingen ansatte.',
    max: 1000,
    multiline: true,
  })
  reason!: string;
}

export const declareNotMedRelevant: CaseCommand<DeclareNotMedRelevant> = {
  ...onCase,
  name: 'DeclareNotMedRelevant',
  message: DeclareNotMedRelevant,
  kind: 'change',
  path: '/changes/{id}/not-med-relevant',
  summary: { da: 'Erklær at sagen ikke skal i MED', en: 'Declare that it is no MED case' },
  refusals: [
    'change.unknown',
    'change.withdrawn',
    'change.already-missed',
    'change.already-decided',
    'change.answers-missing',
    'change.already-declared',
  ],
  decide: (state, { reason }, context) => {
    if (missedDuties(inProgress(state)).length > 0) throw new Refused('change.already-missed');
    undecided(state);
    if (state.ruledBy === 'notMedRelevant') throw new Refused('change.already-declared');
    const { relevance, explanation } = assessOn(state, context, { day: today(context), body: state.decider.body });
    if (relevance === 'undetermined') throw new Refused('change.answers-missing', { ask: explanation.ask });
    const ends = openDuties(state).map(({ requirement }) => requirement.requirementId);
    return [{ type: 'DeclaredNotMedRelevant', data: { reason, ends } }];
  },
};
