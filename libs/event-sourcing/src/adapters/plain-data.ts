import { types } from 'node:util';

/**
 * @throws TypeError for a value that a copy of V8 would not give back as it is: a copy loses the class of an object, and
 * functions and symbols cannot be copied at all.
 */
export function mustBePlain(value: unknown): void {
  const seen = new Set<object>();
  const waiting: object[] = [];
  const look = (next: unknown): void => {
    if (typeof next === 'function' || typeof next === 'symbol') throw new TypeError(`a ${typeof next} in a snapshot`);
    if (typeof next !== 'object' || next === null || seen.has(next)) return;
    seen.add(next);
    waiting.push(next);
  };
  look(value);
  while (waiting.length > 0) lookInto(waiting.pop()!, look);
}

function lookInto(value: object, look: (inner: unknown) => void): void {
  const classes = classesOf(value);
  if (types.isMap(value) && classes === 2) {
    for (const [key, inner] of value) {
      look(key);
      look(inner);
    }
  } else if ((types.isSet(value) || Array.isArray(value)) && classes === 2) {
    for (const inner of value) look(inner);
  } else if (classes === 1) {
    for (const name in value) look((value as Record<string, unknown>)[name]);
  } else {
    throw new TypeError(`an object of its own class in a snapshot: ${value.constructor?.name ?? 'none'}`);
  }
}

/**
 * How many classes an object has, that of all objects included: a plain one has 1, a map or array that is no more than
 * that has 2. Counted, because what was copied may be of the classes of another realm, as in tests.
 */
function classesOf(value: object): number {
  let count = 0;
  for (let of: unknown = value; (of = Object.getPrototypeOf(of)) !== null;) count += 1;
  return count;
}
