import { aCase, plannedByManager } from '../testing/played-case.js';
import { MAIN, meetingIdOf, PEOPLE } from '../testing/town.js';
import { assignCaseOwner } from './assign-case-owner.js';
import { correctPapers } from './correct-papers.js';
import { moveDecisionPoint } from './move-decision-point.js';
import { planDecisionPoint } from './plan-decision-point.js';
import { recordDecision } from './record-decision.js';
import { recordStart } from './record-start.js';
import { withdrawChange } from './withdraw-change.js';

const june = { kind: 'decision', body: 'socialCommittee', when: { on: '2026-06-03' } } as const;
const reason = 'valget blev udskrevet';
const planned = () => aCase().register().do(planDecisionPoint, june);
const pointOf = (played: ReturnType<typeof planned>) => played.last('DecisionPointPlanned').pointId;

describe('planning decision points', () => {
  it('moves a date with the reason, and keeps the old one in the history', () => {
    const played = planned();
    played.do(moveDecisionPoint, { pointId: pointOf(played), to: { on: '2026-08-12' }, reason });
    expect(played.last('DecisionPointMoved')).toMatchObject({
      from: { on: '2026-06-03' },
      to: { on: '2026-08-12' },
      reason,
    });
    const again = { pointId: pointOf(played), to: { on: '2026-08-12' }, reason };
    expect(played.decided(moveDecisionPoint, again)).toEqual([]);
  });

  it('lets no date move once its body has decided', () => {
    const played = planned();
    const move = { pointId: pointOf(played), to: { notStated: true }, reason } as const;
    played.do(recordDecision, { body: 'healthAndCareCommittee', when: { on: '2026-04-20' }, outcome: 'approved' });
    expect(played.refusal(moveDecisionPoint, move)).toBe('not refused');
    played.do(recordDecision, { body: 'socialCommittee', when: { on: '2026-04-20' }, outcome: 'approved' });
    expect(played.refusal(moveDecisionPoint, move)).toBe('change.point-past');
  });

  it('lets the date of a start move until it was started', () => {
    const played = aCase()
      .register()
      .do(planDecisionPoint, { ...june, kind: 'start', body: 'manager' });
    const move = { pointId: pointOf(played), to: { on: '2026-09-01' }, reason };
    expect(played.refusal(moveDecisionPoint, move)).toBe('not refused');
    played.do(recordStart, { when: { on: '2026-04-24' } });
    expect(played.refusal(moveDecisionPoint, move)).toBe('change.point-past');
  });

  describe('of a decision that was put off', () => {
    const put = { body: 'socialCommittee', when: { on: '2026-04-20' }, outcome: 'postponed' } as const;

    it('moves the one that was planned, and says why in general words where nobody did', () => {
      const played = planned().do(recordDecision, { ...put, postponedTo: '2026-09-02' });
      expect(played.last('DecisionPointMoved')).toEqual({
        ...{ pointId: pointOf(played), from: { on: '2026-06-03' }, to: { on: '2026-09-02' } },
        reason: 'Beslutningen blev udsat',
      });
      const again = { ...put, postponedTo: '2026-09-02' };
      expect(played.decided(recordDecision, again).map(({ type }) => type)).toEqual(['DecisionRecorded']);
    });

    it('moves the one that is named, and plans it where none was planned', () => {
      const played = planned().do(planDecisionPoint, { ...june, when: { on: '2026-09-02' } });
      expect(played.refusal(recordDecision, { ...put, postponedTo: '2026-10-07' })).toBe('change.point-unclear');
      const pointId = pointOf(played);
      expect(played.do(recordDecision, { ...put, pointId, postponedTo: '2026-10-07' }).state.points).toMatchObject({
        [pointId]: { when: { on: '2026-10-07' } },
      });
      const none = aCase()
        .register()
        .do(recordDecision, { ...put, postponedTo: '2026-10-07' });
      expect(none.last('DecisionPointPlanned')).toMatchObject({
        ...{ kind: 'decision', body: 'socialCommittee', when: { on: '2026-10-07' } },
      });
    });

    it('refuses a day that it cannot have been put off to, and leaves what needs none without one', () => {
      const to = (postponedTo: string, more: object = {}) =>
        planned().refusal(recordDecision, { ...put, ...more, postponedTo });
      expect(to('2026-04-20')).toBe('change.not-postponed-to');
      expect(to('2026-04-21')).toBe('not refused');
      expect(to('2026-09-02', { outcome: 'approved' })).toBe('change.not-postponed-to');
      expect(to('2026-09-02', { when: { notStated: true } })).toBe('not refused');
      const events = planned().decided(recordDecision, put);
      expect(events.map(({ type }) => type)).toEqual(['DecisionRecorded']);
    });

    it('moves nothing that was decided already, and nothing of a withdrawn change', () => {
      const approved = { ...put, outcome: 'approved' } as const;
      const played = planned().do(recordDecision, approved);
      const pointId = pointOf(played);
      const again = { ...put, pointId, postponedTo: '2026-09-02' };
      expect(played.refusal(recordDecision, again)).toBe('change.point-past');
      const withdrawn = planned().do(withdrawChange, { reason });
      expect(withdrawn.refusal(recordDecision, { ...put, postponedTo: '2026-09-02' })).toBe('change.withdrawn');
      expect(withdrawn.refusal(recordDecision, put)).toBe('not refused');
    });
  });

  it('does not choose among several points of one body', () => {
    const played = planned().do(planDecisionPoint, { ...june, when: { on: '2026-09-02' } });
    played.do(recordDecision, { body: 'socialCommittee', when: { on: '2026-04-20' }, outcome: 'approved' });
    expect(played.last('DecisionRecorded').pointId).toBeUndefined();
  });

  it('refuses a point that the case does not have, and a withdrawn change', () => {
    const played = planned();
    expect(played.refusal(moveDecisionPoint, { pointId: MAIN, to: { notStated: true }, reason })).toBe(
      'change.point-unknown',
    );
    played.do(withdrawChange, { reason });
    expect(played.refusal(planDecisionPoint, june)).toBe('change.withdrawn');
  });
});

describe('keeping a case', () => {
  it('gives it another owner, once, and remembers who registered it', () => {
    const played = aCase().register(plannedByManager, PEOPLE.manager);
    const handover = { ownerId: PEOPLE.chair.id };
    expect(played.do(assignCaseOwner, handover).decided(assignCaseOwner, handover)).toEqual([]);
    expect(assignCaseOwner.resource!(played.state, handover, played.context())).toMatchObject({
      ownerId: PEOPLE.chair.id,
      registeredBy: PEOPLE.manager.id,
    });
  });

  it('keeps an error in the papers beside what is right', () => {
    const erratum = { was: 'OvergangsMED', isNow: 'OvergangslokalMED', announcedOn: '2026-04-24' };
    const played = aCase().register().do(correctPapers, erratum);
    expect(played.last('PapersCorrected')).toEqual(erratum);
    expect(played.refusal(correctPapers, { ...erratum, announcedOn: '2026-04-25' })).toBe('change.in-the-future');
    expect(played.refusal(correctPapers, { ...erratum, meetingId: meetingIdOf('none') })).toBe(
      'change.meeting-unknown',
    );
  });
});
