/** Values by id. Immutable: a change copies one shelf and not all of them. */
export type Shelves<Value> = ReadonlyMap<string, ReadonlyMap<string, Value>>;

/** Ids are random enough that their first characters spread them evenly. */
const shelfOf = (id: string): string => id.slice(0, 2);

export const taken = <Value>(shelves: Shelves<Value>, id: string): Value | undefined =>
  shelves.get(shelfOf(id))?.get(id);

/** The shelves with one value put in its place. */
export const put = <Value>(shelves: Shelves<Value>, id: string, value: Value): Shelves<Value> =>
  new Map(shelves).set(shelfOf(id), new Map(shelves.get(shelfOf(id))).set(id, value));

/** Shelves that are filled in one go. */
export function shelved<Value>(entries: Iterable<readonly [id: string, Value]>): Shelves<Value> {
  const shelves = new Map<string, Map<string, Value>>();
  for (const [id, value] of entries) {
    const shelf = shelves.get(shelfOf(id));
    if (shelf) shelf.set(id, value);
    else shelves.set(shelfOf(id), new Map([[id, value]]));
  }
  return shelves;
}
