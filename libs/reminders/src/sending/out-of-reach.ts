import type { LocalDate } from '@rettidig/vocabulary';
import type { DueItem } from '../due.types.js';
import type { RemindersReference } from '../kind.js';
import { receiversOf, type Receiver } from '../receivers.js';

interface Today {
  readonly reference: RemindersReference;
  readonly day: LocalDate;
}

/** Who is to be told of something due, or stands in for them; all of them as if they could be, but for those named. */
export const wantedFor = (
  { item, to, escalates, toldBefore }: DueItem,
  { reference, day }: Today,
  unreachable: ReadonlySet<string> = new Set(),
): readonly Receiver[] => receiversOf(to, item.about, reference, { day, escalates, toldBefore, unreachable });

/**
 * Whether something is due that nobody can be told of, `found` being who can. Where whom to tell follows from who was told
 * before, and nobody was, nobody has to be.
 */
export const isOutOfReach = (due: DueItem, found: readonly Receiver[], today: Today): boolean =>
  found.length === 0 && (wantedFor(due, today).length > 0 || due.to.some((to) => to !== 'toldBefore'));
