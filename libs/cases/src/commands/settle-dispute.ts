import { forbidden, notFound, Refused } from '@rettidig/event-sourcing';
import { mainCommittee, structureOn } from '@rettidig/organisation';
import { FreeText, Id, isPolitical, OneOf } from '@rettidig/vocabulary';
import type { ChangeState, Dispute, Settlement } from '../change.state.js';
import { openDuties, standingActs, standingMiss } from '../change.state.js';
import type { ChangeContext } from '../checks.js';
import { officesOn, registered, today } from '../checks.js';
import { assessAndJudge, atReassessment } from '../consequences.js';
import { Draft } from '../draft.js';
import type { Occasion } from '../owed.js';
import { discussionOf } from '../progress.js';
import { identified } from '../requirements.js';
import type { SettlementOutcome } from '../words.js';
import { settlements } from '../words.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** The rule id of a duty that chair and deputy chair agreed on where the rules named none. */
const BY_BOTH_CHAIRS = 'bothChairs';

/** What one of the two chairs says about a dispute; when both say the same, it is settled. */
export class SettleDispute {
  @Id({ description: 'The dispute.' })
  disputeId!: string;

  @OneOf(settlements, { description: 'What is agreed.', example: 'medRelevant' })
  outcome!: SettlementOutcome;

  @FreeText({
    description: 'Why.',
    example: 'Vi er enige om, at sagen skal drøftes i HovedMED.',
    max: 2000,
    multiline: true,
  })
  reason!: string;
}

export const settleDispute: CaseCommand<SettleDispute> = {
  ...onCase,
  name: 'SettleDispute',
  message: SettleDispute,
  kind: 'change',
  path: '/changes/{id}/disputes/{disputeId}/settlement',
  summary: { da: 'Afslut en indsigelse', en: 'Settle a dispute' },
  refusals: [
    'change.unknown',
    'change.dispute-unknown',
    'change.dispute-settled',
    'change.not-a-chair',
    'change.settlement-differs',
    'change.one-person-twice',
  ],
  decide: (state, { disputeId, outcome, reason }, context) => {
    const dispute = registered(state).disputes[disputeId];
    if (!dispute) throw notFound('change.dispute-unknown');
    if (dispute.settled) throw new Refused('change.dispute-settled');
    const office = officeOf(state, context);
    if (dispute.said.some((one) => one.office === office && one.outcome === outcome)) return [];
    const byBoth = agrees(dispute, { office, outcome, by: context.actor.id });
    const draft = new Draft(state, context);
    const effect = byBoth ? effectOf(state, outcome, context) : { reopens: [], ends: [] };
    draft.add({ type: 'DisputeSettled', data: { disputeId, office, byBoth, outcome, reason, ...effect } });
    if (byBoth && outcome === 'medRelevant') {
      assessAndJudge(draft, { cause: 'dispute', added: dutyIfNone(draft) }, atReassessment(context));
    }
    return draft.events;
  },
};

function officeOf(state: ChangeState, context: ChangeContext): Settlement['office'] {
  const offices = officesOn(state, context);
  if (offices.includes('deputyChair')) return 'deputyChair';
  if (offices.includes('chair')) return 'chair';
  throw forbidden('change.not-a-chair');
}

/** Whether the other of the two has said the same. Two offices in one hand are not two people. */
function agrees({ said }: Dispute, { office, outcome, by }: Settlement): boolean {
  const other = said.find((one) => one.office !== office);
  if (!other) return false;
  if (other.by === by) throw new Refused('change.one-person-twice');
  if (other.outcome !== outcome) throw new Refused('change.settlement-differs', { said: other.outcome });
  return true;
}

/** Duties that stand again, or end, because both agreed. What was missed stays missed. */
function effectOf(state: ChangeState, outcome: SettlementOutcome, context: ChangeContext) {
  const ids = (duties: ReturnType<typeof openDuties>): string[] =>
    duties.map(({ requirement }) => requirement.requirementId);
  const lowered = Object.values(state.duties).filter(
    ({ standing, endedBy }) => standing === 'ended' && endedBy !== 'withdrawal',
  );
  const unheard = openDuties(state).filter(
    (duty) => !standingMiss(duty) && discussionOf(state, duty, context) === 'none',
  );
  return {
    reopens: outcome === 'medRelevant' ? ids(lowered) : [],
    ends: outcome === 'notMedRelevant' ? ids(unheard) : [],
  };
}

/** Where the rules named no committee, the main one: both chairs say that the case must go to MED. */
function dutyIfNone({ state, context }: Draft): Occasion['added'] {
  if (openDuties(state).length > 0) return [];
  const day = standingActs(state).at(-1)?.day ?? today(context);
  return identified(context.subjectId, [
    {
      committeeId: mainCommittee(structureOn(context.reference.organisation, day))?.committeeId ?? null,
      role: 'primary',
      before: isPolitical(state.decider.body) ? 'recommendation' : 'decision',
      ruleId: BY_BOTH_CHAIRS,
      secretaryConfirms: false,
    },
  ]);
}
