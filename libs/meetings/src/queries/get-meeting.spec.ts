import type { QueryContext } from '@rettidig/event-sourcing';
import { recorded } from '@rettidig/event-sourcing/testing';
import { seatsOn } from '@rettidig/organisation';
import { ruleBookPart } from '@rettidig/rules';
import type { MeetingEvent } from '../meeting.events.js';
import { memberSeats, rosterOf } from '../roster.js';
import {
  added,
  approved,
  discussed,
  MAIN,
  reference,
  rosterOf24April,
  scheduled,
  person,
  seat,
} from '../testing/main-committee.js';
import { getMeeting } from './get-meeting.js';

const source = (lines: string) => ({ kind: 'minutes', reference: `linje ${lines}` }) as const;
const held: MeetingEvent = {
  type: 'AttendanceRecorded',
  data: {
    heldOn: '2026-04-24',
    attendance: rosterOf(memberSeats(seatsOn(reference.organisation, MAIN, '2026-04-24')), rosterOf24April),
  },
};
const summarised: MeetingEvent = {
  type: 'ItemDiscussedWithJointSummary',
  data: {
    itemId: 'item-6',
    caseIds: [],
    heldOn: '2026-04-24',
    summary: [{ employeeSide: 'Ventetiden er lang.', managementSide: 'Takker.', source: source('380') }],
  },
};
const agreed: MeetingEvent = {
  type: 'FollowUpAgreed',
  data: {
    followUpId: 'f1',
    itemId: 'item-2',
    caseIds: ['c1'],
    kind: 'forwardRemarks',
    what: 'Bemærkningerne sendes videre',
    recipient: 'Socialudvalget',
    due: { notStated: true },
    source: source('118'),
  },
};
const done: MeetingEvent = {
  type: 'FollowUpDone',
  data: { followUpId: 'f1', itemId: 'item-2', caseIds: ['c1'], on: '2026-05-02', how: 'Sendt' },
};

const waived = (office: 'chair' | 'deputyChair', byBoth: boolean): MeetingEvent => ({
  type: 'DeadlineWaived',
  data: { deadline: 'materialDue', office, byBoth, on: '2026-04-10', reason: 'Sent bidrag' },
});

const called = (key: string, whom: string | null): MeetingEvent => ({
  type: 'DeputyCalled',
  data: { seatId: seat(key), personId: whom && person(whom) },
});

const happenings: readonly (readonly [recordedAt: string, event: MeetingEvent])[] = [
  ['2026-04-01T08:00:00.000Z', { ...scheduled, data: { ...scheduled.data, on: '2026-04-17' } } as MeetingEvent],
  ['2026-04-10T08:00:00.000Z', waived('chair', false)],
  ['2026-04-11T08:00:00.000Z', waived('deputyChair', true)],
  [
    '2026-04-13T08:00:00.000Z',
    { type: 'MeetingMoved', data: { from: '2026-04-17', to: '2026-04-24', reason: 'Påske' } },
  ],
  ['2026-04-13T08:00:00.000Z', called('e4', 'other')],
  ['2026-04-13T08:00:00.000Z', called('e5', 'deputy')],
  ['2026-04-14T08:00:00.000Z', called('e4', null)],
  ['2026-04-13T08:00:00.000Z', added(6)],
  ['2026-04-13T08:00:00.000Z', added(2, 'c1')],
  ['2026-04-13T08:00:00.000Z', added(3, 'c2')],
  [
    '2026-04-20T08:00:00.000Z',
    { type: 'AgendaItemWithdrawn', data: { itemId: 'item-3', caseIds: ['c2'], reason: 'Ikke klar' } },
  ],
  ['2026-04-24T12:00:00.000Z', held],
  ['2026-04-24T12:00:00.000Z', discussed(2, 'c1')],
  ['2026-04-24T12:00:00.000Z', summarised],
  ['2026-04-24T12:00:00.000Z', agreed],
  ['2026-05-02T12:00:00.000Z', done],
  ['2026-05-04T08:00:00.000Z', approved('chair', false)],
];
const context = {
  now: '2026-06-01T08:00:00.000Z',
  reference,
  people: (ids: readonly string[]) => new Map(ids.map((id) => [id, { name: `Plads ${id}` }])),
  readStream: (_stream: string, until = '9') =>
    recorded(
      happenings
        .filter(([recordedAt]) => recordedAt <= until)
        .map(([recordedAt, event]) => ({ ...event, recordedAt, stream: 'meeting-april' })),
    ),
} as unknown as QueryContext<typeof reference>;
const detail = async (asOf?: string) => getMeeting.handle({ id: 'april', ...(asOf && { asOf }) }, context);
const item = async (number: number, asOf?: string) => (await detail(asOf)).items.find((one) => one.number === number);

describe('a meeting in detail', () => {
  it('counts who came, both sides and each, and shows the seat where a deputy acted', async () => {
    const { attendance } = await detail();
    expect(attendance?.both).toMatchObject({ seats: 22, present: 14, deputies: 1, excused: 9, empty: 8 });
    expect(attendance?.management).toMatchObject({ seats: 10, present: 4, excused: 6 });
    expect(attendance?.employees).toMatchObject({ seats: 12, present: 10, excused: 3 });
    expect(attendance?.seats).toHaveLength(22);
    expect(attendance?.seats.find((one) => one.seatId === seat('e5'))).toEqual({
      seatId: seat('e5'),
      represents: `Plads ${seat('e5')}`,
      side: 'employees',
      holderId: person('e5'),
      presence: 'excused',
      deputyId: person('deputy'),
      empty: false,
    });
    expect(attendance?.seats.find((one) => one.seatId === seat('e4'))).toMatchObject({ deputyId: null, empty: true });
  });

  it('shows which deputies are called for it, as they are by then', async () => {
    const e5 = { seatId: seat('e5'), represents: `Plads ${seat('e5')}`, personId: person('deputy') };
    expect((await detail()).calledDeputies).toEqual([e5]);
    expect((await detail('2026-04-13')).calledDeputies).toMatchObject([{ personId: person('other') }, e5]);
    expect((await detail('2026-04-12')).calledDeputies).toEqual([]);
  });

  it('lists the agenda by number, a withdrawn item with its reason', async () => {
    expect((await detail()).items.map((one) => [one.number, one.status])).toEqual([
      [2, 'discussed'],
      [3, 'withdrawn'],
      [6, 'discussed'],
    ]);
    expect(await item(3)).toMatchObject({ withdrawnBecause: 'Ikke klar', caseIds: ['c2'], form: null });
  });

  it('shows a joint summary side by side as the only record of a talk without minutes', async () => {
    expect((await item(6))?.jointSummary).toEqual([
      { employeeSide: 'Ventetiden er lang.', managementSide: 'Takker.', source: source('380') },
    ]);
    expect((await item(2))?.jointSummary).toBeNull();
  });

  it('shows a follow-up with what is missing, and that it was done', async () => {
    expect((await item(2))?.followUps).toEqual([
      {
        followUpId: 'f1',
        kind: 'forwardRemarks',
        what: 'Bemærkningerne sendes videre',
        owner: null,
        recipient: 'Socialudvalget',
        due: { on: null, nextMeeting: false, notStated: true },
        caseIds: ['c1'],
        missing: ['owner', 'due'],
        doneOn: '2026-05-02',
        how: 'Sendt',
        source: source('118'),
      },
    ]);
    expect((await item(2, '2026-05-01'))?.followUps).toMatchObject([{ doneOn: null, how: null }]);
  });

  it('says what was known on a day', async () => {
    expect(await detail('2026-04-23')).toMatchObject({ status: 'scheduled', heldOn: null, attendance: null });
    expect(await detail('2026-04-12')).toMatchObject({ on: '2026-04-17', items: [], moves: [] });
    expect(await detail('2026-04-23')).toMatchObject({
      on: '2026-04-24',
      ...{ startsAt: null, endsAt: null, flags: ['hoursNotStated'] },
      moves: [
        {
          ...{ from: '2026-04-17', to: '2026-04-24', startsAt: null, endsAt: null },
          ...{ reason: 'Påske', recordedAt: '2026-04-13T08:00:00.000Z' },
        },
      ],
    });
    await expect(detail('2026-03-31')).rejects.toThrow('meeting.unknown');
  });

  it('says by when items and material are due, where that was agreed', async () => {
    expect(await detail()).toMatchObject({ itemsDueOn: null, materialDueOn: null });
    const days = { count: 14, kind: 'calendar' };
    const timetable = {
      committeeId: MAIN,
      version: '1',
      effectiveFrom: '2026-01-01',
      itemsDue: days,
      materialDue: days,
    };
    const [agreed] = recorded([{ type: 'LocalTimetableAgreed', data: { timetable } }]);
    const ruleBook = ruleBookPart.evolve(ruleBookPart.initial, agreed!);
    const asked = { ...context, reference: { ...reference, ruleBook } };
    const then = (asOf: string) => getMeeting.handle({ id: 'april', asOf }, asked);
    expect(await then('2026-04-23')).toMatchObject({ itemsDueOn: '2026-04-10', materialDueOn: '2026-04-10' });
    expect(await then('2026-04-12')).toMatchObject({ itemsDueOn: '2026-04-03', materialDueOn: null });
  });

  it('says who let a deadline be, and that a move gave it back', async () => {
    expect(await detail('2026-04-12')).toMatchObject({ waived: ['materialDue'], waivers: [{ covers: true }, {}] });
    const { waived: left, waivers } = await detail();
    expect(left).toEqual([]);
    expect(waivers.map(({ office, covers }) => [office, covers])).toEqual([
      ['chair', false],
      ['deputyChair', false],
    ]);
  });

  it('says who approved the minutes and that one is missing', async () => {
    expect(await detail()).toMatchObject({
      committeeName: 'HovedMED',
      flags: [],
      approvals: [{ office: 'chair', on: '2026-05-04' }],
      minutesApproved: false,
    });
  });
});
