import type { RecordedEvent } from './event.js';

/**
 * Raises stored data of an older shape to the next one: the function at index n takes schema n + 1 to n + 2. Pure; the
 * stored event stays as it is.
 */
export type Upcasters = Readonly<Record<string, readonly ((data: object) => object)[]>>;

/** The schema that new events of a type are written with. */
export const schemaOf = (upcasters: Upcasters, type: string): number => (upcasters[type]?.length ?? 0) + 1;

/** An event in the shape that today's code reads. */
export function upcast<E extends RecordedEvent>(upcasters: Upcasters, event: E): E {
  const steps = upcasters[event.type]?.slice(event.meta.schema - 1) ?? [];
  if (steps.length === 0) return event;
  return {
    ...event,
    data: steps.reduce((data, step) => step(data), event.data),
    meta: { ...event.meta, schema: event.meta.schema + steps.length },
  };
}
