import type { QueryContext, RecordedEvent } from '@rettidig/event-sourcing';
import type { Source } from '@rettidig/vocabulary';
import { ADMINISTRATION } from '@rettidig/vocabulary';
import { ruleBookDecider } from '../rule-book.js';

/** Which agreement an event of the rule book tells of, if any, and what tells agreements apart. */
export interface Agreements<Value> {
  readonly told: (event: RecordedEvent) => (Value & { readonly source?: Source }) | undefined;
  readonly keyOf: (value: Value) => string;
}

/** Rows with where each agreement stands, as it is opened from the log. */
export async function withSources<Value extends object, Row extends Value>(
  rows: readonly Row[],
  { readStream }: Pick<QueryContext<unknown>, 'readStream'>,
  { told, keyOf }: Agreements<Value>,
): Promise<(Row & { source: Source | null })[]> {
  if (rows.length === 0) return [];
  const sources = new Map<string, Source>();
  for (const event of await readStream(`${ruleBookDecider.category}-${ADMINISTRATION}`)) {
    const agreed = told(event);
    if (agreed?.source) sources.set(keyOf(agreed), agreed.source);
  }
  return rows.map((row) => ({ ...row, source: sources.get(keyOf(row)) ?? null }));
}
