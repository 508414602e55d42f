import type { AnySubjectKind, ReminderKind } from '../kind.js';
import { dateNotStated } from './date-not-stated.js';
import { disputeOpen } from './dispute-open.js';
import { dutyLowered } from './duty-lowered.js';
import { followUp } from './follow-up.js';
import { followUpWithoutOwnerOrDate } from './follow-up-without-owner-or-date.js';
import { itemDue } from './item-due.js';
import { meetingChanged } from './meeting-changed.js';
import { meetingComing } from './meeting-coming.js';
import { minutesDue } from './minutes-due.js';
import { missOpen } from './miss-open.js';
import { missRecorded } from './miss-recorded.js';
import { missUnanswered } from './miss-unanswered.js';
import { missed } from './missed.js';
import { noMeetingLeft } from './no-meeting-left.js';
import { notPlaced } from './not-placed.js';
import { nothingRecorded } from './nothing-recorded.js';
import { papersDue } from './papers-due.js';
import { possibleMissWaiting } from './possible-miss-waiting.js';
import { receiverNotReached } from './receiver-not-reached.js';
import { screeningRound } from './screening-round.js';
import { seatEnds } from './seat-ends.js';

/** What people are reminded of, in the order in which a mail tells it. A new kind is one file and one line here. */
export const reminderKinds: readonly ReminderKind[] = [
  notPlaced,
  noMeetingLeft,
  itemDue,
  papersDue,
  meetingComing,
  meetingChanged,
  dateNotStated,
  nothingRecorded,
  missed,
  missUnanswered,
  missRecorded,
  missOpen,
  dutyLowered,
  followUp,
  followUpWithoutOwnerOrDate,
  seatEnds,
  disputeOpen,
  possibleMissWaiting,
  minutesDue,
  screeningRound,
  receiverNotReached,
];

/** A kind by its name. */
export const kindNamed = (name: string): ReminderKind | undefined => reminderKinds.find((kind) => kind.name === name);

/** Whether the occasions of a kind follow from one stream. */
export const isOfSubject = (kind: ReminderKind): kind is AnySubjectKind => 'subject' in kind;

/** Those whose occasions follow from the streams of a category. */
export const kindsOfSubject = (category: string): readonly AnySubjectKind[] =>
  reminderKinds.filter(isOfSubject).filter(({ subject }) => subject === category);
