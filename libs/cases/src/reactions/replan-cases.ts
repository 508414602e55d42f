import type { ReactionCommand, ReactionContext } from '@rettidig/event-sourcing';
import { reaction, subjectOf } from '@rettidig/event-sourcing';
import type { MeetingEvent } from '@rettidig/meetings';
import { meetingOf } from '@rettidig/meetings';
import type { RuleBookEvent } from '@rettidig/rules';
import type { LocalDate } from '@rettidig/vocabulary';
import type { ChangeReference } from '../checks.js';
import type { PlanCause } from '../plan.events.js';
import { casesAround, casesOfKind, openCases, openCasesBefore, openCasesOfCommittee } from '../touched-cases.js';

type Context = ReactionContext<ChangeReference>;

/**
 * When a meeting comes, goes or moves, or deadlines are agreed, exactly the cases that it touches are planned anew: those
 * that wait for this committee and have room for the meeting between the day they began and their limit. Closing days may
 * move any date, and how often politicians treat a kind of case which dates are behind.
 */
export const replanCases = reaction<MeetingEvent | RuleBookEvent, ChangeReference>({
  name: 'replan-cases-when-dates-change',
  startAt: 'start',
  on: {
    MeetingScheduled: ({ stream, data: { on } }, context) =>
      aroundMeeting(subjectOf(stream), [on], { what: 'meeting', did: 'scheduled', on }, context),
    // Plans know days: other hours of the same one change none of them.
    MeetingMoved: ({ stream, data: { from, to } }, context) =>
      from === to
        ? []
        : aroundMeeting(subjectOf(stream), [from, to], { what: 'meeting', did: 'moved', from, on: to }, context),
    MeetingCancelled: ({ stream }, context) => onItsDay(stream, { what: 'meeting', did: 'cancelled' }, context),
    AttendanceRecorded: ({ stream }, context) => onItsDay(stream, { what: 'meeting', did: 'held' }, context),
    DeadlineWaived: ({ stream, data: { byBoth } }, context) =>
      byBoth ? onItsDay(stream, { what: 'waiver' }, context) : [],
    LocalTimetableAgreed: ({ data: { timetable } }, { views }) =>
      openCasesOfCommittee(views, timetable.committeeId).map(replan({ what: 'timetable' })),
    PoliticalTimetableAgreed: ({ data: { body } }, { views }) =>
      openCasesBefore(views, body).map(replan({ what: 'timetable' })),
    // A date that was behind its case may lie before it again, so that decided cases are asked as well.
    ReadingsAgreed: ({ data: { kind } }, { views }) => casesOfKind(views, kind).map(replan({ what: 'readings' })),
    ClosingDaysAgreed: (_event, { views }) => openCases(views).map(replan({ what: 'calendar' })),
  },
});

/** What became of a meeting on the day that it is called for. */
function onItsDay(stream: string, cause: PlanCause, context: Context): ReactionCommand[] {
  const meetingId = subjectOf(stream);
  const meeting = meetingOf(context.reference.meetings, meetingId);
  return meeting ? aroundMeeting(meetingId, [meeting.on], { ...cause, on: meeting.on }, context) : [];
}

function aroundMeeting(
  meetingId: string,
  days: readonly LocalDate[],
  cause: PlanCause,
  { reference, views }: Context,
): ReactionCommand[] {
  const meeting = meetingOf(reference.meetings, meetingId);
  return meeting ? casesAround(views, meeting.committeeId, days).map(replan({ ...cause, id: meetingId })) : [];
}

const replan =
  (cause: PlanCause) =>
  (subjectId: string): ReactionCommand => ({ command: 'ReplanChange', subjectId, message: { cause } });
