import type { ReadDatabase } from '@rettidig/event-sourcing';
import { REMINDERS_VIEW } from './projections/reminders.projection.js';

/** Told, or about to be: a mail that is put off comes again by itself. */
const TOLD = "state in ('planned', 'sent', 'failed')";

/** Who was told of these items: persons by key. Told is also who is just being told, and whom it was given up to tell. */
export function toldOf(views: ReadDatabase, keys: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = views
    .view(REMINDERS_VIEW)
    .all<{ key: string; person_id: string }>(
      `select key, person_id from {told} indexed by {told_key} where key in (select value from json_each(:keys)) and ${TOLD}`,
      { keys: JSON.stringify(keys) },
    );
  const told = new Map<string, Set<string>>();
  for (const { key, person_id } of rows) told.set(key, (told.get(key) ?? new Set()).add(person_id));
  return told;
}

/** Who was told of an item before, by any kind, of any day and at any step. */
export const toldOfItem = (views: ReadDatabase, item: string): readonly string[] =>
  views
    .view(REMINDERS_VIEW)
    .all<{ person_id: string }>(
      `select distinct person_id from {told} indexed by {told_item} where item = :item and state in ('planned', 'sent') order by person_id`,
      { item },
    )
    .map(({ person_id }) => person_id);

/** Who was told of an item by a kind since it became another one so often. */
export const toldOfItemBy = (
  views: ReadDatabase,
  { item, kind, armed }: { readonly item: string; readonly kind: string; readonly armed: number },
): readonly string[] =>
  views
    .view(REMINDERS_VIEW)
    .all<{ person_id: string }>(
      `select distinct person_id from {told} indexed by {told_item}
        where item = :item and kind = :kind and armed >= :armed and state in ('planned', 'sent')`,
      { item, kind, armed },
    )
    .map(({ person_id }) => person_id);

/** Those of some keys of which everybody was told who was to be. */
export function settledKeys(views: ReadDatabase, keys: readonly string[]): ReadonlySet<string> {
  const rows = views
    .view(REMINDERS_VIEW)
    .all<{ key: string }>('select key from {settled} where key in (select value from json_each(:keys))', {
      keys: JSON.stringify(keys),
    });
  return new Set(rows.map(({ key }) => key));
}
