/**
 * @throws TypeError for a value that a copy of V8 would not give back as it is: a copy loses the class of an object, and
 * functions and symbols cannot be copied at all.
 */
export function mustBePlain(value: unknown): void {
  const seen = new Set<object>();
  const waiting: unknown[] = [value];
  const look = (next: unknown): void => {
    if (typeof next === 'function' || typeof next === 'symbol') throw new TypeError(`a ${typeof next} in a snapshot`);
    if (typeof next === 'object' && next !== null && !seen.has(next)) waiting.push(next);
  };
  while (waiting.length > 0) {
    const next = waiting.pop() as object;
    if (typeof next !== 'object' || next === null) continue;
    seen.add(next);
    lookInto(next, look);
  }
}

function lookInto(value: object, look: (inner: unknown) => void): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Map.prototype) {
    for (const [key, inner] of value as Map<unknown, unknown>) {
      look(key);
      look(inner);
    }
  } else if (prototype === Set.prototype || prototype === Array.prototype) {
    for (const inner of value as Iterable<unknown>) look(inner);
  } else if (prototype === Object.prototype) {
    for (const name in value) look((value as Record<string, unknown>)[name]);
  } else {
    throw new TypeError(`an object of its own class in a snapshot: ${value.constructor?.name ?? 'none'}`);
  }
}
