import { impossible } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';

/** @throws Refused `change.period-ends-before-it-starts` */
export function inOrder(from: LocalDate | undefined, to: LocalDate | undefined): void {
  if (from && to && to < from) throw impossible('change.period-ends-before-it-starts', { from, to });
}
