import { Refused } from '@rettidig/event-sourcing';
import { FreeText } from '@rettidig/vocabulary';
import { registered } from '../checks.js';
import { OpenedDispute } from './answers.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** The deputy chair disagrees with the assessment, or with an act that lowered the duty. Possible at any time. */
export class DisputeAssessment {
  @FreeText({
    description: 'Why.',
    example: 'Ændringen berører arbejdstiden og hører til i HovedMED.',
    max: 2000,
    multiline: true,
  })
  reason!: string;
}

export const disputeAssessment: CaseCommand<DisputeAssessment, OpenedDispute> = {
  ...onCase,
  name: 'DisputeAssessment',
  message: DisputeAssessment,
  kind: 'change',
  path: '/changes/{id}/disputes',
  summary: { da: 'Gør indsigelse mod vurderingen', en: 'Dispute the assessment' },
  refusals: ['change.unknown', 'change.dispute-open'],
  decide: (state, { reason }, context) => {
    if (Object.values(registered(state).disputes).some(({ settled }) => !settled)) {
      throw new Refused('change.dispute-open');
    }
    return [{ type: 'AssessmentDisputed', data: { disputeId: context.newId('dispute'), reason } }];
  },
  answer: (state, message, context): OpenedDispute => ({
    ...onCase.answer(state, message, context),
    disputeId: context.newId('dispute'),
  }),
  answerType: OpenedDispute,
};
