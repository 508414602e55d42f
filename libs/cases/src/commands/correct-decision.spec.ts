import { aCase, atCentreLevel, dutyIn, plannedByManager } from '../testing/played-case.js';
import { AREA, dissolved, LOCAL, MAIN, transitionFrom, UNITS } from '../testing/town.js';
import type { CorrectDecision } from './correct-decision.js';
import { correctDecision } from './correct-decision.js';
import { recordDecision } from './record-decision.js';
import { recordStart } from './record-start.js';
import type { RegisterChange } from './register-change.js';
import { withdrawChange } from './withdraw-change.js';

const mainOnly = { ...plannedByManager, unitId: UNITS.administration };
const decision = { body: 'manager', when: { on: '2026-04-20' }, outcome: 'approved' } as const;
const reason = 'tastefejl';

const missed = (change: RegisterChange = mainOnly) => aCase().register(change).do(recordDecision, decision);
const corrected = (played: ReturnType<typeof missed>, more: Partial<CorrectDecision>) =>
  played.do(correctDecision, { decisionId: played.last('DecisionRecorded').decisionId, reason, ...more });

describe('correcting the record of a decision', () => {
  it('keeps the row of a decision that was never taken, and says that it was recorded in error', () => {
    const played = corrected(missed(), { neverTaken: true });
    expect(played.last('DecisionRecordCorrected')).toMatchObject({
      neverTaken: true,
      recordedInError: [dutyIn(MAIN)],
    });
    expect(played.rows()).toEqual([{ committeeId: MAIN, cause: 'decidedBeforeMed', state: 'recordedInError' }]);
    expect(played.statuses()).toEqual({ [dutyIn(MAIN)]: 'unplaced' });
    expect(played.refusal(withdrawChange, { reason })).toBe('not refused');
  });

  it('misses it again when it was taken after all', () => {
    const played = corrected(corrected(missed(), { neverTaken: true }), { neverTaken: false });
    expect(played.rows().map(({ state }) => state)).toEqual(['recordedInError', 'missed']);
  });

  it('leaves it missed by what else came before MED: another decision, or the start', () => {
    const played = missed().do(recordStart, { when: { on: '2026-04-21' } });
    corrected(played, { neverTaken: true });
    expect(played.rows()).toEqual([
      { committeeId: MAIN, cause: 'decidedBeforeMed', state: 'recordedInError' },
      { committeeId: MAIN, cause: 'startedBeforeMed', state: 'missed' },
    ]);
  });

  it('clears nobody by moving the date', () => {
    const played = corrected(missed(), { when: { on: '2026-04-24' } });
    expect(played.last('DecisionRecordCorrected').recordedInError).toEqual([]);
    expect(played.rows()).toEqual([{ committeeId: MAIN, cause: 'decidedBeforeMed', state: 'missed' }]);
  });

  it('clears nobody by moving the date to a day on which the committee did not exist', () => {
    const played = missed(plannedByManager).organisation(dissolved(LOCAL, '2026-04-22'));
    corrected(played, { when: { on: '2026-04-23' } });
    expect(played.rows().map(({ committeeId, state }) => [committeeId, state])).toEqual([
      [MAIN, 'missed'],
      [LOCAL, 'missed'],
    ]);
  });

  it('rebuts the miss when a proven review really lies before the corrected day', () => {
    const played = missed().reviewed(MAIN, '2026-04-21', { came: 'approved' });
    expect(played.rows()[0]!.state).toBe('missed');
    corrected(played, { when: { on: '2026-04-22' } });
    expect(played.last('MissRebutted')).toEqual({
      requirementId: dutyIn(MAIN),
      reviewId: played.last('MedReviewHeld').reviewId,
    });
    expect(played.rows()[0]!.state).toBe('rebutted');
  });

  it('does not take a review with unapproved minutes, typed in after the decision, for proof', () => {
    const played = corrected(missed().reviewed(MAIN, '2026-04-21'), { when: { on: '2026-04-22' } });
    expect(played.rows()[0]!.state).toBe('missed');
  });

  it('finds the miss when the decision turns out to be older than the review', () => {
    const played = aCase().register(mainOnly).reviewed(MAIN, '2026-04-10').do(recordDecision, decision);
    expect(played.rows()).toEqual([]);
    corrected(played, { when: { on: '2026-04-09' } });
    expect(played.last('MedReviewMissed')).toMatchObject({ foundBy: 'reassessment', when: { on: '2026-04-09' } });
  });

  it('misses again what was rebutted, when the day moves back behind the review', () => {
    const played = missed().reviewed(MAIN, '2026-04-18', { came: 'approved' });
    corrected(played, { when: { on: '2026-04-17' } });
    expect(played.rows().map(({ state }) => state)).toEqual(['rebutted', 'missed']);
  });

  it('names the committee that was right on the corrected day, one row for one', () => {
    const played = aCase()
      .register(atCentreLevel)
      .organisation(transitionFrom('2026-04-15'))
      .do(recordDecision, decision);
    expect(played.rows().map(({ committeeId }) => committeeId)).toEqual([LOCAL, MAIN]);
    corrected(played, { when: { on: '2026-04-14' } });
    const standing = played.rows().filter(({ state }) => state === 'missed');
    expect(standing.map(({ committeeId }) => committeeId).sort()).toEqual([AREA, LOCAL].sort());
    expect(played.rows()).toContainEqual({ committeeId: MAIN, cause: 'decidedBeforeMed', state: 'recordedInError' });
  });

  it('says nothing when nothing is corrected, and refuses the future and an unknown decision', () => {
    const played = missed();
    const { decisionId } = played.last('DecisionRecorded');
    expect(played.decided(correctDecision, { decisionId, reason, when: { on: '2026-04-20' } })).toEqual([]);
    expect(played.refusal(correctDecision, { decisionId, reason, when: { on: '2026-04-25' } })).toBe(
      'change.in-the-future',
    );
    expect(played.refusal(correctDecision, { decisionId: MAIN, reason })).toBe('change.decision-unknown');
  });
});
