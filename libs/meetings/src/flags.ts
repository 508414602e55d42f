import type { DayCount } from '@rettidig/calendar';
import { plusDays } from '@rettidig/calendar';
import type { RuleBook } from '@rettidig/rules';
import { calendarIn, timetableOn } from '@rettidig/rules';
import type { LocalDate } from '@rettidig/vocabulary';
import type { MeetingReference } from './checks.js';
import { inForceOn } from './checks.js';
import type { Meeting } from './meeting.js';
import type { MeetingFlag } from './words.js';

/** What surprises are found with: also what the committee agreed on about its papers. */
export interface DeadlineReference extends MeetingReference {
  readonly ruleBook: RuleBook;
}

/** What surprises about a meeting that was accepted all the same. */
export function flagsOf(meeting: Meeting | undefined, reference: DeadlineReference): MeetingFlag[] {
  if (!meeting) return [];
  const day = meeting.heldOn ?? meeting.on;
  return [
    ...(inForceOn(reference.organisation, meeting.committeeId, day) ? [] : (['committeeNotInForce'] as const)),
    ...(meeting.heldOn && meeting.heldOn !== meeting.on ? (['heldOnAnotherDay'] as const) : []),
    ...(hasNoTimeForPapers(meeting, reference) ? (['noTimeForPapers'] as const) : []),
    ...(lacksHours(meeting) ? (['hoursNotStated'] as const) : []),
  ];
}

/** It had hours before it was moved, and nobody said those of the new day. */
const lacksHours = ({ status, hours, hoursBefore }: Meeting): boolean =>
  status === 'scheduled' && hours.startsAt === undefined && hoursBefore.startsAt !== undefined;

/** By when items must be in and the material out; null where nothing was agreed, or both chairs let it be. */
export function deadlinesOf({ committeeId, on, waived }: Meeting, { ruleBook }: DeadlineReference) {
  const timetable = timetableOn(ruleBook, committeeId, on);
  const dueOn = (deadline: 'itemsDue' | 'materialDue'): LocalDate | null => {
    const days = waived.includes(deadline) ? undefined : timetable?.[deadline];
    return days ? plusDays(calendarIn(ruleBook), on, { count: -days.count, kind: days.kind }) : null;
  };
  return { itemsDueOn: dueOn('itemsDue'), materialDueOn: dueOn('materialDue') };
}

/** Called or moved when its papers should have been out already, by the timetable in force on its day. */
function hasNoTimeForPapers({ committeeId, on, calledOn, waived }: Meeting, { ruleBook }: DeadlineReference): boolean {
  const timetable = timetableOn(ruleBook, committeeId, on);
  if (!timetable?.materialDue || waived.includes('materialDue')) return false;
  // What the sides must have before their pre-meetings is due then at the latest.
  const due = [timetable.materialDue, timetable.preMeeting].filter((days): days is DayCount => days !== undefined);
  return due.some(({ count, kind }) => plusDays(calendarIn(ruleBook), on, { count: -count, kind }) < calledOn);
}
