import { Codes, Count, Day, Flag, Id, ListOf, OneOf } from '@rettidig/vocabulary';
import type { WaivableDeadline } from '../meeting.events.js';
import type { Approval } from '../meeting.js';
import type { AttendanceCount } from '../roster.js';
import type { FollowUpGap, MeetingFlag } from '../words.js';
import { approvers, followUpGaps, meetingFlags, waivableDeadlines } from '../words.js';

/** What surprises about a meeting that was accepted all the same. */
export class MeetingSurprises {
  @Codes(meetingFlags, {
    description:
      'What surprises, accepted all the same: `committeeNotInForce` (the committee was not in force on that day), `heldOnAnotherDay` (held on another day than called for), `noTimeForPapers` (called or moved after its papers should have been out), `hoursNotStated` (moved, and nobody said from when to when it is on the new day).',
    example: [],
  })
  flags!: MeetingFlag[];
}

/** The new item of the agenda. */
export class AddedItem {
  @Id({ description: 'The new item.' })
  itemId!: string;

  @Count({ description: 'Its number on the agenda.', example: 5, min: 1 })
  number!: number;
}

/** Who was there. `present`, `excused` and `absent` count people, `vacant` and `empty` count seats. */
export class CountedAttendance extends MeetingSurprises implements AttendanceCount {
  @Count({ description: 'Seats of members on that day.', example: 23 })
  seats!: number;

  @Count({ description: 'People who were there, deputies included.', example: 14 })
  present!: number;

  @Count({ description: 'Those among the present who sat in as deputies.', example: 1 })
  deputies!: number;

  @Count({ description: 'Absent with notice.', example: 9 })
  excused!: number;

  @Count({ description: 'Absent without notice.', example: 0 })
  absent!: number;

  @Count({ description: 'Seats that nobody held on that day.', example: 1 })
  vacant!: number;

  @Count({ description: 'Seats that nobody sat in.', example: 9 })
  empty!: number;
}

/** The new follow-up, and what it says too little about (E4). */
export class AgreedFollowUp {
  @Id({ description: 'The new follow-up.' })
  followUpId!: string;

  @Codes(followUpGaps, {
    description: 'What it does not say: `owner` (who does it), `due` (by when), `recipient` (to whom remarks go).',
    example: ['due'],
  })
  missing!: FollowUpGap[];
}

export class GivenApproval {
  @OneOf(approvers, { description: 'The office that approved.', example: 'chair' })
  office!: Approval['office'];

  @Day({ description: 'When.', example: '2026-05-08' })
  on!: string;
}

/** Who has approved the minutes so far. */
export class ApprovalsOfMinutes {
  @ListOf(() => GivenApproval, { description: 'The approvals given so far.', max: 2 })
  approvals!: GivenApproval[];

  @Flag({ description: 'Chair and deputy chair have both approved: the minutes are proof and the record is closed.' })
  byBoth!: boolean;
}

/** Who has let a deadline of the meeting be so far. */
export class WaiversOfDeadline {
  @OneOf(waivableDeadlines, { description: 'The deadline.', example: 'materialDue' })
  deadline!: WaivableDeadline;

  @ListOf(() => GivenApproval, { description: 'Who of the two waived it, and when.', max: 2 })
  given!: GivenApproval[];

  @Flag({ description: 'Chair and deputy chair both waived it: nothing is late against it.' })
  byBoth!: boolean;
}
