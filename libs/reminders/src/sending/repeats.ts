import type { Calendar } from '@rettidig/calendar';
import { workdayOnOrAfter } from '@rettidig/calendar';
import type { Instant } from '@rettidig/event-sourcing';
import { dayOf, instantAt } from '@rettidig/vocabulary';
import { MORNING } from '../arrivals.js';
import type { MailAbout } from '../due.types.js';
import { kindNamed } from '../kinds/index.js';

/**
 * How long a mail of an earlier day that may have been sent waits, in milliseconds: its repetition keeps the closing days
 * and the morning as every mail does, unless it tells of what people must know on any day.
 */
export function millisToRepeat({ items }: Pick<MailAbout, 'items'>, calendar: Calendar, now: Instant): number {
  if (items.some(({ kind }) => kindNamed(kind)?.evenOnClosingDays)) return 0;
  return Math.max(0, Date.parse(instantAt(workdayOnOrAfter(calendar, dayOf(now)), MORNING)) - Date.parse(now));
}
