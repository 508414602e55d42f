import type { CheckContext, Instant, ReadDatabase } from '@rettidig/event-sourcing';
import type { DueItem, NotNow, ReminderItem } from './due.types.js';
import type { RemindersReference } from './kind.js';

/** Where it is looked up what is due. */
export interface DueQuestion {
  readonly views: ReadDatabase;
  readonly reference: RemindersReference;
  readonly now: Instant;
}

/**
 * What must be told now and was not told yet to everybody: of each thing the step that it has reached. Only what may go
 * out at this moment: what is told at once two minutes after its window opened, everything else from 07:00 of a workday.
 */
export function dueItems(_question: DueQuestion): DueItem[] {
  return [];
}

/** Who was told of these items: persons by key. Told is also whom the mail server refused for good. */
export function toldOf(_views: ReadDatabase, _keys: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map();
}

/** The item as it is now, from its stream and the reference data, never from a view; or why nobody is told of it. */
export function asItIsNow(
  item: ReminderItem,
  _context: CheckContext<RemindersReference>,
): Promise<ReminderItem | NotNow> {
  return Promise.resolve(item);
}
