import { isAboutAll, sourceOf, whereOf } from './list.question.js';
import type { Question } from './list.question.js';
import type { ListDefinition, ListFacet, ListPage } from './list.types.js';
import type { SqlValue, ViewReader } from './projection.js';

type Counts = Pick<ListPage<object>, 'total' | 'facets'>;

/** Facets that look at the same rows are counted in one statement, over those rows read once. */
export function countsOf(definition: ListDefinition, view: ViewReader, question: Question): Counts {
  const all = Object.entries(definition.facets);
  const counted: Record<string, Record<string, number>> = Object.fromEntries(all.map(([name]) => [name, {}]));
  let total = 0;
  for (const ignored of new Set([undefined, ...all.map(([, facet]) => facet.ignores)])) {
    const asked = all.filter(([, facet]) => facet.ignores === ignored);
    const kept = isAboutAll(question, ignored) ? asked.filter(([, facet]) => facet.ofAll !== undefined) : [];
    for (const [name, { ofAll }] of kept) {
      const rows = view.all<Omit<CountRow, 'facet'>>(ofAll!, question.parameters);
      counted[name] = Object.fromEntries(rows.map(({ value, count }) => [String(value), count]));
    }
    const facets = asked.filter((one) => !kept.includes(one));
    if (facets.length === 0 && ignored !== undefined) continue;
    const rows = view.all<CountRow>(countsSql(definition, question, facets, ignored), question.parameters);
    for (const row of rows) {
      if (row.facet !== TOTAL) counted[facets[row.facet]![0]]![String(row.value)] = row.count;
      else if (ignored === undefined) total = row.count;
    }
  }
  return { total, facets: counted };
}

/** Stands for the total among the numbers of the facets. */
const TOTAL = -1;

interface CountRow {
  readonly facet: number;
  readonly value: SqlValue;
  readonly count: number;
}

function countsSql(
  definition: ListDefinition,
  question: Question,
  facets: readonly (readonly [string, ListFacet])[],
  ignored: string | undefined,
): string {
  const columns = facets.map(([, facet], index) => `${facet.sql} as facet_${index}`);
  const matched =
    `select ${['1', ...columns].join(', ')} from ${sourceOf(definition, question)}` +
    ` where ${whereOf(question, ignored).join(' and ')}`;
  const counts = facets.map(([, facet], index) =>
    facet.each
      ? `select ${index}, one.value, count(*) from matched, json_each(facet_${index}) as one` +
        ` where facet_${index} <> '[]' group by one.value`
      : `select ${index}, facet_${index}, count(*) from matched group by facet_${index}`,
  );
  const total = `select ${TOTAL} as facet, null as value, count(*) as count from matched`;
  return `with matched as materialized (${matched}) ${[total, ...counts].join(' union all ')}`;
}
