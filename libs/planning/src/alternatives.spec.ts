import { standardClosingDays } from '@rettidig/calendar';
import { alternativesOf } from './alternatives.js';
import type { PlanQuestion, PlanReference } from './plan.types.js';
import { planReview } from './plan-review.js';
import {
  committee,
  days,
  dutyFor,
  meetingsOn,
  point,
  recommendationsDue,
  referenceOf,
  scheduled,
  timetable,
} from './testing/story.js';

const week = timetable({ materialDue: days(7) });
const decision = point('decision', '2026-06-03');
const of = (duty: PlanQuestion, reference: PlanReference, today: string) =>
  alternativesOf(planReview(duty, reference), duty, reference, today);

describe('what can still be done', () => {
  const reference = referenceOf({ agreed: [week], meetings: meetingsOn('2026-04-24', '2026-06-12') });

  it('is not asked while the papers for the last usable meeting can go out, or the case is on its agenda', () => {
    expect(of(dutyFor([decision]), reference, '2026-04-17')).toBeNull();
    expect(of(dutyFor([decision]), reference, '2026-04-18')).not.toBeNull();
    expect(of(dutyFor([decision], { placedAt: ['2026-04-24'] }), reference, '2026-04-18')).toBeNull();
  });

  it('names the next meeting and by how much it misses, the earliest extraordinary one, and the date that would do', () => {
    expect(of(dutyFor([decision]), reference, '2026-05-15')).toEqual({
      nextMeeting: { meetingId: '2026-06-12', on: '2026-06-12', missesByDays: 10 },
      extraordinary: { earliestOn: '2026-05-22', inTime: true },
      moveDecisions: [{ pointId: decision.pointId, kind: 'decision', body: 'socialCommittee', to: '2026-06-15' }],
    });
  });

  it('leaves room for the recommendation when the decision moves, and moves every body that must (A20)', () => {
    const agreed = [week, recommendationsDue('socialCommittee', days(14))];
    const points = [decision, point('decision', '2026-06-10', 'council'), point('start', '2026-09-01', 'manager')];
    const alternatives = of(dutyFor(points), referenceOf({ agreed, meetings: meetingsOn('2026-06-12') }), '2026-05-20');
    // 29 June minus 14 days is 15 June, after the meeting on the 12th; 26 June minus 14 days is the 12th itself.
    expect(alternatives!.moveDecisions).toEqual([
      { pointId: points[0]!.pointId, kind: 'decision', body: 'socialCommittee', to: '2026-06-29' },
      { pointId: points[1]!.pointId, kind: 'decision', body: 'council', to: '2026-06-15' },
    ]);
  });

  it('leaves no room for a recommendation that went already', () => {
    const agreed = [week, recommendationsDue('socialCommittee', days(14))];
    const recommended = [{ body: 'socialCommittee', on: '2026-05-05', beforeMed: true }] as const;
    const later = referenceOf({ agreed, meetings: meetingsOn('2026-06-12') });
    const alternatives = of(dutyFor([decision], { recommended }), later, '2026-05-28');
    expect(alternatives!.moveDecisions).toMatchObject([{ pointId: decision.pointId, to: '2026-06-15' }]);
  });

  it('moves a recommendation planned by itself, and its decision only when that would come before it', () => {
    const recommended = point('recommendation', '2026-05-27');
    const moved = (on: string) =>
      of(dutyFor([recommended, point('decision', on)]), reference, '2026-05-25')!.moveDecisions.map(
        ({ kind, to }) => `${kind} ${to}`,
      );
    expect(moved('2026-06-03')).toEqual(['decision 2026-06-15', 'recommendation 2026-06-15']);
    expect(moved('2026-06-15')).toEqual(['recommendation 2026-06-15']);
  });

  it('never moves a decision to an earlier day, though less notice was wanted then', () => {
    const more = recommendationsDue('socialCommittee', days(42), '2026-07-01');
    const july = dutyFor([point('decision', '2026-07-10')]);
    const wanting = referenceOf({ agreed: [week, more], meetings: meetingsOn('2026-06-12') });
    expect(of(july, wanting, '2026-06-01')!.moveDecisions.map(({ to }) => to)).toEqual(['2026-07-27']);
  });

  it('proposes no day in a time that is avoided, none that is closed, and none in which the committee is not in force', () => {
    const avoided = { ...standardClosingDays, version: '2026', effectiveFrom: '2026-01-01' };
    const july = { from: { month: 7, day: 1 }, to: { month: 7, day: 31 } };
    const agreed = [
      week,
      { type: 'ClosingDaysAgreed', data: { closingDays: { ...avoided, single: ['2026-08-03'], avoid: [july] } } },
    ] as const;
    const structure = [committee('OvergangsMED', 'local', '2026-06-25')];
    const earliest = (committeeId: string) =>
      of(
        dutyFor([point('decision', '2026-06-29')], { committeeId }),
        referenceOf({ agreed: [...agreed], structure }),
        '2026-06-25',
      )!.extraordinary;
    expect(earliest('HovedMED')).toEqual({ earliestOn: '2026-08-04', inTime: false });
    expect(earliest('OvergangsMED')).toBeNull();
  });

  it('moves the decision for the extraordinary meeting when none is called', () => {
    const alternatives = of(dutyFor([decision]), referenceOf({ agreed: [week] }), '2026-06-01')!;
    expect(alternatives.nextMeeting).toBeNull();
    expect(alternatives.extraordinary).toEqual({ earliestOn: '2026-06-08', inTime: false });
    expect(alternatives.moveDecisions.map(({ to }) => to)).toEqual(['2026-06-09']);
  });

  it('names the next meeting of a case without a date when the papers for the one aimed at can no longer go out', () => {
    const duty = dutyFor([{ ...decision, when: { notStated: true } }]);
    expect(of(duty, reference, '2026-04-17')).toBeNull();
    expect(of(duty, reference, '2026-04-18')).toEqual({
      nextMeeting: { meetingId: '2026-06-12', on: '2026-06-12', missesByDays: 0 },
      extraordinary: { earliestOn: '2026-04-27', inTime: true },
      moveDecisions: [],
    });
  });

  it('is nothing at all without a committee', () => {
    const duty = dutyFor([decision], { committeeId: null });
    const nothing = { nextMeeting: null, extraordinary: null, moveDecisions: [] };
    expect(of(duty, referenceOf({ meetings: { m: [scheduled('2026-04-24')] } }), '2026-04-01')).toEqual(nothing);
  });
});
