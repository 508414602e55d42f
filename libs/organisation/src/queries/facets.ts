import { countsOf } from '@rettidig/vocabulary';

/** One thing that a list can be filtered by and counts: what was chosen, and what a row has. */
interface Facet<Row> {
  readonly chosen: readonly string[] | undefined;
  readonly of: (row: Row) => string;
}

/** The rows that match all that was chosen, and counts by each facet as if it were not filtered by. */
export function chosenOf<Row>(
  rows: readonly Row[],
  facets: Readonly<Record<string, Facet<Row>>>,
): { readonly rows: Row[]; readonly facets: Record<string, Record<string, number>> } {
  const matching = (ignored?: string): Row[] =>
    rows.filter((row) =>
      Object.entries(facets).every(([name, { chosen, of }]) => name === ignored || !chosen || chosen.includes(of(row))),
    );
  const counts = Object.entries(facets).map(([name, { of }]) => [name, countsOf(matching(name), of)] as const);
  return { rows: matching(), facets: Object.fromEntries(counts) };
}
