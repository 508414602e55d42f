import { effectsView, type Instant, type ReadDatabase } from '@rettidig/event-sourcing';
import { dayOf, plusCalendarDays } from '@rettidig/vocabulary';
import type { MailAbout } from '../due.types.js';
import { SEND_MAIL } from './windows.js';

/** What the mail server refused for good is told to somebody else for so long, in calendar days. */
const LOOKED_BACK = 90;

/** By item, the persons whose mail about it was refused for good: it is told to somebody else in their place. */
export function refusedBy(views: ReadDatabase, now: Instant): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = views.view(effectsView.name).all<{ about: string }>(
    `select about from {effect} where state = 'failed' and due_at >= :since and effect = :effect
      and code = 'mail.refused'`,
    { since: plusCalendarDays(dayOf(now), -LOOKED_BACK), effect: SEND_MAIL },
  );
  const found = new Map<string, Set<string>>();
  for (const { about } of rows) {
    const { to, items } = JSON.parse(about) as MailAbout;
    for (const { key } of items) found.set(key, (found.get(key) ?? new Set()).add(to));
  }
  return found;
}
