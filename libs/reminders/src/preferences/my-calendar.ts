import type { OwnPlan } from '@rettidig/cases';
import { ownPlans } from '@rettidig/cases';
import type { Instant, Language, ReadDatabase, Text } from '@rettidig/event-sourcing';
import type { CalendarEntry } from '@rettidig/mail';
import { calendarFeed } from '@rettidig/mail';
import type { MeetingState } from '@rettidig/meetings';
import { meetingsOfCommittee } from '@rettidig/meetings';
import { committeeName, historyOf, seatsOn } from '@rettidig/organisation';
import { stepWords } from '@rettidig/planning';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayOf, plusCalendarDays } from '@rettidig/vocabulary';
import type { RemindersReference } from '../kind.js';
import { urlOfCase, urlOfMeeting } from '../sending/links.js';
import { meetingEntry } from '../sending/meeting-invitation.js';

/** Whose calendar, and with what it is made. */
export interface MyCalendar {
  readonly personId: string;
  readonly language: Language;
  readonly now: Instant;
  readonly views: ReadDatabase;
  readonly reference: RemindersReference;
  /** Without a slash at its end; null where nobody said: then entries lead nowhere. */
  readonly publicUrl: string | null;
}

/** In calendar days: what lies further back is of no use any more, what lies further ahead is not planned yet. */
const BACK = 90;
const AHEAD = 730;
/** In minutes; programs look at most about every hour whatever they are asked. */
const REFRESH = 120;
/** More than one person can have: a calendar stays small whatever is recorded. */
const MOST = 1000;

const text = (da: string, en: string): Text => ({ da, en });
const words = { name: text('Rettidig: møder og frister', 'Rettidig: meetings and deadlines') };

/** The meetings in which a person sits, and the dates of the plans of their cases: days, names of committees, numbers. */
export function myCalendar(mine: MyCalendar): string {
  const today = dayOf(mine.now);
  const window = { from: plusCalendarDays(today, -BACK), until: plusCalendarDays(today, AHEAD) };
  const { publicUrl, language } = mine;
  const meetings = meetingsOf(mine, window).map((meeting) => ({
    ...meetingEntry({ meeting, committee: nameOf(mine, meeting), language }),
    ...(publicUrl !== null && { url: urlOfMeeting(meeting.meetingId, { publicUrl, language }) }),
  }));
  const deadlines = ownPlans(mine.views, mine.personId).flatMap((plan) => deadlinesOf(plan, mine, window));
  const entries = [...meetings, ...once(deadlines)].slice(0, MOST);
  return calendarFeed({ name: words.name[mine.language], entries, refreshMinutes: REFRESH });
}

interface Window {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Those of committees in which the person has a seat on the day of the meeting, and those that they are called to or came to. */
function meetingsOf({ personId, reference }: MyCalendar, { from, until }: Window): MeetingState[] {
  const { organisation, meetings } = reference;
  const sits = ({ committeeId, on, attendance, calledDeputies }: MeetingState): boolean =>
    seatsOn(organisation, committeeId, on).some((seat) => seat.personId === personId) ||
    [...calledDeputies.values()].includes(personId) ||
    attendance.some((one) => one.personId === personId);
  return [...historyOf(organisation).committees.keys()]
    .flatMap((committeeId) => meetingsOfCommittee(meetings, committeeId))
    .filter((meeting) => from <= meeting.on && meeting.on <= until && sits(meeting));
}

const nameOf = ({ reference }: MyCalendar, { committeeId }: MeetingState): string =>
  committeeName(reference.organisation, committeeId) ?? committeeId;

/** A case is called by its number: what it is about is nobody's but those who open it. */
const deadlinesOf = (
  { requirementId, changeId, number, plan, version, knownFrom }: OwnPlan,
  { language, publicUrl }: MyCalendar,
  { from, until }: Window,
): CalendarEntry[] =>
  plan.steps.flatMap(({ step, on, body }) =>
    on === null || on < from || on > until
      ? []
      : [
          {
            uid: `${changeId}/${requirementId}/${step}/${body ?? ''}`,
            sequence: version,
            stampedAt: knownFrom,
            when: { on },
            summary: `${number}: ${stepWords[step][language]}`,
            ...(publicUrl !== null && { url: urlOfCase(changeId, { publicUrl, language }) }),
          },
        ],
  );

/** Several duties of one case share most of their dates. */
function once(entries: readonly CalendarEntry[]): CalendarEntry[] {
  const seen = new Map<string, CalendarEntry>();
  for (const entry of entries) {
    const same = `${entry.summary} ${'on' in entry.when ? entry.when.on : ''}`;
    if (!seen.has(same)) seen.set(same, entry);
  }
  return [...seen.values()];
}
