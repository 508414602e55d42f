import { categoryOf, START, type Position, type RecordedEvent } from '../../event.js';
import { bytesAt } from './position.js';

/** How much is kept, in events and in bytes of the log. */
const DEFAULT_LIMITS = { events: 4096, bytes: 64_000_000 };

/** The last events of the log in memory by position, for all who follow it in this process. */
export class Ring {
  #events: RecordedEvent[] = [];
  /** Exclusive: everything of ours after it, up to `reached`, is here. */
  #from: Position;
  #reached: Position;

  constructor(
    begin: Position = START,
    private readonly limits = DEFAULT_LIMITS,
  ) {
    this.#from = begin;
    this.#reached = begin;
  }

  get from(): Position {
    return this.#from;
  }

  /** The last event of ours that came in. */
  get reached(): Position {
    return this.#reached;
  }

  /** Takes the next event; one that came before is left out, since a subscription may give it twice. */
  add(event: RecordedEvent): boolean {
    if (event.position <= this.#reached) return false;
    this.#events.push(event);
    this.#reached = event.position;
    // In slices, because dropping one at a time from the front costs as much as there is.
    const isTooLong = this.#events.length >= 2 * this.limits.events;
    if (isTooLong) this.#forget(this.#events.length - this.limits.events);
    if (bytesAt(this.#reached) - bytesAt(this.#from) > 2 * this.limits.bytes) this.#forgetBytes();
    return true;
  }

  /** The page after a position, undefined when it begins before what is kept. */
  after(position: Position, categories: readonly string[] | undefined, limit: number): RecordedEvent[] | undefined {
    if (position < this.#from) return undefined;
    const page: RecordedEvent[] = [];
    for (let at = this.#indexAfter(position); at < this.#events.length && page.length < limit; at += 1) {
      const event = this.#events[at]!;
      if (!categories || categories.includes(categoryOf(event.stream))) page.push(event);
    }
    return page;
  }

  /** How many events come after a position, undefined when it lies before what is kept. */
  countAfter(position: Position): number | undefined {
    return position < this.#from ? undefined : this.#events.length - this.#indexAfter(position);
  }

  /** Whether an event stands there, undefined when that is not known here. */
  holds(position: Position): boolean | undefined {
    if (position <= this.#from || position > this.#reached) return undefined;
    return this.#events[this.#indexAfter(position) - 1]?.position === position;
  }

  #forget(count: number): void {
    if (count <= 0) return;
    this.#from = this.#events[count - 1]!.position;
    this.#events = this.#events.slice(count);
  }

  #forgetBytes(): void {
    const least = bytesAt(this.#reached) - this.limits.bytes;
    const kept = this.#events.findIndex(({ position }) => bytesAt(position) > least);
    this.#forget(kept);
  }

  /** Where the first event after a position stands. */
  #indexAfter(position: Position): number {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#events[middle]!.position > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
