import type { PoliticalBody, Side } from '@rettidig/vocabulary';
import {
  Codes,
  Count,
  Day,
  Flag,
  FreeText,
  Id,
  Ids,
  ListOf,
  Moment,
  One,
  OneOf,
  Pattern,
  Patterns,
  politicalBodies,
  sides,
  SourceOfFact,
} from '@rettidig/vocabulary';
import type { Attendance, FollowUpKind, ItemForm, Stage, WaivableDeadline } from '../meeting.events.js';
import type { FollowUpGap, ItemStatus } from '../words.js';
import {
  approvers,
  followUpGaps,
  followUpKinds,
  itemForms,
  itemStatuses,
  meetingFlags,
  presences,
  stages,
  waivableDeadlines,
} from '../words.js';
import { MeetingInShort } from './meeting-in-short.answer.js';

export class MeetingMoveShown {
  @Day({ description: 'The day it was called for.' })
  from!: string;
  @Day({ description: 'The day it was moved to; the same where only the hours changed.' })
  to!: string;
  @Pattern(/^\d\d:\d\d$/, { description: 'Start from then on; null when not said.', example: '10:00', nullable: true })
  startsAt!: string | null;
  @Pattern(/^\d\d:\d\d$/, { description: 'End from then on; null when not said.', example: '12:00', nullable: true })
  endsAt!: string | null;
  @FreeText({ description: 'Why.', max: 500 })
  reason!: string;
  @Moment({ description: 'When the move was recorded.' })
  recordedAt!: string;
}

export class JointSummaryRowShown {
  @FreeText({ description: 'The remark of the employee side.', max: 4000 })
  employeeSide!: string;
  @FreeText({ description: 'The follow-up of the management side.', max: 4000 })
  managementSide!: string;
  @One(() => SourceOfFact, { description: 'Where the row stands.', nullable: true })
  source!: SourceOfFact | null;
}

export class FollowUpDueShown {
  @Day({ description: 'A day, or null.', nullable: true })
  on!: string | null;
  @Flag({ description: 'At the next meeting of the committee.' })
  nextMeeting!: boolean;
  @Flag({ description: 'Nobody said.' })
  notStated!: boolean;
}

export class FollowUpShown {
  @Id({ description: 'The follow-up.' })
  followUpId!: string;
  @OneOf(followUpKinds, { description: 'Its kind.' })
  kind!: FollowUpKind;
  @FreeText({ description: 'What is to be done.', max: 1000 })
  what!: string;
  @FreeText({ description: 'The function that does it; null when nobody was named.', max: 200, nullable: true })
  owner!: string | null;
  @FreeText({ description: 'For whom; null when not named.', max: 200, nullable: true })
  recipient!: string | null;
  @One(() => FollowUpDueShown, { description: 'When it is due.' })
  due!: FollowUpDueShown;
  @Ids({ description: 'The cases it is about.' })
  caseIds!: string[];
  @Codes(followUpGaps, { description: 'What it says too little about; the secretariat should ask (E4).' })
  missing!: FollowUpGap[];
  @Day({ description: 'The day it was done; null while it is open.', nullable: true })
  doneOn!: string | null;
  @FreeText({ description: 'What was done; null while it is open.', max: 1000, nullable: true })
  how!: string | null;
  @One(() => SourceOfFact, { description: 'Where it stands.', nullable: true })
  source!: SourceOfFact | null;
}

export class PoliticalDateShown {
  @OneOf(politicalBodies, { description: 'The political body.' })
  body!: PoliticalBody;
  @Day({ description: 'The day on which it has it before it.' })
  on!: string;
}

export class AgendaItemShown {
  @Id({ description: 'The item.' })
  itemId!: string;
  @Count({ description: 'Its number on the agenda.' })
  number!: number;
  @FreeText({ description: 'Its title.', max: 300 })
  title!: string;
  @Ids({ description: 'The cases bundled in it.' })
  caseIds!: string[];
  @Flag({ description: 'Comes back at every meeting.' })
  standing!: boolean;
  @OneOf(stages, { description: 'How far its material had come; null when not stated.', nullable: true })
  stage!: Stage | null;
  @FreeText({
    description: 'Why a case is treated once more at the same stage; null where it is not.',
    max: 1000,
    nullable: true,
  })
  treatedAgainBecause!: string | null;
  @OneOf(itemStatuses, { description: 'Its state.' })
  status!: ItemStatus;
  @OneOf(itemForms, { description: 'How it was handled; null until it was.', nullable: true })
  form!: ItemForm | null;
  @FreeText({ description: 'Why it was taken off the agenda; null otherwise.', max: 500, nullable: true })
  withdrawnBecause!: string | null;
  @ListOf(() => JointSummaryRowShown, {
    description: 'The joint summary, the only record of a talk without minutes; null when there are minutes.',
    nullable: true,
  })
  jointSummary!: JointSummaryRowShown[] | null;
  @ListOf(() => FollowUpShown, { description: 'What was agreed to be done.' })
  followUps!: FollowUpShown[];
  @Patterns(/^[\w.-]{1,20}$/, { description: 'Annexes that the imported minutes name, by number.', example: ['3.2'] })
  annexes!: string[];
  @ListOf(() => PoliticalDateShown, { description: 'When a political body has it before it, by the imported minutes.' })
  politicalDates!: PoliticalDateShown[];
  @One(() => SourceOfFact, { description: 'Where it stands.', nullable: true })
  source!: SourceOfFact | null;
}

export class AttendanceCountShown {
  @Count({ description: 'Seats of members on the day.' })
  seats!: number;
  @Count({ description: 'People present, deputies included.' })
  present!: number;
  @Count({ description: 'Those among the present who sat in as deputies.' })
  deputies!: number;
  @Count({ description: 'Holders who were excused, also where a deputy sat in.' })
  excused!: number;
  @Count({ description: 'Holders absent without notice.' })
  absent!: number;
  @Count({ description: 'Seats that nobody held.' })
  vacant!: number;
  @Count({ description: 'Seats that nobody sat in.' })
  empty!: number;
}

export class SeatShown {
  @Id({ description: 'The seat.' })
  seatId!: string;
  @FreeText({ description: 'Whom it represents, from the private store.', max: 200, nullable: true })
  represents!: string | null;
  @OneOf(sides, { description: 'Its side on that day.' })
  side!: Side;
  @Id({ description: 'Its holder on that day; null when vacant.', nullable: true })
  holderId!: string | null;
  @OneOf(presences, { description: 'How the holder was there.' })
  presence!: Attendance['presence'];
  @Id({ description: 'The deputy who acted in it at this meeting, if one did.', nullable: true })
  deputyId!: string | null;
  @Flag({ description: 'Nobody sat in it.' })
  empty!: boolean;
}

export class AttendanceShown {
  @One(() => AttendanceCountShown, { description: 'All seats.' })
  both!: AttendanceCountShown;
  @One(() => AttendanceCountShown, { description: 'The seats of the management side.' })
  management!: AttendanceCountShown;
  @One(() => AttendanceCountShown, { description: 'The seats of the employee side.' })
  employees!: AttendanceCountShown;
  @ListOf(() => SeatShown, { description: 'Seat by seat.', max: 200 })
  seats!: SeatShown[];
}

/** Somebody who is called to act in a seat at the meeting. */
export class CalledDeputyShown {
  @Id({ description: 'The seat.' })
  seatId!: string;
  @FreeText({ description: 'Whom it represents, from the private store.', max: 200, nullable: true })
  represents!: string | null;
  @Id({ description: 'The deputy.' })
  personId!: string;
}

export class ApprovalShown {
  @OneOf(approvers, { description: 'Who approved.' })
  office!: 'chair' | 'deputyChair';
  @Day({ description: 'When.' })
  on!: string;
}

/** One of the two let a deadline of the meeting be. */
export class WaiverShown {
  @OneOf(waivableDeadlines, { description: 'The deadline.' })
  deadline!: WaivableDeadline;
  @OneOf(approvers, { description: 'Who.' })
  office!: 'chair' | 'deputyChair';
  @Day({ description: 'When it was agreed.' })
  on!: string;
  @FreeText({ description: 'Why.', max: 1000 })
  reason!: string;
  @Flag({ description: 'It covers the day that the meeting is called for now: it lapses when the meeting is moved.' })
  covers!: boolean;
}

/** A number of the minutes in another system (G10). */
export class NumberElsewhereShown {
  @FreeText({ description: 'The other system.', example: 'F2', max: 100 })
  system!: string;
  @FreeText({ description: 'The number there.', example: '2026-1234', max: 100 })
  value!: string;
}

/** What the minutes say about themselves, as they were imported. */
export class ImportedMinutesShown {
  @Id({ description: 'The import; its document stands under the same id.' })
  importId!: string;
  @ListOf(() => NumberElsewhereShown, { description: 'Numbers of the case and of the document in other systems.' })
  externalNumbers!: NumberElsewhereShown[];
  @Day({ description: 'The day that the document is dated; null when it is not.', nullable: true })
  documentDate!: string | null;
}

/** One meeting with everything that is known of it. */
export class GetMeetingAnswer extends MeetingInShort {
  @FreeText({ description: 'Where.', max: 200, nullable: true })
  place!: string | null;
  @Day({
    description: 'Items must be in by then; null where nothing was agreed, or both chairs let it be.',
    nullable: true,
  })
  itemsDueOn!: string | null;
  @Day({ description: 'The material must be out by then; likewise.', nullable: true })
  materialDueOn!: string | null;
  @Codes(meetingFlags, { description: 'What surprises about it; it was accepted all the same.' })
  flags!: string[];
  @One(() => SourceOfFact, { description: 'Where its day is known from.', nullable: true })
  source!: SourceOfFact | null;
  @ListOf(() => MeetingMoveShown, { description: 'Each time it was moved.' })
  moves!: MeetingMoveShown[];
  @FreeText({ description: 'Why it was cancelled; null otherwise.', max: 500, nullable: true })
  cancelledBecause!: string | null;
  @ListOf(() => WaiverShown, { description: 'Each time chair or deputy chair let a deadline be.' })
  waivers!: WaiverShown[];
  @Codes(waivableDeadlines, { description: 'Deadlines that both let be: nothing is late against them.' })
  waived!: WaivableDeadline[];
  @ListOf(() => AgendaItemShown, { description: 'The agenda by number, withdrawn items included.', max: 500 })
  items!: AgendaItemShown[];
  @ListOf(() => CalledDeputyShown, {
    description: 'Deputies called for the meeting, as it stands now; who of them came stands in `attendance`.',
    max: 200,
  })
  calledDeputies!: CalledDeputyShown[];
  @One(() => AttendanceShown, { description: 'Who came; null until recorded.', nullable: true })
  attendance!: AttendanceShown | null;
  @ListOf(() => ApprovalShown, { description: 'Approvals of the minutes that cover the record as it stands.' })
  approvals!: ApprovalShown[];
  @Flag({ description: 'Approved by both: the minutes count as proof.' })
  minutesApproved!: boolean;
  @ListOf(() => ImportedMinutesShown, { description: 'The documents that its minutes were imported from.' })
  imports!: ImportedMinutesShown[];
  @Pattern(/^\d+$/, {
    description: 'Send it as `If-Match` with a change. The same as the header `ETag`.',
    example: '3',
  })
  etag!: string;
}
