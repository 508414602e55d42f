import type { Instant, ViewReader, ViewWriter } from '@rettidig/event-sourcing';
import { later } from '@rettidig/event-sourcing';

/** What comes up within so many milliseconds of the first thing is told with it. */
export const WINDOW_MS = 120_000;

/** The moments at which something came up that is told at once, and nothing had shortly before. */
export const windowSchema = ['create table {window} (opened_at text primary key) strict, without rowid'];

/** The window that is open at an instant. */
function openAt(view: ViewReader, at: Instant): Instant | undefined {
  const row = view.get<{ opened_at: Instant }>(
    'select opened_at from {window} where opened_at <= :at order by opened_at desc limit 1',
    { at },
  );
  return row && at <= later(row.opened_at, WINDOW_MS) ? row.opened_at : undefined;
}

/** The window of something that comes up; opens one when none is open. */
export function windowOf(view: ViewWriter, at: Instant): Instant {
  const open = openAt(view, at);
  if (open) return open;
  view.run('insert into {window} values (:knownAt)', { knownAt: at });
  return at;
}

/** The window of something that came up, as it is found again. */
export const windowAt = (view: ViewReader, at: Instant): Instant => openAt(view, at) ?? at;
