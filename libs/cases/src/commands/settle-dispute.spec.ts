import { aCase, dutyIn, noImportance, plannedByManager } from '../testing/played-case.js';
import { LOCAL, MAIN, PEOPLE, UNITS } from '../testing/town.js';
import type { SettlementOutcome } from '../words.js';
import { correctChangeFacts } from './correct-change-facts.js';
import { declareNotMedRelevant } from './declare-not-med-relevant.js';
import { disputeAssessment } from './dispute-assessment.js';
import { recordDecision } from './record-decision.js';
import { settleDispute } from './settle-dispute.js';

const reason = 'fordi';
const decision = { body: 'manager', when: { on: '2026-04-20' }, outcome: 'approved' } as const;

const disputed = (played = aCase().register().do(declareNotMedRelevant, { reason })) =>
  played.do(disputeAssessment, { reason }, PEOPLE.deputyChair);

const says = (played: ReturnType<typeof disputed>, outcome: SettlementOutcome) => ({
  disputeId: played.last('AssessmentDisputed').disputeId,
  outcome,
  reason,
});

const bothSay = (played: ReturnType<typeof disputed>, outcome: SettlementOutcome) =>
  played
    .do(settleDispute, says(played, outcome), PEOPLE.deputyChair)
    .do(settleDispute, says(played, outcome), PEOPLE.chair);

describe('a dispute about the assessment', () => {
  it('is raised by the deputy chair at any time, one at a time', () => {
    expect(disputed().refusal(disputeAssessment, { reason }, PEOPLE.deputyChair)).toBe('change.dispute-open');
    const decided = aCase().register().do(recordDecision, decision);
    expect(decided.refusal(disputeAssessment, { reason }, PEOPLE.deputyChair)).toBe('not refused');
  });

  it('tells the access table what the actor is in the main committee', () => {
    const played = aCase().register();
    expect(disputeAssessment.resource!(played.state, { reason }, played.context(PEOPLE.deputyChair)).offices).toEqual([
      'deputyChair',
      'member',
      'employeeSide',
    ]);
  });

  it('is not settled by one of the two', () => {
    const played = disputed();
    played.do(settleDispute, says(played, 'medRelevant'), PEOPLE.chair);
    expect(played.last('DisputeSettled')).toMatchObject({ office: 'chair', byBoth: false, reopens: [], ends: [] });
    expect(played.owes()).toEqual([]);
    expect(played.decided(settleDispute, says(played, 'medRelevant'), PEOPLE.chair)).toEqual([]);
  });

  it('opens what was declared away when both say that it must go to MED', () => {
    const played = bothSay(disputed(), 'medRelevant');
    expect(played.last('DisputeSettled')).toMatchObject({ byBoth: true, reopens: [dutyIn(MAIN), dutyIn(LOCAL)] });
    expect(played.owes()).toEqual([MAIN, LOCAL]);
    expect(played.do(recordDecision, decision).rows()).toHaveLength(2);
  });

  it('finds what was missed when the change was decided meanwhile', () => {
    const played = disputed(aCase().register().do(declareNotMedRelevant, { reason }).do(recordDecision, decision));
    expect(played.rows()).toEqual([]);
    bothSay(played.on('2026-05-04'), 'medRelevant');
    expect(played.rows().map(({ committeeId, state }) => [committeeId, state])).toEqual([
      [MAIN, 'missed'],
      [LOCAL, 'missed'],
    ]);
    expect(played.last('MedReviewMissed').foundBy).toBe('reassessment');
  });

  it('names the main committee where the rules named none', () => {
    const played = bothSay(
      disputed(aCase().register({ ...plannedByManager, kind: 'other', facts: noImportance })),
      'medRelevant',
    );
    expect(played.owes()).toEqual([MAIN]);
    expect(played.last('MedInvolvementAssessed').requirements[0]).toMatchObject({ ruleId: 'bothChairs' });
    played.do(correctChangeFacts, { title: 'x', facts: { affectsStaff: 'no' }, reason });
    expect(played.owes()).toEqual([MAIN]);
  });

  it('ends what is open when both say that it need not, and nothing that was missed', () => {
    const open = bothSay(disputed(aCase().register()), 'notMedRelevant');
    expect(open.last('DisputeSettled').ends).toEqual([dutyIn(MAIN), dutyIn(LOCAL)]);
    const missed = bothSay(disputed(aCase().register().do(recordDecision, decision)), 'notMedRelevant');
    expect(missed.last('DisputeSettled').ends).toEqual([]);
    expect(missed.rows().every(({ state }) => state === 'missed')).toBe(true);
  });

  it('leaves everything as it is when both say that the assessment stands', () => {
    const played = disputed(aCase().register());
    const before = played.statuses();
    expect(bothSay(played, 'assessmentStands').statuses()).toEqual(before);
  });

  it('is refused while they differ, and each may think again', () => {
    const played = disputed();
    played.do(settleDispute, says(played, 'assessmentStands'), PEOPLE.chair);
    expect(played.refusal(settleDispute, says(played, 'medRelevant'), PEOPLE.deputyChair)).toBe(
      'change.settlement-differs',
    );
    played.do(settleDispute, says(played, 'medRelevant'), PEOPLE.chair);
    played.do(settleDispute, says(played, 'medRelevant'), PEOPLE.deputyChair);
    expect(played.last('DisputeSettled').byBoth).toBe(true);
    expect(played.refusal(settleDispute, says(played, 'medRelevant'), PEOPLE.deputyChair)).toBe(
      'change.dispute-settled',
    );
  });

  it('is for the two chairs, and for a dispute that there is', () => {
    const played = disputed();
    expect(played.refusal(settleDispute, says(played, 'medRelevant'), PEOPLE.manager)).toBe('change.not-a-chair');
    const other = { ...says(played, 'medRelevant'), disputeId: UNITS.home };
    expect(played.refusal(settleDispute, other, PEOPLE.chair)).toBe('change.dispute-unknown');
  });
});
