import type { FuzzyDate } from '@rettidig/vocabulary';
import { aCase, atCentreLevel, dutyIn, plannedByManager, reviewAt } from '../testing/played-case.js';
import { AREA, committee, dissolved, LOCAL, MAIN, PEOPLE, transitionFrom, UNITS } from '../testing/town.js';
import { confirmReview } from './confirm-review.js';
import { declareNotMedRelevant } from './declare-not-med-relevant.js';
import { mirrorDiscussion } from './mirror-discussion.js';
import type { RecordDecision } from './record-decision.js';
import { recordDecision } from './record-decision.js';
import { recordReview } from './record-review.js';
import { recordStart } from './record-start.js';
import { withdrawChange } from './withdraw-change.js';

const decided = (when: FuzzyDate, more: Partial<RecordDecision> = {}): RecordDecision => ({
  body: 'manager',
  when,
  outcome: 'approved',
  ...more,
});

/** A change whose only duty lies with the main committee. */
const mainOnly = { ...plannedByManager, unitId: UNITS.administration };

const missedIn = (committeeId: string, cause = 'decidedBeforeMed', state = 'missed') => ({ committeeId, cause, state });

describe('recording a decision', () => {
  it('notes every duty that no review was held for, in the same append', () => {
    const played = aCase().register();
    const events = played.on('2026-05-01').decided(recordDecision, decided({ on: '2026-04-30' }));
    expect(events.map(({ type }) => type)).toEqual(['DecisionRecorded', 'MedReviewMissed', 'MedReviewMissed']);
    expect(played.rows()).toEqual([missedIn(MAIN), missedIn(LOCAL)]);
    expect(played.last('MedReviewMissed')).toMatchObject({
      when: { on: '2026-04-30' },
      foundOn: { on: '2026-05-01' },
      foundBy: 'registration',
    });
  });

  it('misses nothing where the right committee discussed it on an earlier day', () => {
    const played = aCase()
      .register(mainOnly)
      .reviewed(MAIN, '2026-04-23')
      .do(recordDecision, decided({ on: '2026-04-24' }));
    expect(played.rows()).toEqual([]);
    expect(played.statuses()).toEqual({ [dutyIn(MAIN)]: 'complete' });
  });

  it('keeps the local item owed although the main committee had the case', () => {
    const played = aCase()
      .register()
      .reviewed(MAIN, '2026-04-23')
      .do(recordDecision, decided({ on: '2026-04-24' }));
    expect(played.rows()).toEqual([missedIn(LOCAL)]);
  });

  it('goes by the days in the world: a late record of an old decision that MED came before misses nothing', () => {
    const played = aCase().register(mainOnly).on('2026-06-01').reviewed(MAIN, '2026-04-20', { came: 'approved' });
    played.on('2026-06-02').do(recordDecision, decided({ on: '2026-04-21' }));
    expect(played.rows()).toEqual([]);
  });

  it('believes a review that was recorded before the decision was, although the minutes are not approved', () => {
    const played = aCase().register(mainOnly).on('2026-06-01').reviewed(MAIN, '2026-04-20', { came: 'discussed' });
    played.on('2026-06-02').do(recordDecision, decided({ on: '2026-04-21' }));
    expect(played.last('MedReviewHeld').provisional).toBe(true);
    expect(played.rows()).toEqual([]);
  });

  it.each([
    ['on the same day', { on: '2026-04-20' }],
    ['after the decision', { on: '2026-04-19' }],
    ['when the decision was made on an unknown day until long after', { onOrBefore: '2026-04-24' }],
    ['when nobody says when it was decided', { notStated: true }],
  ] as [string, FuzzyDate][])('does not count a review %s', (_words, when) => {
    const played = aCase().register(mainOnly).reviewed(MAIN, '2026-04-20').do(recordDecision, decided(when));
    expect(played.rows()).toEqual([missedIn(MAIN)]);
  });

  it('says when it was only a briefing, and when it was another committee', () => {
    const briefed = aCase().register(mainOnly).reviewed(MAIN, '2026-04-20', { came: 'briefing' });
    expect(briefed.do(recordDecision, decided({ on: '2026-04-22' })).rows()).toEqual([missedIn(MAIN, 'briefingOnly')]);
    const elsewhere = aCase().register(mainOnly).reviewed(AREA, '2026-04-20');
    expect(elsewhere.do(recordDecision, decided({ on: '2026-04-22' })).rows()).toEqual([
      missedIn(MAIN, 'wrongCommittee'),
    ]);
  });

  it('calls no committee wrong that had its own duty', () => {
    const played = aCase()
      .register()
      .reviewed(LOCAL, '2026-04-20')
      .do(recordDecision, decided({ on: '2026-04-22' }));
    expect(played.rows()).toEqual([missedIn(MAIN)]);
  });

  it('does not take a talk that goes on for a miss: it was held in time', () => {
    const played = aCase().register(mainOnly).reviewed(MAIN, '2026-04-20', { goesOn: 'nextMeeting' });
    played.do(recordDecision, decided({ on: '2026-04-22' }));
    expect(played.rows()).toEqual([]);
    expect(played.statuses()).toEqual({ [dutyIn(MAIN)]: 'discussed' });
  });

  it('treats a rejection as a decision, and a postponement as none', () => {
    const rejected = aCase()
      .register(mainOnly)
      .do(recordDecision, decided({ on: '2026-04-22' }, { outcome: 'rejected' }));
    expect(rejected.rows()).toEqual([missedIn(MAIN)]);
    const postponed = aCase()
      .register(mainOnly)
      .do(recordDecision, decided({ on: '2026-04-22' }, { outcome: 'postponed' }));
    expect(postponed.rows()).toEqual([]);
  });

  it('misses a duty that the rules only presume because answers are missing: unknown is no escape', () => {
    const played = aCase()
      .register({ title: 'Noget', kind: 'other' })
      .do(recordDecision, decided({ on: '2026-04-22' }));
    expect(played.state.relevance).toBe('undetermined');
    expect(played.rows()).toEqual([missedIn(MAIN)]);
  });

  it('misses nothing where the answers say that it is no MED case', () => {
    const facts = { affectsStaff: 'no', reorganisation: 'no', portfolioTransfer: 'no' } as const;
    const no = {
      newService: 'no',
      serviceMoved: 'no',
      moreSectionManagers: 'no',
      coordinatorPostsConverted: 'no',
    } as const;
    const all = { ...facts, ...no, budgetProposal: 'no', crossCutting: 'no' } as const;
    const played = aCase().register({ ...mainOnly, kind: 'other', facts: all });
    expect(played.do(recordDecision, decided({ on: '2026-04-22' })).rows()).toEqual([]);
  });

  it('judges a second body for itself and makes no second row of a duty', () => {
    const played = aCase().register(mainOnly).reviewed(MAIN, '2026-04-10');
    played.do(recordDecision, decided({ on: '2026-04-15' }, { body: 'socialCommittee' }));
    expect(played.rows()).toEqual([]);
    played.do(recordDecision, decided({ on: '2026-04-08' }, { body: 'healthAndCareCommittee' }));
    expect(played.rows()).toEqual([missedIn(MAIN)]);
    played.do(recordDecision, decided({ on: '2026-04-07' }, { body: 'financeCommittee' }));
    expect(played.rows()).toEqual([missedIn(MAIN)]);
  });

  it('notes a talk on the last day on which the decision can have been made as a talk after it', () => {
    const played = aCase()
      .register(mainOnly)
      .meeting({ key: 'm', committeeId: MAIN, on: '2026-04-24', came: 'discussed' });
    played.do(recordDecision, decided({ onOrBefore: '2026-04-24' }));
    played.do(mirrorDiscussion, reviewAt('m', '2026-04-24'), PEOPLE.system);
    expect(played.last('MissDiscussed')).toEqual({
      requirementIds: [dutyIn(MAIN)],
      committeeId: MAIN,
      meetingId: reviewAt('m', '').meetingId,
      itemId: reviewAt('m', '').itemId,
      heldOn: '2026-04-24',
    });
    expect(played.rows()).toEqual([missedIn(MAIN)]);
  });

  it('does not call a talk of an earlier day a talk after the decision when nobody knows the order', () => {
    const played = aCase().register(mainOnly).reviewed(MAIN, '2026-04-20');
    played.do(recordDecision, decided({ onOrBefore: '2026-04-24' }));
    expect(played.types()).not.toContain('MissDiscussed');
  });

  it('refuses a decision of tomorrow and accepts one of any age, and a point that the case does not have', () => {
    const played = aCase().register();
    expect(played.refusal(recordDecision, decided({ on: '2026-04-25' }))).toBe('change.in-the-future');
    expect(played.refusal(recordDecision, decided({ onOrBefore: '2026-04-25' }))).toBe('change.in-the-future');
    expect(played.refusal(recordDecision, decided({ on: '1999-01-01' }))).toBe('not refused');
    expect(played.refusal(recordDecision, decided({ notStated: true }, { pointId: MAIN }))).toBe(
      'change.point-unknown',
    );
    expect(aCase().refusal(recordDecision, decided({ notStated: true }))).toBe('change.unknown');
  });

  it('brings the duties of a withdrawn change back: it was decided all the same', () => {
    const played = aCase().register().do(withdrawChange, { reason: 'opgivet' });
    expect(Object.values(played.statuses())).toEqual(['endedWithoutReview', 'endedWithoutReview']);
    played.do(recordDecision, decided({ on: '2026-04-24' }));
    expect(played.rows()).toEqual([missedIn(MAIN), missedIn(LOCAL)]);
    expect(played.state.withdrawn).toBe(false);
  });

  it('leaves what was declared no MED case to the register of such acts', () => {
    const played = aCase().register().do(declareNotMedRelevant, { reason: 'rent praktisk' });
    played.do(recordDecision, decided({ on: '2026-04-24' }));
    expect(played.rows()).toEqual([]);
    expect(Object.values(played.statuses())).toEqual(['endedWithoutReview', 'endedWithoutReview']);
  });

  describe('when the structure changed on the way', () => {
    it('names the committee that was right on the day of the decision (A5)', () => {
      const played = aCase().register(atCentreLevel).organisation(transitionFrom('2026-04-25'));
      played.on('2026-05-01').do(recordDecision, decided({ on: '2026-04-30' }));
      expect(played.rows()).toEqual([missedIn(LOCAL), missedIn(MAIN)]);
      expect(played.statuses()[dutyIn(AREA)]).toBe('superseded');
    });

    it('names the earlier one when the decision turns out to be older than the change of structure', () => {
      const played = aCase().organisation(transitionFrom('2026-04-01')).register(atCentreLevel);
      expect(played.owes()).toEqual([MAIN, LOCAL]);
      played.do(recordDecision, decided({ on: '2026-03-31' }));
      expect(played.rows()).toEqual([missedIn(LOCAL), missedIn(AREA)]);
    });

    it('holds a review for good that was held where it was right on its day (B5)', () => {
      const played = aCase().register(atCentreLevel).reviewed(AREA, '2026-04-20').reviewed(LOCAL, '2026-04-20');
      played.organisation(transitionFrom('2026-04-22')).do(recordDecision, decided({ on: '2026-04-24' }));
      expect(played.rows()).toEqual([]);
    });

    it('does not hold one for good that was held where it was never right', () => {
      const played = aCase().organisation(transitionFrom('2026-04-01')).register(atCentreLevel);
      played.reviewed(MAIN, '2026-03-20').do(recordDecision, decided({ on: '2026-03-31' }));
      expect(played.rows()).toEqual([missedIn(LOCAL, 'wrongCommittee'), missedIn(AREA, 'wrongCommittee')]);
    });

    it('owes no local item to a committee that is no more', () => {
      const played = aCase().register(atCentreLevel).organisation(dissolved(LOCAL, '2026-04-22'));
      played.do(recordDecision, decided({ on: '2026-04-24' }));
      expect(played.rows()).toEqual([missedIn(AREA)]);
    });

    it('does not count a talk in a committee whose level was not in force', () => {
      const played = aCase().organisation(transitionFrom('2026-04-01')).register(atCentreLevel);
      played.reviewed(AREA, '2026-04-20').do(recordDecision, decided({ on: '2026-04-24' }));
      expect(played.rows()).toEqual([missedIn(MAIN, 'wrongCommittee'), missedIn(LOCAL, 'wrongCommittee')]);
    });
  });
});

describe('recording a start', () => {
  const started = { when: { on: '2026-04-24' } } as const;

  it('misses what MED had to come before, also when nobody decided anything', () => {
    const played = aCase().register(mainOnly).do(recordStart, started);
    expect(played.rows()).toEqual([missedIn(MAIN, 'startedBeforeMed')]);
    expect(played.last('MedReviewMissed')).toMatchObject({ startId: played.last('ImplementationStarted').startId });
  });

  it('makes no second row of what the decision missed, not even in a new committee', () => {
    const played = aCase()
      .register(atCentreLevel)
      .do(recordDecision, decided({ on: '2026-04-01' }));
    played.organisation(dissolved(AREA, '2026-04-10'), committee(PEOPLE.chair.id, 'area', UNITS.centre, '2026-04-10'));
    played.do(recordStart, started);
    expect(played.rows()).toEqual([missedIn(AREA), missedIn(LOCAL)]);
  });

  it('refuses a start of tomorrow', () => {
    expect(
      aCase()
        .register()
        .refusal(recordStart, { when: { on: '2026-04-25' } }),
    ).toBe('change.in-the-future');
  });
});

describe('a timely review that is recorded after the decision', () => {
  const late = () =>
    aCase()
      .register(mainOnly)
      .do(recordDecision, decided({ on: '2026-04-22' }));

  it('rebuts the miss when chair and deputy chair have approved the minutes', () => {
    const played = late().reviewed(MAIN, '2026-04-20', { came: 'approved' });
    expect(played.last('MissRebutted')).toEqual({
      requirementId: dutyIn(MAIN),
      reviewId: played.last('MedReviewHeld').reviewId,
    });
    expect(played.rows()).toEqual([missedIn(MAIN, 'decidedBeforeMed', 'rebutted')]);
    expect(played.last('MedReviewHeld').countsFor).toEqual([dutyIn(MAIN)]);
  });

  it('waits for the minutes, and rebuts the miss when they are approved', () => {
    const played = late().reviewed(MAIN, '2026-04-20', { key: 'm' });
    expect(played.last('MedReviewHeld')).toMatchObject({
      countsFor: [],
      doesNotCountFor: [{ requirementId: dutyIn(MAIN), why: 'minutesNotApproved' }],
    });
    expect(played.rows()).toEqual([missedIn(MAIN)]);
    played.do(confirmReview, { meetingId: reviewAt('m', '').meetingId }, PEOPLE.system);
    expect(played.rows()).toEqual([missedIn(MAIN)]);
    played.meeting({ key: 'm', committeeId: MAIN, on: '2026-04-20', came: 'approved' });
    const events = played.decided(confirmReview, { meetingId: reviewAt('m', '').meetingId }, PEOPLE.system);
    expect(events.map(({ type }) => type)).toEqual(['MedReviewConfirmed', 'MissRebutted']);
    expect(played.rows()).toEqual([missedIn(MAIN, 'decidedBeforeMed', 'rebutted')]);
    expect(played.decided(confirmReview, { meetingId: reviewAt('m', '').meetingId }, PEOPLE.system)).toEqual([]);
  });

  it('never counts when it was held after the decision, and is noted on the miss once', () => {
    const played = late().reviewed(MAIN, '2026-04-23', { key: 'm', came: 'approved' });
    expect(played.last('MedReviewHeld').doesNotCountFor).toEqual([
      { requirementId: dutyIn(MAIN), why: 'afterDecision' },
    ]);
    expect(played.rows()).toEqual([missedIn(MAIN)]);
    expect(played.decided(mirrorDiscussion, reviewAt('m', '2026-04-23'), PEOPLE.system)).toEqual([]);
    expect(played.types().filter((type) => type === 'MissDiscussed')).toHaveLength(1);
  });

  it('does not rebut while another body decided before it', () => {
    const played = late().do(recordDecision, decided({ on: '2026-04-10' }, { body: 'socialCommittee' }));
    played.reviewed(MAIN, '2026-04-20', { came: 'approved' });
    expect(played.rows()).toEqual([missedIn(MAIN)]);
  });

  it('is missed again when a body turns up that decided before the review that rebutted', () => {
    const played = late().reviewed(MAIN, '2026-04-20', { came: 'approved' });
    played.do(recordDecision, decided({ on: '2026-04-10' }, { body: 'socialCommittee' }));
    expect(played.rows()).toEqual([missedIn(MAIN, 'decidedBeforeMed', 'rebutted'), missedIn(MAIN)]);
  });

  it('cannot be recorded twice', () => {
    const played = late().reviewed(MAIN, '2026-04-20', { key: 'm' });
    expect(played.refusal(recordReview, reviewAt('m', '2026-04-20'))).toBe('change.review-already-recorded');
  });
});
