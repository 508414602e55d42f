import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from '../meeting.events.js';
import type { RosterEntry } from '../roster.js';
import { countAttendance } from '../roster.js';
import {
  added,
  approved,
  discussed,
  heldOn24April,
  reference,
  rosterOf24April,
  scheduled,
  told,
  person,
  seat,
} from '../testing/main-committee.js';
import { recordAttendance } from './record-attendance.js';

const heldOn = '2026-04-24';
const record = (entries: readonly RosterEntry[], on = heldOn, ...past: readonly MeetingEvent[]) =>
  decision(recordAttendance, { reference, now: '2026-06-20T14:00:00.000Z' })
    .given(scheduled, ...past)
    .when({ heldOn: on, entries: [...entries] });
const rosterFrom = (entries: readonly RosterEntry[], on = heldOn) => {
  const [event] = record(entries, on).decided();
  return event?.type === 'AttendanceRecorded' ? event.data.attendance : [];
};
/** The roster of 24 April with some seats told otherwise. */
const but = (...changes: readonly RosterEntry[]): RosterEntry[] => [
  ...rosterOf24April.filter((entry) => !changes.some((change) => change.seatId === entry.seatId)),
  ...changes,
];
const holder = (key: string, presence: RosterEntry['presence'], personId?: string): RosterEntry => ({
  seatId: seat(key),
  capacity: 'holder',
  presence,
  ...(personId && { personId }),
});
const deputy = (key: string, personId?: string, presence: RosterEntry['presence'] = 'present'): RosterEntry => ({
  seatId: seat(key),
  capacity: 'deputy',
  presence,
  ...(personId && { personId }),
});

describe('attendance is recorded', () => {
  it('with the numbers of 24 April 2026: 22 seats, 14 present, one of them a deputy, 9 excused', () => {
    const roster = rosterFrom(rosterOf24April);
    expect(countAttendance(roster)).toEqual({
      seats: 22,
      present: 14,
      deputies: 1,
      excused: 9,
      absent: 0,
      vacant: 0,
      empty: 8,
    });
    const side = (wanted: string) => countAttendance(roster.filter((entry) => entry.side === wanted));
    expect(side('management')).toMatchObject({ seats: 10, present: 4, excused: 6, empty: 6 });
    expect(side('employees')).toMatchObject({ seats: 12, present: 10, deputies: 1, excused: 3, empty: 2 });
  });

  it('with side and holder as they were that day, and the deputy beside the excused holder of the seat (J4, J12)', () => {
    expect(rosterFrom(rosterOf24April).filter((entry) => entry.seatId === seat('e5'))).toEqual([
      { seatId: seat('e5'), side: 'employees', personId: person('e5'), capacity: 'holder', presence: 'excused' },
      { seatId: seat('e5'), side: 'employees', personId: person('deputy'), capacity: 'deputy', presence: 'present' },
    ]);
  });

  it('with a seat that lost its holder in between as vacant, also when nobody says so (J6)', () => {
    const inJune = rosterOf24April.filter((entry) => entry.seatId !== seat('a5'));
    const vacant = { seatId: seat('a5'), side: 'employees', personId: null, capacity: 'holder', presence: 'vacant' };
    expect(rosterFrom(inJune, '2026-06-12')).toContainEqual(vacant);
    expect(rosterFrom([...inJune, holder('a5', 'vacant')], '2026-06-12')).toContainEqual(vacant);
    record(rosterOf24April, '2026-06-12').thenRefused('meeting.seat-has-no-holder');
  });

  it.each<[string, string, RosterEntry[]]>([
    ['a seat with a holder that is left out', 'meeting.seats-forgotten', rosterOf24April.slice(1)],
    ['a seat of which only the deputy is told', 'meeting.seats-forgotten', but(deputy('e5', person('deputy')))],
    ['a seat of another committee', 'meeting.seat-not-of-committee', but(holder('x9', 'present'))],
    [
      'the secretary, who has no seat of a member',
      'meeting.seat-not-of-committee',
      but(holder('secretary', 'present')),
    ],
    ['a seat told twice', 'meeting.seat-twice', but(holder('m1', 'present'), holder('m1', 'excused'))],
    ['a seat with a holder as vacant', 'meeting.seat-has-a-holder', but(holder('m1', 'vacant'))],
    ['somebody else as holder', 'meeting.not-the-holder', but(holder('m1', 'present', person('m2')))],
    ['a deputy without saying who', 'meeting.deputy-unnamed', but(holder('e4', 'excused'), deputy('e4'))],
    [
      'a deputy who did not come',
      'meeting.deputy-not-present',
      but(holder('e4', 'excused'), deputy('e4', 'p', 'excused')),
    ],
    [
      'a deputy beside a present holder',
      'meeting.deputy-beside-holder',
      but(holder('e4', 'present'), deputy('e4', 'p')),
    ],
    ['a deputy in two seats', 'meeting.deputy-twice', but(holder('e4', 'excused'), deputy('e4', person('deputy')))],
    ['a present member as deputy', 'meeting.deputy-twice', but(holder('e4', 'excused'), deputy('e4', person('e1')))],
  ])('not with %s', (_what, code, entries) => {
    record(entries).thenRefused(code);
  });

  it('from the day of the meeting on in Copenhagen, however much later', () => {
    const at = (now: string) =>
      decision(recordAttendance, { reference, now })
        .given(scheduled)
        .when({ heldOn, entries: [...rosterOf24April] });
    at('2026-04-23T21:59:59.999Z').thenRefused('meeting.held-in-the-future');
    at('2026-04-23T22:00:00.000Z').thenTypes('AttendanceRecorded');
    at('2031-01-01T00:00:00.000Z').thenTypes('AttendanceRecorded');
  });

  it('for another day than called for, and says so', () => {
    const message = { heldOn: '2026-04-23', entries: [...rosterOf24April] };
    const meeting = told(scheduled, ...record(rosterOf24April, '2026-04-23').decided());
    expect(recordAttendance.answer!(meeting, message, contextOf({ reference }))).toMatchObject({
      seats: 22,
      present: 14,
      flags: ['heldOnAnotherDay'],
    });
  });

  it('again to correct who came, but not the day once items are recorded on it', () => {
    const past = [added(2, 'c1'), heldOn24April, discussed(2, 'c1')];
    record(rosterOf24April, heldOn, ...past).thenTypes('AttendanceRecorded');
    record(rosterOf24April, '2026-04-23', ...past).thenRefused('meeting.held-on-is-used');
  });

  it('never after both approved the minutes, nor of a cancelled meeting', () => {
    const both = [heldOn24April, approved('chair', false), approved('deputyChair', true)];
    record(rosterOf24April, heldOn, ...both).thenRefused('meeting.minutes-approved');
    record(rosterOf24April, heldOn, { type: 'MeetingCancelled', data: { reason: 'x' } }).thenRefused(
      'meeting.cancelled',
    );
  });
});
