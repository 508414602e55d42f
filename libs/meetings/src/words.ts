import type { Words } from '@rettidig/vocabulary';
import type { Attendance, FollowUpKind, ItemForm, Stage, WaivableDeadline } from './meeting.events.js';

const text = (da: string, en: string) => ({ da, en });

/** How an item was handled. */
export const itemForms: Words<ItemForm> = {
  discussion: text('drøftelse', 'discussion'),
  briefing: text('orientering', 'briefing'),
};

/** How far the material of a case has come (A14). */
export const stages: Words<Stage> = {
  idea: text('idé', 'idea'),
  firstDraft: text('første udkast', 'first draft'),
  laterDraft: text('senere udkast', 'later draft'),
  final: text('endeligt forslag', 'final proposal'),
};

/** How somebody or a seat was at a meeting (J4, J5). */
export const presences: Words<Attendance['presence']> = {
  present: text('til stede', 'present'),
  excused: text('afbud', 'excused'),
  absent: text('fraværende uden afbud', 'absent without notice'),
  vacant: text('ubesat', 'vacant'),
};

/** In what capacity somebody sat. */
export const capacities: Words<Attendance['capacity']> = {
  holder: text('medlem', 'member'),
  deputy: text('suppleant', 'deputy'),
};

/** What was agreed to be done about an item (I1-I11). */
export const followUpKinds: Words<FollowUpKind> = {
  answerQuestions: text('besvare spørgsmål', 'answer questions'),
  forwardRemarks: text('videresende bemærkninger', 'forward remarks'),
  nextMeeting: text('tages op på næste møde', 'taken up at the next meeting'),
  changeDocument: text('rette i materialet', 'change a document'),
  reportBack: text('vende tilbage med status', 'report back'),
  otherAction: text('anden opfølgning', 'other follow-up'),
};

/** What an agreed follow-up says too little about (E4). */
export type FollowUpGap = 'owner' | 'due' | 'recipient';

export const followUpGaps: Words<FollowUpGap> = {
  owner: text('ansvarlig ikke oplyst', 'nobody named as responsible'),
  due: text('frist ikke oplyst', 'no date named'),
  recipient: text('modtager ikke oplyst', 'no recipient named'),
};

export type MeetingStatus = 'scheduled' | 'held' | 'cancelled';

export const meetingStatuses: Words<MeetingStatus> = {
  scheduled: text('indkaldt', 'scheduled'),
  held: text('afholdt', 'held'),
  cancelled: text('aflyst', 'cancelled'),
};

export type ItemStatus = 'planned' | 'withdrawn' | 'discussed';

export const itemStatuses: Words<ItemStatus> = {
  planned: text('på dagsordenen', 'on the agenda'),
  withdrawn: text('taget af dagsordenen', 'taken off the agenda'),
  discussed: text('behandlet på mødet', 'handled at the meeting'),
};

/** What surprises about a meeting that was accepted all the same. */
export type MeetingFlag = 'committeeNotInForce' | 'heldOnAnotherDay' | 'noTimeForPapers' | 'hoursNotStated';

export const meetingFlags: Words<MeetingFlag> = {
  committeeNotInForce: text('MED-udvalget var ikke i kraft den dag', 'the committee was not in force on that day'),
  heldOnAnotherDay: text('afholdt en anden dag end indkaldt', 'held on another day than called for'),
  noTimeForPapers: text(
    'indkaldt eller flyttet, efter at materialet skulle have været udsendt',
    'called or moved after its papers should have been out',
  ),
  hoursNotStated: text(
    'flyttet uden klokkeslæt: flyt mødet til samme dag med klokkeslæt, så medlemmerne får det at vide',
    'moved without hours: move it to the same day with its hours, so that the members are told',
  ),
};

/** The two who approve minutes and waive deadlines. */
export const approvers: Words<'chair' | 'deputyChair'> = {
  chair: text('formanden', 'the chair'),
  deputyChair: text('næstformanden', 'the deputy chair'),
};

/** Deadlines before a meeting that chair and deputy chair can let be. */
export const waivableDeadlines: Words<WaivableDeadline> = {
  itemsDue: text('frist for punkter til dagsordenen', 'deadline for items of the agenda'),
  materialDue: text('frist for udsendelse af materiale', 'deadline for sending out the material'),
};

/** What there is to be warned of when a working group talks about what belongs in MED (B6). */
export type GroupWarning = 'countsNotAsReview' | 'listedTopic' | 'groupNotThere';

export const groupWarnings: Words<GroupWarning> = {
  countsNotAsReview: text(
    'drøftet i arbejdsgruppe: tæller ikke som MED-behandling',
    'discussed in a working group: does not count as a review in MED',
  ),
  listedTopic: text('emnet hører til i et MED-udvalg', 'the topic belongs in a MED committee'),
  groupNotThere: text('arbejdsgruppen fandtes ikke den dag', 'the working group did not exist on that day'),
};
