import type { Calendar, DayCount } from '@rettidig/calendar';
import { plusDays } from '@rettidig/calendar';
import type { MeetingState } from '@rettidig/meetings';
import type { FuzzyDate, LocalDate } from '@rettidig/vocabulary';
import { latestDay } from '@rettidig/vocabulary';
import type { Ground } from './ground.js';
import type { Deadline, DeadlineRule } from './plan.types.js';

/** What the deadlines before a meeting follow from; also of a meeting that nobody has called. */
export type CalledMeeting = Pick<MeetingState, 'on' | 'waived'>;

/** "Frist ikke aftalt". */
const notAgreed: Deadline = { on: null, rule: { code: 'notAgreed' } };

/** Days that somebody agreed on, before a day. */
interface DaysBefore {
  readonly day: LocalDate;
  readonly days: DayCount | undefined;
  readonly version: string | undefined;
  readonly code: DeadlineRule['code'];
}

/** The deadline so many days before a day; the day itself is not counted, the deadline is. */
export function daysBefore(calendar: Calendar, { day, days, version, code }: DaysBefore): Deadline {
  if (!days || version === undefined) return notAgreed;
  const on = plusDays(calendar, day, { count: -days.count, kind: days.kind });
  return { on, rule: { code, version, days, calendar: calendar.version } };
}

/** What the case itself says of a date. */
export const planned = (when: FuzzyDate): Deadline => ({
  on: latestDay(when) ?? null,
  rule: { code: 'on' in when ? 'planned' : 'plannedAtLatest' },
});

/** The day by which something must be; null where nothing was agreed or the deadline was let be: then nothing is late. */
export const bindingDay = ({ on, rule }: Deadline): LocalDate | null => (rule.code === 'waived' ? null : on);

/** A deadline that chair and deputy chair both let be keeps its day and its rule, but binds nobody. */
const unless = (waived: boolean, deadline: Deadline): Deadline =>
  waived && deadline.on !== null ? { on: deadline.on, rule: { ...deadline.rule, code: 'waived' } } : deadline;

type Agreed = 'alignment' | 'itemsDue' | 'materialDue' | 'preMeeting' | 'contactCommittee' | 'draftReady';

function agreed(what: Agreed, { on }: CalledMeeting, { calendar, timetableOn }: Ground): Deadline {
  const timetable = timetableOn(on);
  return daysBefore(calendar, { day: on, days: timetable?.[what], version: timetable?.version, code: 'timetable' });
}

/** When the item must be with the secretariat. */
export const itemIn = (meeting: CalledMeeting, ground: Ground): Deadline =>
  unless(meeting.waived.includes('itemsDue'), agreed('itemsDue', meeting, ground));

/** When agenda and papers must be out: as agreed, but not after the pre-meeting, which has them before it. */
export function papersOut(meeting: CalledMeeting, ground: Ground): Deadline {
  const material = agreed('materialDue', meeting, ground);
  const meets = preMeeting(meeting, ground);
  const isCapped = material.on !== null && meets.on !== null && meets.on < material.on;
  const deadline: Deadline = isCapped ? { on: meets.on, rule: { ...meets.rule, code: 'preMeeting' } } : material;
  return unless(meeting.waived.includes('materialDue'), deadline);
}

/** When expectations are aligned with MED, before anything is drafted (A18). */
export const alignment = (meeting: CalledMeeting, ground: Ground): Deadline => agreed('alignment', meeting, ground);

/** When the sides hold their pre-meetings (formøder). */
export const preMeeting = (meeting: CalledMeeting, ground: Ground): Deadline => agreed('preMeeting', meeting, ground);

/** When the contact committee meets. */
export const contactCommittee = (meeting: CalledMeeting, ground: Ground): Deadline =>
  agreed('contactCommittee', meeting, ground);

/** When there must be a draft: as agreed, else when the contact committee works on it. */
export function draftReady(meeting: CalledMeeting, ground: Ground): Deadline {
  const own = agreed('draftReady', meeting, ground);
  if (own.on !== null) return own;
  const meets = contactCommittee(meeting, ground);
  return meets.on === null ? notAgreed : { on: meets.on, rule: { ...meets.rule, code: 'contactCommittee' } };
}
