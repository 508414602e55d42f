import type { Calendar } from '@rettidig/calendar';
import type { MeetingState } from '@rettidig/meetings';
import { meetingsOfCommittee } from '@rettidig/meetings';
import { structureOn } from '@rettidig/organisation';
import type { LocalTimetable, PoliticalTimetable } from '@rettidig/rules';
import { calendarIn, politicalTimetableOn, timetableOn } from '@rettidig/rules';
import type { DecidingBody, LocalDate } from '@rettidig/vocabulary';
import type { PlanReference } from './plan.types.js';

/** Everything that a plan stands on, for one committee; without a committee there are no meetings. */
export interface Ground {
  readonly calendar: Calendar;
  /** In the order of their days, those of one day by id. */
  readonly meetings: readonly MeetingState[];
  /** Whether the committee exists on a day and its level is in force (B1). */
  readonly isInForce: (on: LocalDate) => boolean;
  readonly timetableOn: (on: LocalDate) => LocalTimetable | undefined;
  readonly politicalTimetableOn: (body: DecidingBody, on: LocalDate) => PoliticalTimetable | undefined;
}

/** What one committee's plans stand on. */
export function groundOf({ organisation, ruleBook, meetings }: PlanReference, committeeId: string | null): Ground {
  const political = {
    calendar: calendarIn(ruleBook),
    politicalTimetableOn: (body: DecidingBody, on: LocalDate) => politicalTimetableOn(ruleBook, body, on),
  };
  if (committeeId === null) {
    return { ...political, meetings: [], isInForce: () => false, timetableOn: () => undefined };
  }
  return {
    ...political,
    meetings: meetingsOfCommittee(meetings, committeeId),
    isInForce: (on) => structureOn(organisation, on).committees.get(committeeId)?.levelInForce ?? false,
    timetableOn: (on) => timetableOn(ruleBook, committeeId, on),
  };
}
