import { idOf } from '@rettidig/event-sourcing';
import { aCase, atCentreLevel, CASE, dutyIn, plannedByManager } from '../testing/played-case.js';
import type { PlayedCase } from '../testing/played-case.js';
import { AREA, LOCAL, MAIN, PEOPLE, UNITS } from '../testing/town.js';
import { agreeNoNewReview } from './agree-no-new-review.js';
import { correctChangeFacts } from './correct-change-facts.js';
import { forwardRemarks } from './forward-remarks.js';
import type { LinkChanges } from './link-changes.js';
import { linkChanges, mirrorLink } from './link-changes.js';
import { recordDecision } from './record-decision.js';
import { reportAlteration } from './report-alteration.js';
import { submitRecommendation } from './submit-recommendation.js';

const DUTY = dutyIn(MAIN);
const altered = { what: ['scope' as const], on: '2026-04-20', note: 'nu permanent' };
const decision = { body: 'manager', when: { on: '2026-05-10' }, outcome: 'approved' } as const;

/** Discussed in the main committee on 10 April; it is 20 May now. */
const reviewed = (): PlayedCase => aCase().on('2026-05-20').register().reviewed(MAIN, '2026-04-10');
const agree = (played: PlayedCase) => ({
  alterationId: played.last('ChangedAfterReview').alterationId,
  reason: 'samme indhold',
});
const report = (played: PlayedCase, more: Partial<typeof altered> = {}): PlayedCase =>
  played.do(reportAlteration, { ...altered, ...more });

describe('a proposal that changes materially after it was discussed', () => {
  it('opens the duty again, of the committee that discussed it', () => {
    const played = report(reviewed());
    expect(played.last('ChangedAfterReview')).toMatchObject({ what: ['scope'], requirementIds: [DUTY] });
    expect(played.statuses()).toEqual({ [DUTY]: 'unplaced', [dutyIn(LOCAL)]: 'unplaced' });
  });

  it('is seen when the coming decision is to cover something else than what was stated (A11)', () => {
    const scope = (covers: 'all' | 'temporary' | 'notStated', text?: string) => ({
      ...{ reason: 'omfanget er nu et andet', decisionScope: { covers, ...(text && { text }) } },
    });
    const scoped = (message: object) => reviewed().do(correctChangeFacts, message as never);
    const opened = (played: PlayedCase) => played.types().filter((type) => type === 'ChangedAfterReview').length;
    // To say for the first time what nobody had stated changes nothing of what was discussed.
    expect(opened(scoped(scope('temporary')))).toBe(0);
    expect(
      opened(scoped(scope('temporary')).do(correctChangeFacts, scope('temporary', 'alene det midlertidige'))),
    ).toBe(0);
    expect(opened(scoped(scope('notStated')).do(correctChangeFacts, scope('all')))).toBe(0);
    const grown = scoped(scope('temporary')).do(correctChangeFacts, scope('all'));
    expect(grown.last('ChangedAfterReview')).toMatchObject({
      ...{ what: ['scope'], note: 'omfanget er nu et andet', requirementIds: [DUTY] },
    });
    expect(grown.statuses()[DUTY]).toBe('unplaced');
    // A text that is said anew is another one: nobody can compare what is sealed.
    const words = scoped(scope('all', 'hele tilbuddet')).do(correctChangeFacts, scope('all', 'også det permanente'));
    expect(opened(words)).toBe(1);
    const decided = scoped(scope('temporary')).do(recordDecision, decision).do(correctChangeFacts, scope('all'));
    expect(opened(decided)).toBe(0);
  });

  it('is discussed again: a review after the change counts, one of the same day or before does not', () => {
    expect(report(reviewed()).reviewed(MAIN, '2026-04-21').statuses()[DUTY]).toBe('complete');
    for (const on of ['2026-04-15', '2026-04-20']) {
      const played = report(reviewed()).reviewed(MAIN, on);
      expect(played.statuses()[DUTY]).not.toBe('complete');
      expect(played.last('MedReviewHeld').doesNotCountFor).toContainEqual({
        requirementId: DUTY,
        why: 'changedAfterwards',
      });
    }
  });

  it('changed before a review that came later in the world has been discussed as it is', () => {
    const played = report(reviewed().reviewed(MAIN, '2026-04-25'));
    expect(played.statuses()[DUTY]).toBe('complete');
  });

  it('is missed when it is decided without a new review, and not when that was held', () => {
    expect(report(reviewed()).do(recordDecision, decision).rows()).toContainEqual({
      committeeId: MAIN,
      cause: 'decidedBeforeMed',
      state: 'missed',
    });
    const again = report(reviewed()).reviewed(MAIN, '2026-04-25').do(recordDecision, decision);
    expect(again.rows().map(({ committeeId }) => committeeId)).toEqual([LOCAL]);
  });

  it('accuses nobody when it became another with the decision or after it', () => {
    for (const on of ['2026-05-10', '2026-05-11']) {
      const played = report(reviewed(), { on }).do(recordDecision, decision);
      expect(played.rows().map(({ committeeId }) => committeeId)).toEqual([LOCAL]);
    }
  });

  it('is discussed all the same when the decision, recorded later, turns out to be older than the change', () => {
    const played = report(reviewed()).do(recordDecision, { ...decision, when: { on: '2026-04-18' } });
    expect(played.rows().map(({ committeeId }) => committeeId)).toEqual([LOCAL]);
    expect(played.statuses()[DUTY]).toBe('complete');
  });

  it('is only noted after the decision: nothing is open again', () => {
    const played = report(reviewed().do(recordDecision, decision), { on: '2026-05-12' });
    expect(played.last('ChangedAfterReview').requirementIds).toEqual([]);
    expect(played.statuses()[DUTY]).toBe('complete');
    expect(played.refusal(agreeNoNewReview, agree(played), PEOPLE.chair)).toBe('change.already-decided');
  });

  it('was discussed before, or is corrected instead', () => {
    const played = aCase().on('2026-05-20').register();
    expect(played.refusal(reportAlteration, altered)).toBe('change.not-discussed-yet');
    expect(reviewed().refusal(reportAlteration, { ...altered, on: '2026-05-21' })).toBe('change.in-the-future');
  });

  it('needs its remarks sent anew before a recommendation', () => {
    const political = { ...plannedByManager, decider: { body: 'socialCommittee' as const, managerUnitId: null } };
    const before = dutyIn(MAIN, 'recommendation');
    const played = aCase().on('2026-05-20').register(political).reviewed(MAIN, '2026-04-10');
    played.do(forwardRemarks, { to: 'socialCommittee', on: '2026-04-12' });
    expect(played.statuses()[before]).toBe('complete');
    report(played);
    const going = { to: 'socialCommittee', on: '2026-05-01' } as const;
    expect(played.refusal(submitRecommendation, going)).toBe('change.review-missing');
    expect(played.reviewed(MAIN, '2026-04-25').statuses()[before]).toBe('discussed');
    played.do(forwardRemarks, { to: 'socialCommittee', on: '2026-04-19' });
    expect(played.statuses()[before]).toBe('discussed');
    played.do(forwardRemarks, { to: 'socialCommittee', on: '2026-04-26' });
    expect(played.statuses()[before]).toBe('complete');
    const settled = report(
      aCase()
        .on('2026-05-20')
        .register(political)
        .reviewed(MAIN, '2026-04-10')
        .do(forwardRemarks, { to: 'socialCommittee', on: '2026-04-12' }),
    );
    settled.do(agreeNoNewReview, agree(settled), PEOPLE.chair);
    settled.do(agreeNoNewReview, agree(settled), PEOPLE.deputyChair);
    expect(settled.statuses()[before]).toBe('complete');
  });
});

describe('no new review', () => {
  it('is needed once chair and deputy chair both say so', () => {
    const played = report(reviewed());
    played.do(agreeNoNewReview, agree(played), PEOPLE.deputyChair);
    expect(played.last('NoNewReviewNeeded')).toMatchObject({ office: 'deputyChair', byBoth: false });
    expect(played.statuses()[DUTY]).toBe('unplaced');
    expect(played.decided(agreeNoNewReview, agree(played), PEOPLE.deputyChair)).toEqual([]);
    played.do(agreeNoNewReview, agree(played), PEOPLE.chair);
    expect(played.last('NoNewReviewNeeded')).toMatchObject({ office: 'chair', byBoth: true, requirementIds: [DUTY] });
    expect(played.statuses()[DUTY]).toBe('complete');
    expect(played.refusal(agreeNoNewReview, agree(played), PEOPLE.chair)).toBe('change.alteration-settled');
    expect(
      played
        .do(recordDecision, decision)
        .rows()
        .map(({ committeeId }) => committeeId),
    ).toEqual([LOCAL]);
  });

  it('is said by nobody else, and of one change only', () => {
    const played = report(reviewed());
    expect(played.refusal(agreeNoNewReview, agree(played), PEOPLE.manager)).toBe('change.chairs-agree');
    const unknown = { alterationId: idOf('another'), reason: 'x' };
    expect(played.refusal(agreeNoNewReview, unknown, PEOPLE.chair)).toBe('change.alteration-unknown');
    const first = agree(played);
    report(played, { on: '2026-04-22' });
    played.do(agreeNoNewReview, first, PEOPLE.chair).do(agreeNoNewReview, first, PEOPLE.deputyChair);
    expect(played.statuses()[DUTY]).toBe('unplaced');
  });
});

describe('facts that are corrected after a review', () => {
  const reason = 'omfanget er større';

  it('ask for a new one when they say something else than what was discussed', () => {
    const played = reviewed().do(correctChangeFacts, { unitId: UNITS.centre, reason });
    expect(played.last('ChangedAfterReview')).toMatchObject({ what: ['scope'], on: '2026-05-20', note: reason });
    expect(played.statuses()[DUTY]).toBe('unplaced');
  });

  it('ask for none when they fill in what nobody had stated, or give a better title', () => {
    const open = { ...plannedByManager, unitId: null, decider: { body: 'notStated' as const, managerUnitId: null } };
    const played = aCase().on('2026-05-20').register(open).reviewed(MAIN, '2026-04-10');
    played.do(correctChangeFacts, { unitId: UNITS.home, facts: { affectsStaff: 'yes' }, reason });
    played.do(correctChangeFacts, { title: 'En bedre titel', reason });
    expect(played.types()).not.toContain('ChangedAfterReview');
  });

  it('ask for nothing after the decision', () => {
    const played = reviewed().do(recordDecision, decision).do(correctChangeFacts, { unitId: UNITS.centre, reason });
    expect(played.types()).not.toContain('ChangedAfterReview');
  });

  it('do not open a duty that another committee takes over', () => {
    const played = aCase().on('2026-05-20').register(atCentreLevel).reviewed(AREA, '2026-04-10');
    played.do(correctChangeFacts, { kind: 'newService', reason });
    expect(played.owes()).toContain(MAIN);
    expect(played.types()).not.toContain('ChangedAfterReview');
  });
});

describe('two cases that belong together', () => {
  const other = idOf('other case');
  const link = (as: LinkChanges['as'], otherId = other): LinkChanges => ({ otherId, as });

  it('are linked from either, and the link is taken back', () => {
    const played = reviewed().do(linkChanges, link('temporaryOf'));
    expect(played.state.links).toEqual({ [other]: 'temporaryOf' });
    expect(played.decided(mirrorLink, link('temporaryOf'))).toEqual([]);
    expect(played.do(linkChanges, link('unrelated')).state.links).toEqual({});
    expect(played.refusal(linkChanges, link('related', CASE))).toBe('change.linked-to-itself');
  });

  it('each owe their own review: that of the one leaves the other where it was', () => {
    const played = aCase().on('2026-05-20').register().do(linkChanges, link('permanentOf'));
    played.meeting({ key: 'm', committeeId: MAIN, on: '2026-04-10', came: 'discussed', caseId: other });
    expect(played.statuses()[DUTY]).toBe('unplaced');
    expect(played.do(recordDecision, decision).rows()).toContainEqual({
      committeeId: MAIN,
      cause: 'decidedBeforeMed',
      state: 'missed',
    });
  });
});
