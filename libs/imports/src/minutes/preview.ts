import type { Attendance } from '@rettidig/meetings';
import { presences } from '@rettidig/meetings';
import type { Confidence, LeftOut } from '@rettidig/minutes';
import type { Side } from '@rettidig/vocabulary';
import {
  Count,
  Day,
  Flag,
  FreeText,
  Id,
  Ids,
  ListOf,
  One,
  OneOf,
  Pattern,
  Sentences,
  sides,
} from '@rettidig/vocabulary';
import { MinutesDemandsShown, MinutesItemShown } from './preview-items.js';
import {
  attendanceStates,
  committeeMatches,
  confidences,
  leftOutReasons,
  meetingStates,
  rosterMatches,
  rosterStates,
} from './words.js';
import type { AttendanceState, CommitteeMatch, RosterMatch, RosterState } from './states.js';

const LINE = 'The line of the document, from 1.';
const CONFIDENCE = 'How sure it is. `guess`: more than one reading is possible; it is not recorded without a choice.';

/** A committee or seat to choose from. */
export class ChoiceShown {
  @Id({ description: 'What to send back.' })
  id!: string;
  @FreeText({ description: 'What it is called, from the register or the private store.', max: 400 })
  name!: string;
}

export class MinutesCommitteeShown {
  @FreeText({ description: 'The committee as the minutes name it; null when they do not.', max: 300, nullable: true })
  written!: string | null;
  @OneOf(committeeMatches, { description: 'How it was found in the register.' })
  how!: CommitteeMatch;
  @Id({ description: 'The committee; null until it is chosen.', nullable: true })
  committeeId!: string | null;
  @FreeText({ description: 'Its name in the register.', max: 200, nullable: true })
  name!: string | null;
  @ListOf(() => ChoiceShown, { description: 'The committees to choose from, when it was not found.', max: 1000 })
  candidates!: ChoiceShown[];
}

export class MinutesMeetingShown {
  @OneOf(meetingStates, { description: 'What becomes of the meeting.' })
  state!: keyof typeof meetingStates;
  @Id({ description: 'The meeting; null until committee and day are known.', nullable: true })
  meetingId!: string | null;
  @Day({ description: 'The day on which it was held; null until it is known.', nullable: true })
  on!: string | null;
}

/** A value of the head of the document. */
export class ReadFactShown {
  @Pattern(/^[A-Za-z]+$/, { description: 'What it is.', example: 'heldOn' })
  field!: string;
  @FreeText({ description: 'The value as it was read.', max: 400 })
  value!: string;
  @Count({ description: LINE })
  line!: number;
  @OneOf(confidences, { description: CONFIDENCE })
  confidence!: Confidence;
}

/** A line of the list of participants beside the register. */
export class RosterRowShown {
  @Count({ description: 'Counts from 1 in the list; what a choice about it names.' })
  row!: number;
  @Count({ description: LINE })
  line!: number;
  @FreeText({ description: 'The name as it was read. It never enters the log.', max: 300 })
  name!: string;
  @FreeText({ description: 'The position; null where none stands.', max: 300, nullable: true })
  position!: string | null;
  @FreeText({ description: 'Whom the person represents; null where it does not stand.', max: 300, nullable: true })
  represents!: string | null;
  @OneOf(sides, { description: 'The side; null where it does not follow.', nullable: true })
  side!: Side | null;
  @OneOf(['chair', 'deputyChair', 'secretary'], { description: 'The office; null for members.', nullable: true })
  office!: string | null;
  @OneOf(['holder', 'deputy'], { description: 'Member or deputy (J4).' })
  capacity!: 'holder' | 'deputy';
  @OneOf(['present', 'excused', 'absent'], { description: 'How the person was there (J5).' })
  presence!: 'present' | 'excused' | 'absent';
  @OneOf(confidences, { description: CONFIDENCE })
  confidence!: Confidence;
  @OneOf(rosterStates, { description: 'Whether it is settled who it is.' })
  state!: RosterState;
  @OneOf(rosterMatches, { description: 'How it was settled, or why it is not.' })
  how!: RosterMatch;
  @Id({ description: 'The seat; null until it is settled.', nullable: true })
  seatId!: string | null;
  @FreeText({ description: 'Whom the seat represents, from the private store.', max: 300, nullable: true })
  seatLabel!: string | null;
  @Id({ description: 'The deputy; null for members.', nullable: true })
  personId!: string | null;
  @ListOf(() => ChoiceShown, { description: 'Seats that it can be.' })
  candidates!: ChoiceShown[];
}

/** A seat whose record and minutes differ. */
export class AttendanceDifferenceShown {
  @Id({ description: 'The seat.' })
  seatId!: string;
  @FreeText({ description: 'Whom it stands for and who holds it, from the private store.', max: 400 })
  name!: string;
  @OneOf(presences, { description: 'How its holder was there as it is recorded.' })
  recorded!: Attendance['presence'];
  @Flag({ description: 'Whether a deputy is recorded in it.' })
  recordedDeputy!: boolean;
  @OneOf(presences, { description: 'How its holder was there by the minutes.' })
  read!: Attendance['presence'];
  @Flag({ description: 'Whether a deputy sat in it by the minutes.' })
  readDeputy!: boolean;
}

export class MinutesAttendanceShown {
  @OneOf(attendanceStates, { description: 'What becomes of it.' })
  state!: AttendanceState;
  @Count({ description: 'People present by the minutes, deputies included.' })
  present!: number;
  @Count({ description: 'Excused by the minutes.' })
  excused!: number;
  @Count({ description: 'Absent without notice by the minutes.' })
  absent!: number;
  @Count({ description: 'Deputies among the present.' })
  deputies!: number;
  @Count({ description: 'People present as it is recorded already; null when it is not.', nullable: true })
  recordedPresent!: number | null;
  @Count({ description: 'Excused as it is recorded already; null when it is not.', nullable: true })
  recordedExcused!: number | null;
  @ListOf(() => AttendanceDifferenceShown, {
    description:
      'Seats that are recorded otherwise than the minutes have them. Choose `attendance: replace` to follow them.',
    max: 200,
  })
  differences!: AttendanceDifferenceShown[];
  @ListOf(() => ChoiceShown, {
    description: 'Seats with a holder whom the minutes do not mention. Say of each how its holder was there.',
    max: 200,
  })
  notMentioned!: ChoiceShown[];
}

export class LeftOutShown {
  @OneOf(leftOutReasons, { description: 'Why. `notUnderstood`: a value was expected there; somebody must look.' })
  why!: LeftOut['why'];
  @Count({ description: 'The first line.' })
  from!: number;
  @Count({ description: 'The last line.' })
  to!: number;
  @FreeText({ description: 'What stands there; of talk its first words.', max: 2000 })
  text!: string;
}

export class MinutesWarningShown {
  @Pattern(/^[a-z]+\.[a-z0-9-]+$/, { description: 'What it is, for programs.', example: 'minutes.row-continued' })
  code!: string;
  @FreeText({ description: 'What it says.', max: 1000 })
  sentence!: string;
  @Count({ description: 'The line that it is about; null when it is about the whole.', nullable: true })
  line!: number | null;
}

/** What minutes say, beside what the register has, and what would be recorded. */
export class MinutesPreview {
  @One(() => MinutesCommitteeShown, { description: 'Which committee met.' })
  committee!: MinutesCommitteeShown;
  @One(() => MinutesMeetingShown, { description: 'Which meeting it was.' })
  meeting!: MinutesMeetingShown;
  @ListOf(() => ReadFactShown, { description: 'What stands in the head of the document, with its lines.' })
  facts!: ReadFactShown[];
  @ListOf(() => RosterRowShown, { description: 'The list of participants, line by line.', max: 200 })
  roster!: RosterRowShown[];
  @One(() => MinutesAttendanceShown, { description: 'Who came.' })
  attendance!: MinutesAttendanceShown;
  @ListOf(() => MinutesItemShown, { description: 'The agenda, item by item.', max: 200 })
  items!: MinutesItemShown[];
  @One(() => MinutesDemandsShown, { description: 'Demands and answers.' })
  demands!: MinutesDemandsShown;
  @ListOf(() => LeftOutShown, {
    description: 'Every line that no value was read from, blank ones left out.',
    max: 5000,
  })
  leftOut!: LeftOutShown[];
  @ListOf(() => MinutesWarningShown, { description: 'What should be looked at before it is committed.', max: 1000 })
  warnings!: MinutesWarningShown[];
  @Sentences({ description: 'What committing does, in words.', max: 1000 })
  steps!: string[];
  @Ids({ description: 'New seats that committing makes.', max: 200 })
  newSeats!: string[];
}
