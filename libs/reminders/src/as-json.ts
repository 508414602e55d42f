/** Maps and sets beside plain data as JSON; read back they are what they were. Several times slower than without them. */
export const boxedJson = (value: unknown): string =>
  JSON.stringify(value, (_name, one: unknown) => {
    if (one instanceof Map) return { $map: [...one] };
    return one instanceof Set ? { $set: [...one] } : one;
  });

interface Boxed {
  readonly $map?: [unknown, unknown][];
  readonly $set?: unknown[];
}

export const fromBoxedJson = (json: string): unknown =>
  JSON.parse(json, (_name, one: Boxed | null) => {
    if (Array.isArray(one?.$map)) return new Map(one.$map);
    return Array.isArray(one?.$set) ? new Set(one.$set) : one;
  });
