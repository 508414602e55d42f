import type { Instant, ReadDatabase } from '@rettidig/event-sourcing';
import type { ReminderItem } from './due.types.js';
import { REMINDERS_VIEW } from './projections/reminders.projection.js';

/** What became of telling one thing at one step, by person. */
export interface Told {
  /** Who was told, is just being told, or whom it was given up to tell: no other mail tells them. */
  readonly persons: ReadonlySet<string>;
  /** Those of them whom it was given up to tell: somebody else is told in their place. */
  readonly givenUp: ReadonlySet<string>;
  /** Nobody refused one of their mails: it may be this very thing that no mail can be written of. */
  readonly mayBeUnwritable: boolean;
}

export const toldNobody: Told = { persons: new Set(), givenUp: new Set(), mayBeUnwritable: false };

/** Whoever has such an address gets no mail, whatever it is about. */
const OF_RECEIVER: readonly string[] = ['mail.refused', 'mail.reserved-address'];

/** What became of telling these, by key. A mail that is put off comes again by itself. */
export function toldOf(views: ReadDatabase, keys: readonly string[]): ReadonlyMap<string, Told> {
  const rows = views.view(REMINDERS_VIEW).all<{ key: string; person_id: string; state: string; why: string | null }>(
    `select key, person_id, state, why from {told} indexed by {told_key}
      where key in (select value from json_each(:keys)) and state in ('planned', 'sent', 'failed')`,
    { keys: JSON.stringify(keys) },
  );
  const told = new Map<string, { persons: Set<string>; givenUp: Set<string>; mayBeUnwritable: boolean }>();
  for (const { key, person_id, state, why } of rows) {
    const known = told.get(key) ?? { persons: new Set(), givenUp: new Set(), mayBeUnwritable: false };
    told.set(key, known);
    known.persons.add(person_id);
    if (state !== 'failed') continue;
    known.givenUp.add(person_id);
    if (!OF_RECEIVER.includes(why ?? '')) known.mayBeUnwritable = true;
  }
  return told;
}

/**
 * Who was told of an item before, by any kind, of any day and at any step; or may have been, by a mail of which nobody knows
 * whether it came and that was dropped later.
 */
export const toldOfItem = (views: ReadDatabase, item: string): readonly string[] =>
  views
    .view(REMINDERS_VIEW)
    .all<{ person_id: string }>(
      `select distinct person_id from {told} indexed by {told_item} where item = :item and (state in ('planned', 'sent') or perhaps > 0) order by person_id`,
      { item },
    )
    .map(({ person_id }) => person_id);

/**
 * Who was told, or may have been, of a meeting as it was before its change to this version. A mail says which version it
 * tells of: when it was looked at, claimed and sent lies on both sides of a change, and processes have clocks of their own.
 * One that waits for its server, which has certainly not taken it, told nobody and tells how it is then.
 */
export const toldBeforeChange = (views: ReadDatabase, item: string, version: number): readonly string[] =>
  views
    .view(REMINDERS_VIEW)
    .all<{ person_id: string }>(
      `select distinct person_id from {told} indexed by {told_item}
        where item = :item and perhaps > 0
          and coalesce(json_extract(about, '$.version'), -1) < :version
        order by person_id`,
      { item, version },
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

/**
 * Who knows that something is so again though nobody was told since it came up: by a mail from before, about the same day,
 * that goes out once more or went out since.
 */
export const toldFromBefore = (
  views: ReadDatabase,
  { kind, item, step, anchor, armed }: Pick<ReminderItem, 'kind' | 'item' | 'step' | 'anchor' | 'armed'>,
  armedAt: Instant,
): readonly string[] =>
  views
    .view(REMINDERS_VIEW)
    .all<{ person_id: string }>(
      `select distinct person_id from {told} indexed by {told_item}
        where item = :item and kind = :kind and step = :step and anchor = :anchor and armed < :armed
          and (state = 'planned' or state = 'sent' and at >= :armedAt)`,
      { kind, item, step, anchor, armed, armedAt },
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
