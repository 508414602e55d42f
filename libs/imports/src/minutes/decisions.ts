import type { Side } from '@rettidig/vocabulary';
import { Count, Day, Flag, Id, ListOf, OneOf, sides } from '@rettidig/vocabulary';
import type { DecidedForm } from './words.js';
import { attendanceChoices, decidedForms } from './words.js';

/** What becomes of one row of the list of participants. */
export class RosterDecision {
  @Count({ description: 'The row of the list, as the preview counts it.', example: 3, min: 1 })
  row!: number;

  @Id({ description: 'The seat that the person sat in; as deputy when the minutes say so.', optional: true })
  seatId?: string;

  @Id({ description: 'The person, for a deputy who is known already.', optional: true })
  personId?: string;

  @Flag({ description: 'Nothing is recorded of this row: it is no member.', optional: true })
  leave?: boolean;

  @Flag({ description: 'A new seat with this person in it; for a deputy, a new person.', optional: true })
  create?: boolean;

  @OneOf(sides, { description: 'The side of a new seat, where the minutes do not say.', optional: true })
  side?: Side;
}

/** How the holder of a seat was there whom the minutes do not mention. */
export class SeatDecision {
  @Id({ description: 'The seat.' })
  seatId!: string;

  @OneOf(['present', 'excused', 'absent'], { description: 'How its holder was there.', example: 'absent' })
  presence!: 'present' | 'excused' | 'absent';
}

/** What becomes of one item. */
export class ItemDecision {
  @Count({ description: 'Its number.', example: 4, min: 1 })
  number!: number;

  @Flag({
    description: 'False: nothing is recorded of it. True: recorded though its title or number was read with doubt.',
    optional: true,
  })
  take?: boolean;

  @OneOf(decidedForms, {
    description: 'How it was handled, where the minutes do not say. `leave`: it is not recorded that it was handled.',
    optional: true,
  })
  form?: DecidedForm;
}

/** What a person chose about a set of minutes. All of it may be left out. */
export class MinutesDecisions {
  @Id({ description: 'The committee that met, where its name does not tell.', optional: true })
  committeeId?: string;

  @Flag({ description: 'The minutes name another committee than the one chosen, and that is right.', optional: true })
  otherCommitteeConfirmed?: boolean;

  @Day({ description: 'The day on which it met, where the minutes do not tell for certain.', optional: true })
  heldOn?: string;

  @Id({ description: 'Which meeting, where the committee met more than once on that day.', optional: true })
  meetingId?: string;

  @ListOf(() => RosterDecision, { description: 'Rows of the list of participants.', max: 200, optional: true })
  roster?: RosterDecision[];

  @ListOf(() => SeatDecision, { description: 'Seats that the minutes do not mention.', max: 200, optional: true })
  seats?: SeatDecision[];

  @Flag({
    description: 'New seats and people for every line that nobody in the register fits: for a register that is empty.',
    optional: true,
  })
  createMissing?: boolean;

  @Day({ description: 'First day of new seats; the day of the meeting when left out.', optional: true })
  seatsFrom?: string;

  @OneOf(attendanceChoices, {
    description:
      'Where who came is recorded otherwise than the minutes have it: whether that stays (the default) or the list of the minutes is recorded instead, as long as they are not approved.',
    optional: true,
  })
  attendance?: keyof typeof attendanceChoices;

  @ListOf(() => ItemDecision, { description: 'Items of the agenda.', max: 200, optional: true })
  items?: ItemDecision[];

  @Flag({ description: 'False: the demands are left out.', optional: true })
  demands?: boolean;
}
