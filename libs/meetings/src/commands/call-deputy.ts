import type { CommandDefinition } from '@rettidig/event-sourcing';
import { impossible, Refused } from '@rettidig/event-sourcing';
import { seatsOn } from '@rettidig/organisation';
import { dayOf, Id } from '@rettidig/vocabulary';
import type { MeetingContext, MeetingReference } from '../checks.js';
import { existing, officesInCommittee } from '../checks.js';
import type { MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import { memberSeats } from '../roster.js';

/**
 * Somebody is called to act in a seat at a meeting to come (J4): from then on they are told of it like its members. Another
 * one for the same seat comes in their place. The call is for the meeting, so it stands when that moves; that the deputy was
 * really there is recorded with the attendance.
 */
export class CallDeputy {
  @Id({ description: 'The seat: one of a member of the committee on the day of the meeting.' })
  seatId!: string;

  @Id({
    description:
      'The deputy, or null: nobody any more. They get the mails about the meeting from the next one on; whoever is called after the last one (as a rule the day before the meeting) gets none, so call them by phone.',
    nullable: true,
  })
  personId!: string | null;
}

export const callDeputy: CommandDefinition<Meeting | undefined, MeetingEvent, CallDeputy, MeetingReference> = {
  name: 'CallDeputy',
  message: CallDeputy,
  decider: meetingDecider,
  kind: 'change',
  target: 'existing',
  path: '/meetings/{id}/deputies',
  tag: 'meetings',
  summary: {
    da: 'Indkald en suppleant til et møde, eller tag indkaldelsen tilbage',
    en: 'Call a deputy for a meeting, or take the call back',
  },
  refusals: [
    'meeting.unknown',
    'meeting.cancelled',
    'meeting.deputy-called-too-late',
    'meeting.deputy-for-no-seat',
    'meeting.deputy-is-the-holder',
    'meeting.deputy-is-a-member',
    'meeting.deputy-called-for-another-seat',
    'meeting.deputy-already-called',
    'meeting.deputy-not-called',
  ],
  resource: officesInCommittee,
  decide: (state, { seatId, personId }, context) => {
    const meeting = toCome(state, context);
    if (personId !== null) canBeCalled(meeting, seatId, personId, context);
    // A call can be taken back whatever became of the seat.
    else if (!meeting.calledDeputies.has(seatId)) throw new Refused('meeting.deputy-not-called', { seatId });
    return [{ type: 'DeputyCalled', data: { seatId, personId } }];
  },
};

/** A meeting to which somebody can still come: not cancelled, not held, today or later in Copenhagen. */
function toCome(state: Meeting | undefined, { now }: MeetingContext): Meeting {
  const meeting = existing(state);
  const { status, on, heldOn } = meeting;
  if (status === 'cancelled') throw new Refused('meeting.cancelled');
  if (status === 'held' || on < dayOf(now)) throw new Refused('meeting.deputy-called-too-late', { on: heldOn ?? on });
  return meeting;
}

/** Nobody sits at a meeting twice: neither beside a seat of their own nor for two others. */
function canBeCalled(
  { committeeId, on, calledDeputies }: Meeting,
  seatId: string,
  personId: string,
  context: MeetingContext,
): void {
  const seats = memberSeats(seatsOn(context.reference.organisation, committeeId, on));
  const seat = seats.find((one) => one.seatId === seatId);
  if (!seat) throw impossible('meeting.deputy-for-no-seat', { seatId, on });
  if (seat.personId === personId) throw impossible('meeting.deputy-is-the-holder', { seatId, on });
  if (seats.some((one) => one.personId === personId)) throw impossible('meeting.deputy-is-a-member', { on });
  const called = [...calledDeputies].find(([, one]) => one === personId)?.[0];
  if (called === seatId) throw new Refused('meeting.deputy-already-called', { seatId });
  if (called !== undefined) throw new Refused('meeting.deputy-called-for-another-seat', { seatId: called });
}
