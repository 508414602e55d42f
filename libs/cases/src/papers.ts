import { calendarIn } from '@rettidig/rules';
import { daysBetween } from '@rettidig/calendar';
import type { MeetingState } from '@rettidig/meetings';
import { bindingDay, groundOf, papersOut } from '@rettidig/planning';
import type { PlanReference } from '@rettidig/planning';
import type { LocalDate } from '@rettidig/vocabulary';
import { alteredOn } from './after-review.js';
import type { Lateness, PapersEvent } from './change.events.js';
import type { ChangeState, Dispatch } from './change.state.js';
import type { Steps } from './steps.js';

/**
 * How papers that went out on a day stand to a meeting: against the same deadline that the plan of the case shows, by the
 * timetable in force on the day of the meeting.
 */
export function latenessOf(on: LocalDate, meeting: MeetingState, reference: PlanReference): Lateness {
  const meetingOn = meeting.heldOn ?? meeting.on;
  const ground = groundOf(reference, meeting.committeeId);
  const deadline = papersOut({ on: meetingOn, waived: meeting.waived }, ground);
  const by = bindingDay(deadline);
  const isLate = by !== null && on > by;
  const calendar = calendarIn(reference.ruleBook);
  return {
    deadline,
    lateByDays: isLate ? daysBetween(calendar, by, on, 'calendar') : 0,
    lateByWorkdays: isLate ? daysBetween(calendar, by, on, 'workday') : 0,
    sentAfterMeeting: on > meetingOn,
  };
}

/** Meetings for which papers of the case went out before they were held. */
export const dispatchedFor = ({ dispatches }: ChangeState): string[] => [
  ...new Set(
    Object.values(dispatches)
      .filter(({ sentAfterMeeting }) => !sentAfterMeeting)
      .map(({ meetingId }) => meetingId),
  ),
];

/** Whether papers were filed of the proposal as it is for a duty: one that became another one after them needs new ones. */
export function hasPapers(state: ChangeState, requirementId: string): boolean {
  const duty = state.duties[requirementId];
  const altered = duty && alteredOn(state, duty);
  return state.filedOn !== null && (altered === undefined || state.filedOn >= altered);
}

const judged = ({ deadline, lateByDays, lateByWorkdays, sentAfterMeeting }: Lateness): Lateness => ({
  deadline,
  lateByDays,
  lateByWorkdays,
  sentAfterMeeting,
});

/** What each event about papers changes in the state of its case. */
export const papersSteps: Steps<PapersEvent> = {
  PapersFiled: (state, { version, on }) => ({
    ...state,
    versions: [...state.versions, version],
    filedOn: state.filedOn !== null && state.filedOn > on ? state.filedOn : on,
  }),
  PapersDispatched: (state, data) => {
    const { dispatchId, version, meetingId, committeeId, on } = data;
    const dispatch: Dispatch = { dispatchId, version, meetingId, committeeId, on, ...judged(data) };
    return { ...state, dispatches: { ...state.dispatches, [dispatchId]: dispatch } };
  },
  DispatchJudgedAnew: (state, data) => {
    const dispatch = state.dispatches[data.dispatchId];
    if (!dispatch) return state;
    return { ...state, dispatches: { ...state.dispatches, [data.dispatchId]: { ...dispatch, ...judged(data) } } };
  },
  LatenessExplained: (state) => state,
  PapersRemarkedOn: (state) => state,
  PapersPresented: (state) => state,
};
