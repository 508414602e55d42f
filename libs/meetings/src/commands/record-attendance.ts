import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import { seatsOn } from '@rettidig/organisation';
import { Day, Id, ListOf, One, OneOf, SourceOfFact } from '@rettidig/vocabulary';
import type { MeetingContext } from '../checks.js';
import { notInTheFuture, officesInCommittee, openRecord } from '../checks.js';
import type { DeadlineReference } from '../flags.js';
import { flagsOf } from '../flags.js';
import type { Attendance, MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import { countAttendance, memberSeats, rosterOf } from '../roster.js';
import { capacities, presences } from '../words.js';
import { CountedAttendance } from './answers.js';

/** One seat at one meeting. A seat whose holder is excused may have a second entry: the deputy who acted in it (J4). */
export class SeatAttendance {
  @Id({ description: 'A seat of the committee on the day.' })
  seatId!: string;

  @OneOf(capacities, { description: 'Whether the entry is about the holder of the seat or a deputy in it.' })
  capacity!: Attendance['capacity'];

  @OneOf(presences, {
    description: '`excused`: absence with notice (J5). `vacant`: nobody holds the seat on that day.',
    example: 'present',
  })
  presence!: Attendance['presence'];

  @Id({
    description: 'The deputy. For a holder it may be left out: the holder is taken from the register of that day.',
    optional: true,
  })
  personId?: string;
}

/** The meeting was held, on this day, with these people. Every seat that has a holder is accounted for. */
export class RecordAttendance {
  @Day({ description: 'The day on which it was held; not after today.' })
  heldOn!: string;

  @ListOf(() => SeatAttendance, { description: 'The seats. Vacant ones may be left out.', max: 200 })
  entries!: SeatAttendance[];

  @One(() => SourceOfFact, { description: 'Where it stands.', optional: true })
  source?: SourceOfFact;
}

export const recordAttendance: CommandDefinition<
  Meeting | undefined,
  MeetingEvent,
  RecordAttendance,
  DeadlineReference,
  CountedAttendance
> = {
  name: 'RecordAttendance',
  message: RecordAttendance,
  decider: meetingDecider,
  kind: 'fact',
  target: 'existing',
  path: '/meetings/{id}/attendance',
  tag: 'meetings',
  summary: { da: 'Registrér at mødet blev holdt, og hvem der deltog', en: 'Record that it was held, and who came' },
  refusals: [
    'meeting.unknown',
    'meeting.cancelled',
    'meeting.minutes-approved',
    'meeting.held-in-the-future',
    'meeting.held-on-is-used',
    'meeting.seat-not-of-committee',
    'meeting.seat-twice',
    'meeting.seats-forgotten',
    'meeting.seat-has-no-holder',
    'meeting.seat-has-a-holder',
    'meeting.not-the-holder',
    'meeting.deputy-unnamed',
    'meeting.deputy-not-present',
    'meeting.deputy-beside-holder',
    'meeting.deputy-twice',
  ],
  resource: officesInCommittee,
  decide: (state, { heldOn, entries, source }, context) => {
    const meeting = openRecord(state);
    notInTheFuture(heldOn, context, 'meeting.held-in-the-future');
    checkDayUnused(meeting, heldOn);
    const attendance = rosterOf(seatsOfTheDay(meeting, heldOn, context), entries);
    return [{ type: 'AttendanceRecorded', data: { heldOn, attendance, ...(source && { source }) } }];
  },
  answer: (meeting, _message, context): CountedAttendance => ({
    ...countAttendance(meeting?.attendance ?? []),
    flags: flagsOf(meeting, context.reference),
  }),
  answerType: CountedAttendance,
};

const seatsOfTheDay = (meeting: Meeting, heldOn: string, context: MeetingContext) =>
  memberSeats(seatsOn(context.reference.organisation, meeting.committeeId, heldOn));

/**
 * The roster may be corrected until the minutes are approved, the day only until an item was discussed on it: reviews of
 * cases already stand on that day.
 */
export function checkDayUnused(meeting: Meeting, heldOn: string): void {
  const used = [...meeting.items.values()].some((item) => item.status === 'discussed');
  if (used && meeting.heldOn !== heldOn) throw new Refused('meeting.held-on-is-used', { heldOn: meeting.heldOn });
}
