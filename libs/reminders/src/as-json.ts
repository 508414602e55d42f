/** Plain data, maps and sets as JSON; read back they are what they were. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_name, one: unknown) => {
    if (one instanceof Map) return { $map: [...one] };
    return one instanceof Set ? { $set: [...one] } : one;
  });

interface Boxed {
  readonly $map?: [unknown, unknown][];
  readonly $set?: unknown[];
}

export const fromJson = (json: string): unknown =>
  json.includes('{"$') ? JSON.parse(json, (_name, one: Boxed | null) => unboxed(one)) : JSON.parse(json);

function unboxed(one: Boxed | null): unknown {
  if (Array.isArray(one?.$map)) return new Map(one.$map);
  return Array.isArray(one?.$set) ? new Set(one.$set) : one;
}
