import { effectsView, type Instant, type ReadDatabase } from '@rettidig/event-sourcing';
import { dayOf, instantAt, plusCalendarDays, type LocalDate } from '@rettidig/vocabulary';
import type { MailAbout } from '../due.types.js';
import { SEND_MAIL, type KeyState } from './windows.js';

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

/** What has become of a mail of today, by its key: no window of another day is named any more. */
export function mailsOf(views: ReadDatabase, today: LocalDate): (key: string) => KeyState {
  const rows = views.view(effectsView.name).all<{
    key: string;
    state: string;
  }>('select key, state from {effect} where due_at >= :since and effect = :effect', { since: instantAt(today, '00:00'), effect: SEND_MAIL });
  const states = new Map(rows.map(({ key, state }) => [key, state]));
  return (key) => {
    const state = states.get(key);
    return state === undefined ? 'free' : state === 'skipped' ? 'skipped' : 'used';
  };
}
