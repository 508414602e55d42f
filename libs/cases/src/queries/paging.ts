import type { ListRequest } from '@rettidig/event-sourcing';
import { impossible } from '@rettidig/event-sourcing';
import { asOfInstant } from '@rettidig/vocabulary';
import type { LocalDate, PageParameters } from '@rettidig/vocabulary';

/** The part of a question that all lists have in common. */
export function pagingOf(
  { sort, limit, cursor, asOf }: PageParameters & { readonly sort?: string | undefined },
  now: string,
): Omit<ListRequest, 'filters'> {
  const instant = asOfInstant(asOf, now);
  return {
    now,
    ...(sort && { sort }),
    ...(limit && { limit }),
    ...(cursor && { cursor }),
    ...(instant && { asOf: instant }),
  };
}

/** @throws Refused `change.period-ends-before-it-starts` */
export function inOrder(from: LocalDate | undefined, to: LocalDate | undefined): void {
  if (from && to && to < from) throw impossible('change.period-ends-before-it-starts', { from, to });
}
