import type { NewEvent } from '../event.js';
import { idOf } from '../ids.js';
import { metadata } from './decider-spec.js';

/** An event to append, with an id that follows from its name. */
export const someEvent = (name: string, data: object = { name }): NewEvent => ({
  id: idOf(name),
  type: 'SomethingHappened',
  data,
  meta: metadata({ commandId: idOf('command', name) }),
});

/** Several of them. */
export const someEvents = (name: string, count: number): NewEvent[] =>
  Array.from({ length: count }, (_, index) => someEvent(`${name} ${index}`));
