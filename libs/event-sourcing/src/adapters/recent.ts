import { categoryOf, type RecordedEvent } from '../event.js';
import type { StoredEvent } from './log-writer.js';
import { tokenOf } from './position.js';

/** An event as it was written, parsed when it is first asked for. */
interface Entry extends StoredEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly category: string;
  parsed?: RecordedEvent;
}

/** How much is kept, in events and in characters of their JSON. */
const DEFAULT_LIMITS = { events: 4096, characters: 64_000_000 };

/**
 * The last events of the log in memory, for those who follow it: they get the same frozen events instead of reading
 * and parsing them once each. Positions are gapless, so a place is found by counting.
 */
export class RecentEvents {
  readonly #ring: (Entry | undefined)[];
  #first: number;
  #next: number;
  #characters = 0;

  /** @param head the position of the last event on disk. */
  constructor(
    head: number,
    private readonly limits = DEFAULT_LIMITS,
  ) {
    this.#ring = new Array<Entry | undefined>(limits.events);
    this.#first = head + 1;
    this.#next = head + 1;
  }

  /** The position of the last event of the log. */
  get head(): number {
    return this.#next - 1;
  }

  /** Adds what was just written: consecutive revisions of a stream, the last one at `position`. */
  add(stream: string, lastRevision: number, lastPosition: number, events: readonly StoredEvent[]): void {
    const category = categoryOf(stream);
    let revision = lastRevision - events.length;
    let position = lastPosition - events.length;
    for (const { id, type, data, meta } of events) {
      revision += 1;
      position += 1;
      if (this.#next - this.#first === this.limits.events) this.#forgetFirst();
      this.#ring[position % this.limits.events] = { id, type, data, meta, stream, revision, position, category };
      this.#next = position + 1;
      this.#characters += data.length + meta.length;
    }
    while (this.#characters > this.limits.characters) this.#forgetFirst();
  }

  /** The page after a position, undefined when it begins before what is kept. */
  after(position: number, categories: readonly string[] | undefined, limit: number): RecordedEvent[] | undefined {
    if (position + 1 < this.#first) return undefined;
    const page: RecordedEvent[] = [];
    for (let at = position + 1; at < this.#next && page.length < limit; at += 1) {
      const entry = this.#ring[at % this.limits.events]!;
      if (!categories || categories.includes(entry.category)) page.push((entry.parsed ??= parse(entry)));
    }
    return page;
  }

  #forgetFirst(): void {
    const slot = this.#first % this.limits.events;
    const { data, meta } = this.#ring[slot]!;
    this.#characters -= data.length + meta.length;
    this.#ring[slot] = undefined;
    this.#first += 1;
  }
}

const parse = ({ id, type, data, meta, stream, revision, position }: Entry): RecordedEvent =>
  frozen({
    id,
    type,
    data: JSON.parse(data) as object,
    meta: JSON.parse(meta) as RecordedEvent['meta'],
    stream,
    revision,
    position: tokenOf(position),
  });

/** Frozen to the depth, because several followers share it. */
export function frozen<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
