import type { RefusalDetails, Refused } from '@rettidig/event-sourcing';
import type { ImportedFact, Organisation } from '@rettidig/organisation';
import { Rehearsal } from '@rettidig/organisation';
import type { BadRows } from '../tables/bad-rows.js';
import type { Decided } from './decisions.js';
import { buildingOn, inOrder } from './order.js';
import type { Effects, PlannedRow } from './planned.js';

/** A fact, and the row that it comes from. */
export interface FactOfRow {
  readonly row: number;
  readonly fact: ImportedFact;
}

interface Rehearsing {
  readonly organisation: Organisation;
  readonly decided: Decided;
  readonly bad: BadRows;
  /** Ids in the details of a refusal, as the reader knows them. */
  readonly inWords: (details: RefusalDetails) => RefusalDetails;
}

/** What a row does: by itself, and by the conflicts that are to be updated. */
export const effectsOf = ({ row, conflicts, ...own }: PlannedRow, decided: Decided): readonly Effects[] => [
  own,
  ...conflicts.flatMap(({ field, update }) => (update && decided.choice(row, field) === 'update' ? [update] : [])),
];

/**
 * All facts of the rows, in an order in which each can be so by the rules of the commands. A row that cannot be so is
 * bad as a whole, and with it every row that builds on it; then all is told again without them.
 */
export function rehearse(rows: readonly PlannedRow[], rehearsing: Rehearsing): FactOfRow[] {
  const { bad } = rehearsing;
  const { order, rings, below } = inOrder(rows);
  for (const { row } of rings) bad.add({ row, column: null, code: 'row.ring', details: {} });
  for (const { row, after } of below)
    bad.add({ row, column: null, code: 'row.builds-on-bad-row', details: { row: after[0] } });
  for (;;) {
    spread(rows, bad);
    const before = bad.count;
    const facts = told(
      order.filter(({ row }) => !bad.has(row)),
      rehearsing,
    );
    if (bad.count === before) return facts;
  }
}

/** Rows that build on bad rows are bad. */
function spread(rows: readonly PlannedRow[], bad: BadRows): void {
  for (const { row, because } of buildingOn(rows, (row) => bad.has(row)))
    bad.add({ row, column: null, code: 'row.builds-on-bad-row', details: { row: because } });
}

function told(order: readonly PlannedRow[], { organisation, decided, bad, inWords }: Rehearsing): FactOfRow[] {
  const rehearsal = new Rehearsal(organisation);
  const facts: FactOfRow[] = [];
  const tell = (row: number, fact: ImportedFact): void => {
    const refusal: Refused | undefined = bad.has(row) ? undefined : rehearsal.tryToTell(fact);
    if (refusal) bad.add({ row, column: null, code: refusal.code, details: inWords(refusal.details) });
    else facts.push({ row, fact });
  };
  const effects = order.map((row) => ({ row: row.row, all: effectsOf(row, decided) }));
  for (const { row, all } of effects) for (const { facts: now = [] } of all) for (const fact of now) tell(row, fact);
  for (const { row, all } of effects.reverse())
    for (const { endings = [] } of all) for (const fact of endings) tell(row, fact);
  return facts;
}
