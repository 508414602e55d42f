import type { LocalDate } from '@rettidig/vocabulary';
import type { DueItem } from '../due.types.js';
import type { RemindersReference } from '../kind.js';
import { receiversOf, type Receiver } from '../receivers.js';

interface Today {
  readonly reference: RemindersReference;
  readonly day: LocalDate;
}

/** Who would be told of something due if everybody could be: those to whom it is to be told, or who stand in for them. */
export const wantedFor = (
  { item, to, escalates, toldBefore }: DueItem,
  { reference, day }: Today,
): readonly Receiver[] =>
  receiversOf(to, item.about, reference, { day, escalates, toldBefore, unreachable: new Set() });

/**
 * Whether something is due that nobody can be told of, `found` being who can. Where whom to tell follows from who was told
 * before, and nobody was, nobody has to be.
 */
export const isOutOfReach = (due: DueItem, found: readonly Receiver[], today: Today): boolean =>
  found.length === 0 && (wantedFor(due, today).length > 0 || due.to.some((to) => to !== 'toldBefore'));
