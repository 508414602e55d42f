import { idOf } from '@rettidig/event-sourcing';
import { aCase, atCentreLevel, dutyIn, reviewAt } from '../testing/played-case.js';
import { AREA, LOCAL, MAIN, PEOPLE, transitionFrom } from '../testing/town.js';
import { declareNotMedRelevant } from './declare-not-med-relevant.js';
import { recordDecision } from './record-decision.js';
import { recordReview } from './record-review.js';

const inMain = (came?: 'held' | 'withdrawn' | 'cancelled' | 'briefing' | 'discussed') =>
  aCase()
    .register()
    .meeting({ key: 'm', committeeId: MAIN, on: '2026-04-20', ...(came ? { came } : {}) });

describe('recording a MED review', () => {
  it('counts for the duty of the committee whose meeting it was, and says nothing of the others', () => {
    const played = inMain('discussed').do(recordReview, { ...reviewAt('m', '2026-04-20'), maturity: 'draft' });
    expect(played.last('MedReviewHeld')).toMatchObject({
      committeeId: MAIN,
      heldOn: '2026-04-20',
      form: 'discussion',
      maturity: 'draft',
      provisional: true,
      countsFor: [dutyIn(MAIN)],
      doesNotCountFor: [],
    });
    expect(played.statuses()).toEqual({ [dutyIn(MAIN)]: 'complete', [dutyIn(LOCAL)]: 'unplaced' });
  });

  it('keeps the stage that the agenda stated, and takes from it how far the proposal had come unless somebody says', () => {
    const recorded = (more: object) =>
      aCase()
        .register()
        .meeting({ key: 'm', committeeId: MAIN, on: '2026-04-20', came: 'discussed', stage: 'firstDraft' })
        .do(recordReview, { ...reviewAt('m', '2026-04-20'), ...more })
        .last('MedReviewHeld');
    expect(recorded({})).toMatchObject({ stage: 'firstDraft', maturity: 'draft' });
    expect(recorded({ maturity: 'final' })).toMatchObject({ stage: 'firstDraft', maturity: 'final' });
    const silent = inMain('discussed').do(recordReview, reviewAt('m', '2026-04-20')).last('MedReviewHeld');
    expect(silent).toMatchObject({ maturity: 'notStated' });
    expect(silent).not.toHaveProperty('stage');
  });

  it('takes committee, day and form from the record of the meeting, so that nobody dates it back', () => {
    const played = inMain('discussed');
    const refusal = (more: object) => played.refusal(recordReview, { ...reviewAt('m', '2026-04-20'), ...more });
    expect(refusal({ heldOn: '2026-04-19' })).toBe('change.held-on-differs');
    expect(refusal({ meetingId: idOf('another') })).toBe('change.meeting-unknown');
    expect(refusal({ itemId: idOf('another') })).toBe('change.item-unknown');
    expect(inMain('briefing').refusal(recordReview, { ...reviewAt('m', '2026-04-20'), form: 'discussion' })).toBe(
      'change.form-differs',
    );
  });

  it('needs a meeting that was held, and an item that bundled the case and was handled', () => {
    const refusal = (played: ReturnType<typeof inMain>) => played.refusal(recordReview, reviewAt('m', '2026-04-20'));
    expect(refusal(inMain())).toBe('change.meeting-not-held');
    expect(refusal(inMain('cancelled'))).toBe('change.meeting-not-held');
    expect(refusal(inMain('held'))).toBe('change.item-not-discussed');
    const others = aCase()
      .register()
      .meeting({ key: 'm', committeeId: MAIN, on: '2026-04-20', came: 'discussed', caseId: idOf('other case') });
    expect(refusal(others)).toBe('change.not-on-item');
  });

  it('goes by the day on which the meeting really was held', () => {
    const moved = aCase()
      .register()
      .meeting({ key: 'm', committeeId: MAIN, on: '2026-04-10', movedTo: '2026-04-20', came: 'discussed' });
    expect(moved.refusal(recordReview, reviewAt('m', '2026-04-10'))).toBe('change.held-on-differs');
    expect(moved.refusal(recordReview, reviewAt('m', '2026-04-20'))).toBe('not refused');
  });

  it('never counts a briefing, and says so', () => {
    const played = inMain('briefing').do(recordReview, reviewAt('m', '2026-04-20'));
    expect(played.last('MedReviewHeld')).toMatchObject({
      form: 'briefing',
      countsFor: [],
      doesNotCountFor: [{ requirementId: dutyIn(MAIN), why: 'briefingOnly' }],
    });
  });

  it('accepts a talk in a committee that owes nothing, and counts it for nothing', () => {
    const played = aCase().register().reviewed(AREA, '2026-04-20');
    expect(played.last('MedReviewHeld').doesNotCountFor).toEqual([
      { requirementId: dutyIn(MAIN), why: 'wrongCommittee' },
      { requirementId: dutyIn(LOCAL), why: 'wrongCommittee' },
    ]);
  });

  it('accepts a talk in a committee that was not in force that day, does not count it, and flags it', () => {
    const played = aCase().register(atCentreLevel).organisation(transitionFrom('2026-04-01'));
    played.meeting({ key: 'm', committeeId: AREA, on: '2026-04-20', came: 'discussed' });
    const context = played.context();
    played.do(recordReview, reviewAt('m', '2026-04-20'));
    expect(played.last('MedReviewHeld').doesNotCountFor).toEqual([
      { requirementId: dutyIn(AREA), why: 'committeeNotInForce' },
    ]);
    expect(recordReview.answer!(played.state, reviewAt('m', ''), context)).toMatchObject({
      flags: ['committeeNotInForce'],
    });
  });

  it('flags one that was held after the decision', () => {
    const played = inMain('discussed').do(recordDecision, {
      body: 'manager',
      when: { on: '2026-04-18' },
      outcome: 'approved',
    });
    const context = played.context();
    played.do(recordReview, reviewAt('m', '2026-04-20'));
    expect(recordReview.answer!(played.state, reviewAt('m', ''), context)).toMatchObject({
      flags: ['reviewAfterDecision', 'minutesNotApproved'],
    });
  });

  it('keeps a talk that goes on open until the next one is over', () => {
    const played = inMain('discussed').do(recordReview, { ...reviewAt('m', '2026-04-20'), goesOn: 'nextMeeting' });
    expect(played.statuses()[dutyIn(MAIN)]).toBe('discussed');
    played.reviewed(MAIN, '2026-04-23');
    expect(played.statuses()[dutyIn(MAIN)]).toBe('complete');
  });

  it('counts for a duty that somebody had declared away: it was discussed all the same', () => {
    const played = aCase()
      .register()
      .do(declareNotMedRelevant, { reason: 'rent praktisk' })
      .reviewed(MAIN, '2026-04-20');
    expect(played.last('MedReviewHeld').countsFor).toEqual([dutyIn(MAIN)]);
    expect(played.statuses()[dutyIn(MAIN)]).toBe('complete');
  });

  it('is for the secretary of that committee: the offices asked about are those of the meeting on its day', () => {
    const played = inMain('discussed');
    const offices = (person: keyof typeof PEOPLE) =>
      recordReview.resource!(played.state, reviewAt('m', '2026-04-20'), played.context(PEOPLE[person])).offices;
    expect(offices('secretary')).toEqual(['secretary']);
    expect(offices('manager')).toEqual([]);
    expect(
      recordReview.resource!(played.state, reviewAt('unknown', ''), played.context(PEOPLE.secretary)).offices,
    ).toEqual([]);
  });
});
