import { dayOf } from '@rettidig/vocabulary';
import type { Arrival, Now } from './arrivals.js';
import { arrivalOf, isReady, reachedOn } from './arrivals.js';
import type { DueItem, DueQuestion } from './due.types.js';
import type { ReminderKind } from './kind.js';
import { stepsInForce } from './reminder-steps.js';
import { toldBeforeChange, toldOfItemBy } from './told.js';

type Known = Pick<DueItem, 'knownTo' | 'toldWith'>;

/**
 * Who knows of a new day from the kind that tells it at once: of a step of that day which had come when it became known
 * they are not told as well. Undefined for the minutes until that kind has told them.
 */
export function knowAtOnce(
  kind: ReminderKind,
  { item }: Pick<Arrival, 'item'>,
  { views, reference }: DueQuestion,
  at: Now,
): Known | undefined {
  const newDay = 'newDay' in kind ? kind.newDay : undefined;
  const day = item.armed > 0 ? newDay?.change(reference, item.item) : undefined;
  if (!newDay || !day || item.dueOn > dayOf(day.since)) return { knownTo: [], toldWith: null };
  const { occasion } = day;
  const knownTo = toldOfItemBy(views, { item: item.item, kind: newDay.kind.name, armed: item.armed });
  const steps = stepsInForce(newDay.kind, reference.reminderSteps, at.today);
  const { armed, armedAt = null } = occasion;
  const found = { kind: newDay.kind, occasion, subject: null, armed, armedAt, openedAt: armedAt, number: null };
  const change = steps.length === 0 ? undefined : arrivalOf(found, reachedOn(newDay.kind, steps, at), at);
  if (!change || toldBeforeChange(views, item.item, armed).length === 0) return { knownTo, toldWith: null };
  return isReady(change, newDay.kind, at) ? { knownTo, toldWith: change.item.key } : undefined;
}
