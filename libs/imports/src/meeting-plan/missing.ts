import { Refused } from '@rettidig/event-sourcing';
import type { Meetings, MeetingState } from '@rettidig/meetings';
import type { LocalDate } from '@rettidig/vocabulary';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { ImportStep } from '../import-kind.js';
import type { PlannedEntry } from './compare.js';
import { cancellation, movedHere, moving } from './compare.js';
import type { MissingChoice, MissingMeetingDecision } from './decisions.js';
import type { PlanEntry } from './entries.js';
import { meetingIdOf } from './register.js';

/** How far outside the plan's first and last day is looked: its first meeting may have been moved a little later. */
const DAYS_AROUND = 31;

/**
 * Meetings to come of the plan's committees, within the days that the plan covers, which the register has and the plan
 * has not. In the order of their days.
 */
export function missingIn(entries: readonly PlanEntry[], { shelves }: Meetings, today: LocalDate): MeetingState[] {
  if (entries.length === 0) return [];
  const days = entries.map(({ on }) => on).sort();
  const [first, last] = [plusCalendarDays(days[0]!, -DAYS_AROUND), plusCalendarDays(days.at(-1)!, DAYS_AROUND)];
  const committees = new Set(entries.map(({ committeeId }) => committeeId));
  const inPlan = new Set(entries.flatMap((entry) => [meetingIdOf(entry), `${entry.committeeId} ${entry.on}`]));
  return [...shelves.values()]
    .flatMap((shelf) => [...shelf.values()])
    .filter(({ committeeId, on, status }) => status === 'scheduled' && committees.has(committeeId) && on >= today)
    .filter(({ on }) => first <= on && on <= last)
    .filter(({ meetingId, committeeId, on }) => !inPlan.has(meetingId) && !inPlan.has(`${committeeId} ${on}`))
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** A meeting that the plan has not, and what is done about it. */
export interface MissingMeeting {
  readonly meeting: MeetingState;
  readonly choice: MissingChoice;
  /** The row whose day it gets. */
  readonly row: number | null;
}

export interface DecidedMissing {
  readonly missing: readonly MissingMeeting[];
  /** The entries, those that a meeting is moved to in place of being called anew. */
  readonly planned: readonly PlannedEntry[];
  readonly cancellations: readonly ImportStep[];
  readonly obstacle?: Refused;
}

/** Carries the choices about missing meetings into the plan. */
export function decideMissing(
  meetings: readonly MeetingState[],
  decisions: readonly MissingMeetingDecision[],
  planned: readonly PlannedEntry[],
): DecidedMissing {
  const decided = new Map(decisions.map((one) => [one.meetingId.toLowerCase(), one]));
  const missing = meetings.map((meeting): MissingMeeting => {
    const { choice = 'keep', row } = decided.get(meeting.meetingId) ?? {};
    return { meeting, choice, row: choice === 'moveTo' ? (row ?? null) : null };
  });
  const movedTo = new Map<number, MeetingState>();
  const rows = new Map(planned.map((one) => [one.entry.row, one]));
  const wrong = missing.filter(({ meeting, choice, row }) => {
    if (choice !== 'moveTo') return false;
    const target = row === null ? undefined : rows.get(row);
    const isFree = target?.outcome === 'schedule' && !target.conflict && !movedTo.has(target.entry.row);
    if (!isFree || target.entry.committeeId !== meeting.committeeId) return true;
    movedTo.set(target.entry.row, meeting);
    return false;
  });
  return {
    missing,
    planned: planned.map((one) => withMeeting(one, movedTo.get(one.entry.row))),
    cancellations: missing.flatMap(({ meeting, choice }) =>
      choice === 'cancel' ? [cancellation(meeting.meetingId)] : [],
    ),
    ...(wrong.length > 0 && {
      obstacle: new Refused('import.cannot-move-there', { days: wrong.slice(0, 20).map(({ meeting }) => meeting.on) }),
    }),
  };
}

const withMeeting = (planned: PlannedEntry, meeting: MeetingState | undefined): PlannedEntry =>
  meeting
    ? {
        entry: planned.entry,
        outcome: 'move',
        step: moving(meeting.meetingId, meeting.on, planned.entry),
        why: movedHere(planned.entry),
      }
    : planned;
