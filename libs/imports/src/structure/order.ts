/** A row with the rows of the file that it names. */
interface Ordered {
  readonly row: number;
  /** Rows that are told before it. */
  readonly after: readonly number[];
  /** Rows without which it cannot be. */
  readonly buildsOn: readonly number[];
}

/** Lists by key. */
function listed<Value>(pairs: Iterable<readonly [number, Value]>): ReadonlyMap<number, readonly Value[]> {
  const lists = new Map<number, Value[]>();
  for (const [key, value] of pairs) {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  }
  return lists;
}

/**
 * Rows in the order in which they can be told: each after those it stands below, otherwise as in the file. `rings` are
 * rows that stand below themselves, over others or not, and `below` what stands below those; they are in no order.
 */
export function inOrder<Row extends Ordered>(
  rows: readonly Row[],
): { readonly order: readonly Row[]; readonly rings: readonly Row[]; readonly below: readonly Row[] } {
  const order = peeled(rows, ({ after }) => after);
  const ordered = new Set(order);
  const rest = rows.filter((row) => !ordered.has(row));
  const under = listed(rest.flatMap(({ row, after }) => after.map((one) => [one, row] as const)));
  const below = peeled(rest, ({ row }) => under.get(row) ?? []);
  const hangs = new Set(below);
  return { order, rings: rest.filter((row) => !hangs.has(row)), below };
}

/** Rows one after the other, each when all that it waits for is gone; those that wait for each other are left out. */
function peeled<Row extends Ordered>(rows: readonly Row[], waitsFor: (row: Row) => readonly number[]): Row[] {
  const known = new Set(rows.map(({ row }) => row));
  const named = new Map(rows.map((row) => [row, [...new Set(waitsFor(row))].filter((one) => known.has(one))] as const));
  const waiting = listed(rows.flatMap((row) => named.get(row)!.map((one) => [one, row] as const)));
  const left = new Map(rows.map((row) => [row, named.get(row)!.length]));
  const gone = rows.filter((row) => left.get(row) === 0);
  for (const { row } of gone)
    for (const next of waiting.get(row) ?? []) {
      left.set(next, left.get(next)! - 1);
      if (left.get(next) === 0) gone.push(next);
    }
  return gone;
}

/** All rows that build on some rows, directly or over others, each with the row that it builds on. */
export function buildingOn(
  rows: readonly Ordered[],
  isFaulty: (row: number) => boolean,
): readonly { readonly row: number; readonly because: number }[] {
  const above = listed(rows.flatMap(({ row, buildsOn }) => buildsOn.map((one) => [one, row] as const)));
  const faulty = [...above.keys()].filter(isFaulty);
  const reached = new Set(faulty);
  const found: { row: number; because: number }[] = [];
  for (const because of reached)
    for (const row of above.get(because) ?? [])
      if (!reached.has(row)) {
        reached.add(row);
        found.push({ row, because });
      }
  return found;
}
