import { aCase, atCentreLevel, CASE, plannedByManager, reviewAt } from '../testing/played-case.js';
import {
  AREA,
  itemIdOf,
  LOCAL,
  MAIN,
  meetingIdOf,
  PEOPLE,
  referenceOf,
  transitionFrom,
  UNITS,
} from '../testing/town.js';
import { confirmReview } from './confirm-review.js';
import { correctPapers } from './correct-papers.js';
import { declareNotMedRelevant } from './declare-not-med-relevant.js';
import { disputeAssessment } from './dispute-assessment.js';
import { mirrorPlacement } from './mirror-placement.js';
import { mirrorRemovalFromAgenda } from './mirror-removal-from-agenda.js';
import { moveDecisionPoint } from './move-decision-point.js';
import { reassessChange } from './reassess-change.js';
import { recordDecision } from './record-decision.js';
import { recordReview } from './record-review.js';
import { registerChange } from './register-change.js';
import { reportAlteration } from './report-alteration.js';
import { replanChange } from './replan-change.js';
import { settleDispute } from './settle-dispute.js';
import { submitRecommendation } from './submit-recommendation.js';
import { withPlan } from './with-plan.js';
import { withdrawChange } from './withdraw-change.js';

const replan = withPlan(replanChange);
const cause = { what: 'meeting', did: 'scheduled', id: meetingIdOf('m'), on: '2026-05-12' } as const;
const decision = { kind: 'decision', body: 'manager', when: { on: '2026-06-03' } } as const;
const may = { key: 'm', committeeId: MAIN, on: '2026-05-12' };
const at = { meetingId: meetingIdOf('m'), itemId: itemIdOf('m') };

/** Registered on 24 April: HovedMED and the local committee before the manager decides on 3 June. */
const planned = () => aCase().do(withPlan(registerChange), { ...plannedByManager, decisionPoints: [decision] });
const decidedByPoliticians = {
  ...plannedByManager,
  unitId: UNITS.administration,
  decider: { body: 'socialCommittee', managerUnitId: UNITS.centre },
} as const;
const plansIn = (played: ReturnType<typeof aCase>) => played.last('ReviewsPlanned').plans;
const inMain = (played: ReturnType<typeof aCase>) => plansIn(played).find(({ committeeId }) => committeeId === MAIN)!;

describe('planning anew in the same append', () => {
  it('plans every duty of a case when it is registered', () => {
    const played = planned();
    expect(played.events.at(-1)!.type).toBe('ReviewsPlanned');
    expect(plansIn(played).map(({ committeeId }) => committeeId)).toEqual([MAIN, LOCAL]);
    expect(inMain(played)).toMatchObject({ since: '2026-04-24', reviewBefore: '2026-06-03', meetingId: null });
  });

  it('plans a duty that was superseded and comes back from the day on which it does', () => {
    const structure = { cause: 'structure' } as const;
    const early = { key: 'early', committeeId: AREA, on: '2026-05-04', caseId: CASE };
    const inArea = (played: ReturnType<typeof aCase>) =>
      plansIn(played).find(({ committeeId }) => committeeId === AREA);
    const played = aCase()
      .meeting(early)
      .do(withPlan(registerChange), { ...atCentreLevel, decisionPoints: [decision] });
    expect(inArea(played)).toMatchObject({ since: '2026-04-24', meetingOn: '2026-05-04' });
    played.on('2026-04-28').organisation(transitionFrom('2026-04-24'));
    expect(inArea(played.do(withPlan(reassessChange), structure, PEOPLE.system))).toBeUndefined();
    played.on('2026-05-12').lookingUp(referenceOf({ meetings: [early] }));
    played.do(withPlan(reassessChange), structure, PEOPLE.system);
    expect(inArea(played)).toMatchObject({ since: '2026-05-12', meetingId: null });
  });

  it('plans a duty that a settlement brings back from the day on which it does', () => {
    const reason = 'fordi';
    const played = planned().do(withPlan(declareNotMedRelevant), { reason });
    played.do(disputeAssessment, { reason }, PEOPLE.deputyChair).on('2026-05-12');
    const { disputeId } = played.last('AssessmentDisputed');
    const settlement = { disputeId, outcome: 'medRelevant', reason } as const;
    played.do(withPlan(settleDispute), settlement, PEOPLE.deputyChair);
    played.do(withPlan(settleDispute), settlement, PEOPLE.chair);
    expect(inMain(played).since).toBe('2026-05-12');
  });

  it('writes down what changed, with its cause, and nothing where nothing did', () => {
    const played = planned().meeting(may).do(replan, { cause }, PEOPLE.system);
    expect(inMain(played)).toMatchObject({ meetingId: at.meetingId, meetingOn: '2026-05-12' });
    expect(played.last('ReviewsPlanned').cause).toEqual(cause);
    expect(played.decided(replan, { cause }, PEOPLE.system)).toEqual([]);
    const later = played.meeting({ key: 'late', committeeId: MAIN, on: '2026-06-03' });
    expect(later.decided(replan, { cause }, PEOPLE.system)).toEqual([]);
    expect(later.meeting({ key: 'area', committeeId: AREA, on: '2026-05-20' }).decided(replan, { cause })).toEqual([]);
  });

  it('leaves what a person says without effect without effect, and what is no news without an event', () => {
    const played = planned().meeting(may);
    const [point] = Object.keys(played.state.points);
    const same = { pointId: point!, to: decision.when, reason: 'intet nyt' };
    expect(played.decided(withPlan(moveDecisionPoint), same)).toEqual([]);
    played.do(replan, { cause }, PEOPLE.system);
    const erratum = { was: 'a', isNow: 'b', announcedOn: '2026-04-24' };
    expect(played.decided(withPlan(correctPapers), erratum).map(({ type }) => type)).toEqual(['PapersCorrected']);
  });

  it('moves with the date of the decision', () => {
    const played = planned().meeting(may).do(replan, { cause }, PEOPLE.system);
    const [point] = Object.keys(played.state.points);
    played.do(withPlan(moveDecisionPoint), { pointId: point!, to: { on: '2026-05-12' }, reason: 'fremrykket' });
    expect(inMain(played)).toMatchObject({ meetingId: null, lastUsableId: null, pastFrom: '2026-05-12' });
    expect(played.last('ReviewsPlanned').cause).toEqual({ what: 'case' });
  });

  it('moves with a decision that is put off to a day that is known', () => {
    const played = planned().on('2026-06-04');
    const [pointId] = Object.keys(played.state.points);
    const put = { body: 'manager', when: { on: '2026-06-03' }, outcome: 'postponed' } as const;
    const because = { postponedTo: '2026-06-17', postponedBecause: 'der mangler en beregning' };
    const events = played.decided(withPlan(recordDecision), { ...put, ...because });
    expect(events.map(({ type }) => type)).toEqual(['DecisionRecorded', 'DecisionPointMoved', 'ReviewsPlanned']);
    expect(played.last('DecisionPointMoved')).toEqual({
      ...{ pointId, from: { on: '2026-06-03' }, to: { on: '2026-06-17' }, reason: because.postponedBecause },
    });
    expect(inMain(played)).toMatchObject({ reviewBefore: '2026-06-17', bodies: [{ pointId, day: '2026-06-17' }] });
  });

  it('says which meeting it was put on, moved with, or taken off', () => {
    const other = { key: 'other', committeeId: MAIN, on: '2026-05-20' };
    const played = planned().meeting(other).meeting(may).do(replan, { cause }, PEOPLE.system);
    played.do(withPlan(mirrorPlacement), at, PEOPLE.system);
    expect(played.last('ReviewsPlanned').cause).toEqual({
      ...{ what: 'meeting', id: at.meetingId, did: 'onAgenda', on: '2026-05-12' },
    });
    played.meeting({ ...may, movedTo: '2026-05-19' }).do(withPlan(mirrorPlacement), at, PEOPLE.system);
    expect(played.last('ReviewsPlanned').cause).toEqual({
      ...{ what: 'meeting', id: at.meetingId, did: 'moved', from: '2026-05-12', on: '2026-05-19' },
    });
    const by = { personId: PEOPLE.chair.id, role: 'chair', reason: 'sygdom', because: 'meetingCancelled' } as const;
    played
      .meeting({ ...may, came: 'cancelled' })
      .do(withPlan(mirrorRemovalFromAgenda), { ...at, ...by }, PEOPLE.system);
    expect(played.last('ReviewsPlanned').cause).toMatchObject({ did: 'cancelled', on: '2026-05-19' });
    expect(inMain(played).meetingOn).toBe('2026-05-20');
  });

  it('has nothing to plan for a duty that was discussed, and none for a withdrawn case', () => {
    const reviewed = planned().meeting({ ...may, on: '2026-04-24', came: 'discussed' });
    reviewed.do(withPlan(recordReview), { ...at, heldOn: '2026-04-24' });
    expect(plansIn(reviewed).map(({ committeeId }) => committeeId)).toEqual([LOCAL]);
    expect(reviewed.decided(withPlan(confirmReview), at, PEOPLE.system)).toEqual([]);
    const withdrawn = planned().do(withPlan(withdrawChange), { reason: 'opgivet' });
    expect(plansIn(withdrawn)).toEqual([]);
  });

  it('looks for a meeting after the day on which the proposal became another one', () => {
    const reviewed = planned().meeting({ ...may, key: 'first', on: '2026-04-23', came: 'discussed' });
    reviewed.do(withPlan(recordReview), reviewAt('first', '2026-04-23'));
    // The meeting of the same day is still called: what it says of the proposal would be about the one before.
    reviewed.meeting({ ...may, key: 'same', on: '2026-04-24' });
    const altered = { what: ['scope' as const], on: '2026-04-24', note: 'nu permanent' };
    reviewed.do(withPlan(reportAlteration), altered);
    expect(inMain(reviewed)).toMatchObject({ since: '2026-04-25', meetingId: null, atRiskFrom: '2026-04-25' });
    reviewed.meeting(may).do(replan, { cause }, PEOPLE.system);
    expect(inMain(reviewed)).toMatchObject({ meetingId: at.meetingId, lastUsableOn: '2026-05-12' });
  });

  it('aims at the next meeting once the decision is put off, until somebody says to which day', () => {
    const played = planned().meeting({ key: 'june', committeeId: MAIN, on: '2026-06-24' }).on('2026-06-04');
    played.do(withPlan(recordDecision), { body: 'manager', when: decision.when, outcome: 'postponed' });
    expect(inMain(played)).toMatchObject({ aim: 'nextMeeting', meetingOn: '2026-06-24', pastFrom: null, bodies: [] });
    const [point] = Object.keys(played.state.points);
    played.do(withPlan(moveDecisionPoint), { pointId: point!, to: { on: '2026-07-01' }, reason: 'udsat' });
    expect(inMain(played)).toMatchObject({ aim: 'decision', meetingOn: '2026-06-24', pastFrom: '2026-07-01' });
  });

  it('keeps no recommendation of a decision that was put off', () => {
    const body = 'socialCommittee' as const;
    const decider = { body, managerUnitId: UNITS.centre };
    const decisionPoints = [
      { kind: 'recommendation' as const, body, when: { on: '2026-05-20' } },
      { ...decision, body },
    ];
    const played = aCase().on('2026-06-04');
    played.do(withPlan(registerChange), { ...plannedByManager, decider, decisionPoints });
    expect(inMain(played).pastFrom).toBe('2026-05-20');
    played.do(withPlan(recordDecision), { body, when: decision.when, outcome: 'postponed' });
    expect(inMain(played).pastFrom).toBeNull();
  });

  it('is too late from the day on which the recommendation went without MED, and aims before the decision (A1)', () => {
    const points = [
      { kind: 'recommendation', body: 'socialCommittee', when: { on: '2026-05-20' } },
      { kind: 'decision', body: 'socialCommittee', when: { on: '2026-06-03' } },
    ] as const;
    const played = aCase()
      .meeting(may)
      .meeting({ ...may, key: 'after', on: '2026-05-26' });
    played.do(withPlan(registerChange), { ...decidedByPoliticians, decisionPoints: [...points] });
    expect(inMain(played)).toMatchObject({ pastFrom: '2026-05-20', meetingOn: '2026-05-12' });
    const sent = { to: 'socialCommittee', bypass: { reason: 'hastesag' } } as const;
    played.on('2026-05-05').do(withPlan(submitRecommendation), sent);
    expect(inMain(played)).toMatchObject({
      ...{ pastFrom: '2026-05-05', reviewBefore: '2026-06-03', meetingOn: '2026-05-26' },
      bodies: [{ kind: 'decision', recommendationBy: null }],
    });
    const [recommendation] = Object.keys(played.state.points);
    const move = { pointId: recommendation!, to: { on: '2026-05-21' }, reason: 'udskudt' };
    expect(played.refusal(moveDecisionPoint, move)).toBe('change.point-past');
  });

  it('counts no recommendation that went before the proposal became another one as sent without the new review', () => {
    const at = { on: '2026-06-03' };
    const played = aCase().do(withPlan(registerChange), {
      ...decidedByPoliticians,
      decisionPoints: [{ kind: 'decision', body: 'socialCommittee', when: at }],
    });
    played.do(withPlan(submitRecommendation), { to: 'socialCommittee', bypass: { reason: 'hastesag' } });
    expect(inMain(played).pastFrom).toBe('2026-04-24');
    played.on('2026-05-12').meeting({ ...may, came: 'discussed' });
    played.do(withPlan(recordReview), reviewAt('m', '2026-05-12'));
    played.on('2026-05-13').do(withPlan(reportAlteration), { what: ['scope'], on: '2026-05-13', note: 'nu permanent' });
    expect(inMain(played)).toMatchObject({ since: '2026-05-14', pastFrom: '2026-06-03', reviewBefore: '2026-06-03' });
  });

  it('goes on planning for the bodies that decide later, when one decided before MED (A20)', () => {
    const points = [
      { kind: 'decision', body: 'socialCommittee', when: { on: '2026-04-29' } },
      { kind: 'decision', body: 'council', when: { on: '2026-06-03' } },
      { kind: 'start', body: 'manager', when: { on: '2026-05-04' } },
    ] as const;
    const played = aCase().meeting(may);
    played.do(withPlan(registerChange), { ...decidedByPoliticians, decisionPoints: [...points] });
    const decided = { body: 'socialCommittee', when: { on: '2026-04-29' }, outcome: 'approved' } as const;
    played.on('2026-04-29').do(withPlan(recordDecision), decided);
    expect(played.types()).toContain('MedReviewMissed');
    expect(played.refusal(submitRecommendation, { to: 'council' })).toBe('change.review-missing');
    expect(inMain(played)).toMatchObject({
      reviewBefore: '2026-06-03',
      meetingOn: '2026-05-12',
      bodies: [{ body: 'council' }],
    });
    played
      .on('2026-05-12')
      .meeting({ ...may, came: 'discussed' })
      .do(withPlan(recordReview), reviewAt('m', '2026-05-12'));
    expect(plansIn(played)).toEqual([]);
    expect(played.refusal(submitRecommendation, { to: 'council' })).toBe('not refused');
  });

  it('plans nothing more for a miss when only its own body, or a day before it, is left', () => {
    const points = [
      { kind: 'decision', body: 'socialCommittee', when: { on: '2026-04-29' } },
      { kind: 'presentation', body: 'council', when: { on: '2026-04-28' } },
      { kind: 'forInformation', body: 'financeCommittee', when: { on: '2026-06-03' } },
      { kind: 'start', body: 'manager', when: { on: '2026-06-04' } },
    ] as const;
    const played = aCase().meeting(may);
    played.do(withPlan(registerChange), { ...decidedByPoliticians, decisionPoints: [...points] });
    const decided = { body: 'socialCommittee', when: { on: '2026-04-29' }, outcome: 'approved' } as const;
    played.on('2026-04-29').do(withPlan(recordDecision), decided);
    expect(plansIn(played)).toEqual([]);
  });

  it('tells that a day came on which something recorded before took effect', () => {
    const played = planned().meeting(may);
    played.do(withPlan(reassessChange), { cause: 'structure', cameOn: '2026-04-24' }, PEOPLE.system);
    expect(played.last('ReviewsPlanned').cause).toEqual({ what: 'dayCame', on: '2026-04-24' });
    const other = planned().lookingUp(referenceOf({ meetings: [{ ...may, caseId: CASE }] }));
    other.do(withPlan(reassessChange), { cause: 'rules' }, PEOPLE.system);
    expect(other.last('ReviewsPlanned').cause).toEqual({ what: 'rules' });
  });
});
