import type { QueryContext } from '@rettidig/event-sourcing';
import { projectionSpec } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from '../meeting.events.js';
import type { ListMeetings } from '../queries/list-meetings.js';
import { listMeetings } from '../queries/list-meetings.js';
import { memberSeats, rosterOf } from '../roster.js';
import { added, approved, AREA, MAIN, reference, rosterOf24April, scheduled } from '../testing/main-committee.js';
import { seatsOn } from '@rettidig/organisation';
import { meetingsProjection } from './meetings.projection.js';

/** What happened to which meeting, and when it was recorded. */
type Happening = readonly [recordedAt: string, meetingId: string, event: MeetingEvent];

const attendance: MeetingEvent = {
  type: 'AttendanceRecorded',
  data: {
    heldOn: '2026-04-24',
    attendance: rosterOf(memberSeats(seatsOn(reference.organisation, MAIN, '2026-04-24')), rosterOf24April),
  },
};
const area: MeetingEvent = {
  type: 'MeetingScheduled',
  data: { committeeId: AREA, on: '2026-05-20', extraordinary: true },
};
const titled = (number: number, title: string, ...caseIds: readonly string[]): MeetingEvent => {
  const item = added(number, ...caseIds);
  return { ...item, data: { ...item.data, title } } as MeetingEvent;
};
const withdrawn = (number: number, ...caseIds: readonly string[]): MeetingEvent => ({
  type: 'AgendaItemWithdrawn',
  data: { itemId: `item-${number}`, caseIds, reason: 'x' },
});

const story: readonly Happening[] = [
  ['2026-04-13T08:00:00.000Z', 'april', scheduled],
  ['2026-04-13T08:00:00.000Z', 'april', titled(2, 'Etablering af ungebehandlingstilbud', 'c1')],
  ['2026-04-14T08:00:00.000Z', 'april', titled(5, 'Samlet punkt', 'c1', 'c2')],
  ['2026-04-14T08:00:00.000Z', 'may', area],
  ['2026-04-24T12:00:00.000Z', 'april', attendance],
  ['2026-05-04T08:00:00.000Z', 'april', approved('chair', false)],
  ['2026-05-05T08:00:00.000Z', 'april', approved('deputyChair', true)],
  [
    '2026-05-06T08:00:00.000Z',
    'may',
    { type: 'MeetingMoved', data: { from: '2026-05-20', to: '2026-04-02', reason: 'x' } },
  ],
  ['2026-05-07T08:00:00.000Z', 'may', { type: 'MeetingCancelled', data: { reason: 'x' } }],
];

function shown(parameters: ListMeetings = {}, happenings = story) {
  const given = happenings.map(([recordedAt, meetingId, event]) => ({
    ...event,
    recordedAt,
    stream: `meeting-${meetingId}`,
  }));
  const { database: views } = projectionSpec(meetingsProjection).given(...given);
  const context = { now: '2026-06-01T08:00:00.000Z', reference, views } as unknown as QueryContext<typeof reference>;
  return listMeetings.handle(parameters, context) as Awaited<ReturnType<typeof listMeetings.handle>>;
}
const idsOf = (parameters?: ListMeetings, happenings = story) =>
  shown(parameters, happenings).items.map((item) => item.meetingId);

describe('the list of meetings', () => {
  it('shows a held meeting with committee, day, agenda, how many came and whether the minutes are approved', () => {
    expect(shown({ committee: [MAIN] }).items).toEqual([
      {
        meetingId: 'april',
        committeeId: MAIN,
        committeeName: 'HovedMED',
        on: '2026-04-24',
        heldOn: '2026-04-24',
        startsAt: '10:00',
        endsAt: '12:00',
        extraordinary: false,
        status: 'held',
        items: 2,
        caseIds: ['c1', 'c2'],
        present: 14,
        excused: 9,
        minutesApproved: true,
      },
    ]);
  });

  it('sorts by the day of the meeting, the latest first unless told', () => {
    expect(idsOf()).toEqual(['april', 'may']);
    expect(idsOf({ sort: 'on' })).toEqual(['may', 'april']);
    expect(idsOf({ asOf: '2026-05-05' })).toEqual(['may', 'april']);
  });

  it('filters by committee, state, days, case and words of the agenda', () => {
    expect(idsOf({ committee: [AREA] })).toEqual(['may']);
    expect(idsOf({ status: ['held'] })).toEqual(['april']);
    expect(idsOf({ from: '2026-04-24' })).toEqual(['april']);
    expect(idsOf({ to: '2026-04-23' })).toEqual(['may']);
    expect(idsOf({ case: ['c2'] })).toEqual(['april']);
    expect(idsOf({ case: ['c3'] })).toEqual([]);
    expect(idsOf({ text: 'UNGE' })).toEqual(['april']);
    expect(idsOf({ text: 'unge personaleforhold' })).toEqual([]);
  });

  it('counts by state and by committee, each as if not filtered by itself', () => {
    const { total, facets } = shown({ status: ['held'] });
    expect(total).toBe(1);
    expect(facets).toEqual({ status: { held: 1, cancelled: 1 }, committee: { [MAIN]: 1 } });
  });

  it('goes on where the page before ended', () => {
    const first = shown({ limit: 1 });
    expect(first.total).toBe(2);
    expect(idsOf({ limit: 1, cursor: first.nextCursor! })).toEqual(['may']);
  });

  it('answers with what was known on a day', () => {
    expect(idsOf({ asOf: '2026-04-12' })).toEqual([]);
    expect(shown({ asOf: '2026-04-13' }).items).toMatchObject([{ status: 'scheduled', items: 1, present: null }]);
    expect(shown({ asOf: '2026-05-04', committee: [MAIN] }).items).toMatchObject([{ minutesApproved: false }]);
    expect(shown({ asOf: '2026-05-06', committee: [AREA] }).items).toMatchObject([
      { status: 'scheduled', on: '2026-04-02', heldOn: null },
    ]);
  });

  it('shows the hours of the day that it was moved to, and none where nobody said them', () => {
    const moved = (at: string, hours: object, to = '2026-05-20'): Happening => [
      at,
      'may',
      { type: 'MeetingMoved', data: { from: '2026-05-20', to, ...hours, reason: 'x' } },
    ];
    const hours = { startsAt: '13:00', endsAt: '15:00' };
    const other = [...story.slice(0, 4), moved('2026-05-06T08:00:00.000Z', hours)];
    expect(shown({ committee: [AREA] }, other).items).toMatchObject([{ on: '2026-05-20', ...hours }]);
    const without = [...other, moved('2026-05-07T08:00:00.000Z', {}, '2026-05-21')];
    expect(shown({ committee: [AREA] }, without).items).toMatchObject([{ startsAt: null, endsAt: null }]);
  });

  it('takes cases off with their item, but not those that stand on another item too', () => {
    const happenings: readonly Happening[] = [
      ...story.slice(0, 3),
      ['2026-04-15T08:00:00.000Z', 'april', withdrawn(5, 'c1', 'c2')],
    ];
    expect(shown({}, happenings).items).toMatchObject([{ items: 1, caseIds: ['c1'] }]);
    expect(idsOf({ case: ['c2'] }, happenings)).toEqual([]);
  });

  it('refuses a period that ends before it starts', () => {
    expect(() => shown({ from: '2026-05-01', to: '2026-04-01' })).toThrow('meeting.period-ends-before-it-starts');
  });
});
