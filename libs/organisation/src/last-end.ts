import type { Instant } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import type { Holder, SeatHistory } from './history.types.js';

/**
 * A seat with other holders than before, as recorded at an instant. Since when its last end is known stays, as long as it is
 * the same day: who held it years ago may be corrected without anything becoming news.
 */
export function withHolders(seat: SeatHistory, holders: readonly Holder[], knownAt: Instant | null): SeatHistory {
  const on = lastEndOf(holders);
  if (on === seat.lastEnd?.on) return { ...seat, holders };
  const { lastEnd: _before, ...rest } = seat;
  return { ...rest, holders, ...(on !== undefined && { lastEnd: { on, knownAt } }) };
}

function lastEndOf(holders: readonly Holder[]): LocalDate | undefined {
  let last: LocalDate | undefined;
  for (const { term } of holders) {
    if (term.to === null) return undefined;
    if (last === undefined || term.to > last) last = term.to;
  }
  return last;
}
