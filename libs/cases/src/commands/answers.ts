import type { CommitteeLevel } from '@rettidig/organisation';
import { committeeLevels } from '@rettidig/organisation';
import type { BeforeAct, DelegationApplied, RequiredReview } from '@rettidig/rules';
import { Codes, Day, Flag, Id, ListOf, One, OneOf, Patterns } from '@rettidig/vocabulary';
import type { LocalDate } from '@rettidig/vocabulary';
import type { MissCause } from '../change.events.js';
import type { ChangeState, Miss } from '../change.state.js';
import type { DutyStatus } from '../progress.js';
import { relevances, requirementStatuses } from '../register.words.js';
import { acts, missCauses, roles } from '../words.js';

/** What the register of delegations says of a case (B18). In words it stands on the case. */
export class DelegationNow implements DelegationApplied {
  @Id({ description: 'The delegation.' })
  delegationId!: string;

  @Id({ description: 'The unit whose manager may decide it.' })
  unitId!: string;

  @OneOf(committeeLevels, { description: 'The level of that manager.' })
  level!: CommitteeLevel;

  @OneOf(['agrees', 'differs', 'routes', 'notUsed'], {
    description:
      '`differs`: whoever is named as decider stands at another level than the register says; the case follows whoever is named, and somebody should look. `agrees`: at the same level. While nobody is named: `routes`, the level of the register is used; `notUsed`, another rule says where the case goes.',
  })
  use!: DelegationApplied['use'];
}

/** A duty that stands after the command. */
export class DutyNow {
  @Id({ description: 'The requirement: this committee, before that act. The same after every new assessment.' })
  requirementId!: string;

  @Id({
    description: 'The committee; null when none could be found: the duty holds all the same.',
    nullable: true,
  })
  committeeId!: string | null;

  @OneOf(roles, {
    description: "`primary`, or `localItem`: the local committee's own item beside it, never instead of it.",
    example: 'primary',
  })
  role!: RequiredReview['role'];

  @OneOf(acts, { description: 'Before which act MED must have been involved.', example: 'recommendation' })
  before!: BeforeAct;

  @Flag({ description: 'Something decisive is unknown: the secretary confirms the committee.', example: false })
  secretaryConfirms!: boolean;

  @OneOf(requirementStatuses, { description: 'Where it stands.', example: 'unplaced' })
  status!: DutyStatus;

  @Day({
    description: 'The day of the meeting aimed at; null when there is none, or nothing left to plan.',
    nullable: true,
  })
  meetingOn!: LocalDate | null;

  @Day({ description: 'The day by which its item must be in; null where nothing is agreed.', nullable: true })
  itemIn!: LocalDate | null;

  @Day({ description: 'The day by which the papers must be out; null where nothing is agreed.', nullable: true })
  papersOut!: LocalDate | null;

  @Day({ description: 'The review must be held before this day; null while no date is known.', nullable: true })
  reviewBefore!: LocalDate | null;
}

/** A duty that was missed, also where it was rebutted or recorded in error afterwards. */
export class MissNow {
  @Id({ description: 'The requirement that was missed.' })
  requirementId!: string;

  @Id({ description: 'Its committee; null when none could be found.', nullable: true })
  committeeId!: string | null;

  @OneOf(missCauses, { description: 'How it was missed.', example: 'decidedBeforeMed' })
  cause!: MissCause;

  @OneOf(['missed', 'rebutted', 'recordedInError'], {
    description: 'What became of it. Only `missed` counts in the total of the register.',
    example: 'missed',
  })
  state!: Miss['state'];
}

/** What surprises about a fact that was accepted all the same. */
export const changeFlags = [
  'decidedLongAgo',
  'reviewAfterDecision',
  'committeeNotInForce',
  'minutesNotApproved',
] as const;
export type ChangeFlag = (typeof changeFlags)[number];

/** What a caller learns from any command on a case: what it owes, what was missed, what surprises. */
export class CaseNow {
  @OneOf(relevances, {
    description: 'Whether it is a MED case. `undetermined` counts as one until the questions in `ask` are answered.',
    example: 'medRelevant',
  })
  relevance!: ChangeState['relevance'];

  @Patterns(/^[a-z][A-Za-z0-9]{0,63}$/, {
    description: 'Questions of the rule set whose answers could still change the result.',
    example: ['affectsStaff'],
  })
  ask!: readonly string[];

  @One(() => DelegationNow, {
    description: 'What the register of delegations says of it; null where it says nothing.',
    nullable: true,
  })
  delegation!: DelegationNow | null;

  @ListOf(() => DutyNow, { description: 'What the case owes MED, reviewed or not.' })
  requirements!: DutyNow[];

  @ListOf(() => MissNow, { description: 'Duties that were missed, each with the latest miss; empty when none was.' })
  misses!: MissNow[];

  @Codes(changeFlags, {
    description:
      'What surprises about the fact just recorded, accepted all the same: `decidedLongAgo` (over a year before it was recorded), `reviewAfterDecision` (the review was not held before the decision), `committeeNotInForce` (the committee was not in force on that day), `minutesNotApproved` (recorded after the decision, and the minutes are not approved by chair and deputy chair).',
    example: [],
  })
  flags!: ChangeFlag[];
}

/** The case, and the dispute that was opened. */
export class OpenedDispute extends CaseNow {
  @Id({ description: 'The new dispute.' })
  disputeId!: string;
}
