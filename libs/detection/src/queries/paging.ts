import type { ListRequest } from '@rettidig/event-sourcing';
import type { PageParameters } from '@rettidig/vocabulary';
import { asOfInstant } from '@rettidig/vocabulary';

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
