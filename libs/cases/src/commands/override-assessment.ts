import type { BeforeAct, RequiredReview } from '@rettidig/rules';
import { FreeText, Id, ListOf, OneOf } from '@rettidig/vocabulary';
import type { ChangeState } from '../change.state.js';
import { openDuties } from '../change.state.js';
import { knownCommittee, undecided } from '../checks.js';
import { identified } from '../requirements.js';
import { acts, roles } from '../words.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** The rule id of duties that a person named. */
const BY_OVERRIDE = 'override';

/** A duty that somebody says is right instead of what the rules say. */
export class DutyByHand {
  @Id({ description: 'The committee.' })
  committeeId!: string;

  @OneOf(acts, { description: 'Before which act.', example: 'decision' })
  before!: BeforeAct;

  @OneOf(roles, {
    description: 'The review itself, or a local item beside it; the review when left out.',
    optional: true,
  })
  role?: RequiredReview['role'];
}

/** Another committee or act than the rules say. To say that nothing is owed is another act: not MED-relevant. */
export class OverrideAssessment {
  @ListOf(() => DutyByHand, { description: 'All that is owed from now on.', min: 1, max: 20 })
  requirements!: DutyByHand[];

  @FreeText({ description: 'Why.', example: 'Sagen rammer også et andet center.', max: 1000, multiline: true })
  reason!: string;
}

export const overrideAssessment: CaseCommand<OverrideAssessment> = {
  ...onCase,
  name: 'OverrideAssessment',
  message: OverrideAssessment,
  kind: 'change',
  path: '/changes/{id}/assessment-override',
  summary: { da: 'Tilsidesæt vurderingen', en: 'Override the assessment' },
  refusals: ['change.unknown', 'change.withdrawn', 'change.already-decided', 'change.committee-unknown'],
  decide: (state, message, context) => {
    undecided(state);
    for (const { committeeId } of message.requirements) knownCommittee(committeeId, context);
    const requirements = identified(
      context.subjectId,
      message.requirements.map(({ committeeId, before, role }) => ({
        committeeId,
        before,
        role: role ?? 'primary',
        ruleId: BY_OVERRIDE,
        secretaryConfirms: false,
      })),
    );
    const ends = endedBy(state, new Set(requirements.map(({ requirementId }) => requirementId)));
    return [{ type: 'AssessmentOverridden', data: { requirements, reason: message.reason, ends } }];
  },
};

const endedBy = (state: ChangeState, stay: ReadonlySet<string>): string[] =>
  openDuties(state)
    .map(({ requirement }) => requirement.requirementId)
    .filter((id) => !stay.has(id));
