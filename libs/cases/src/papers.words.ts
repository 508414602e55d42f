import type { Text } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import type { Lateness } from './change.events.js';
import type { PapersTiming } from './words.js';
import { papersTimings } from './words.js';

/** How papers stand to meeting and deadline, as a code. What was sent after the meeting is called that and nothing else. */
export function timingCodeOf({
  deadline,
  lateByDays,
  sentAfterMeeting,
  on,
}: Lateness & { on?: LocalDate }): PapersTiming {
  if (sentAfterMeeting) return 'sentAfterMeeting';
  if (lateByDays > 0) return 'dispatchedLate';
  if (deadline.on === null) return 'notAgreed';
  return deadline.rule.code === 'waived' && on !== undefined && on > deadline.on ? 'waived' : 'inTime';
}

/** The same in words. */
export const timingOf = (lateness: Parameters<typeof timingCodeOf>[0]): Text => papersTimings[timingCodeOf(lateness)];
