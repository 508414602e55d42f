import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import { START, type Position } from '../../event.js';
import { pause, stopwatch } from '../../waiting.js';
import type { Connection } from './connection.js';
import { positionOf, tokenOf } from './position.js';
import { Damaged, type StreamNames } from './stored-events.js';

/** Up to where the log was looked through, and where the last event of ours stands in that part. */
export interface Known {
  readonly upTo: Position;
  readonly last: Position;
}

/** How many events are read backwards at first, then, then each time: mostly the very last one is ours. */
const READS = [1, 50, 1000];
/**
 * From a read that several shared to the next, in milliseconds: dozens that act at a time ask for the end each, and a read
 * costs as much as two appends. Whoever asks alone, one thing after the other, waits for nobody.
 */
const BETWEEN_READS_MS = 20;

/**
 * Where the last event of ours stands. The log is read backwards from its end to an event of ours, or to the part that
 * was looked through before; leases carry what their holders know of it, so that a new process need not look far.
 */
export class Head {
  #known: Known = { upTo: START, last: START };
  #told: Position = START;
  #shorterFor: (() => number) | undefined;
  #running: Promise<Position> | undefined;
  #sinceLast: (() => number) | undefined;
  #next: Promise<Position> | undefined;
  /** How many share the next read. */
  #asking = 0;
  #wasShared = false;

  constructor(
    private readonly connection: Connection,
    private readonly names: StreamNames,
    /** So long a node may not know that it leads no more, in milliseconds. */
    private readonly staleMs: number,
  ) {}

  get known(): Known {
    return this.#known;
  }

  /** The last position of ours that anybody here was told of. */
  get told(): Position {
    return this.#told;
  }

  /** An event of ours stands there. */
  saw(position: Position): void {
    this.#learn({ upTo: position, last: position });
    if (position > this.#told) this.#told = position;
  }

  /**
   * Callers share a read, but never one that began before they came: it may have missed what they know of.
   * @throws Damaged when the log ends before a place that it had: an older one was put in its stead.
   */
  read(): Promise<Position> {
    this.#asking += 1;
    this.#next ??= this.#inTurn();
    return this.#next;
  }

  async #inTurn(): Promise<Position> {
    await this.#running?.catch(() => undefined);
    const early = BETWEEN_READS_MS - (this.#sinceLast?.() ?? BETWEEN_READS_MS);
    if (this.#wasShared && early > 0) await pause(early);
    this.#next = undefined;
    this.#wasShared = this.#asking > 1;
    this.#asking = 0;
    this.#sinceLast = stopwatch();
    this.#running = this.#scan();
    return this.#running;
  }

  async #scan(): Promise<Position> {
    const { upTo } = this.#known;
    let top: Position | undefined;
    let lowest: Position | undefined;
    for (let round = 0; ; round += 1) {
      const page = await this.#page(lowest, READS[Math.min(round, READS.length - 1)]!);
      top ??= page[0]?.position ?? START;
      if (this.#isShorter(top, upTo)) return this.#known.last;
      for (const { position, event } of page) {
        if (position <= this.#known.upTo) return this.#found(top, this.#known.last);
        if (this.names.isOurs(event.streamId)) return this.#found(top, position);
        if (this.names.isHint(event.streamId))
          this.#learn(hintOf(event.data, event.streamId === this.names.begin, position));
        lowest = position;
      }
      if (page.length === 0) return this.#found(top, START);
    }
  }

  /**
   * Whether the log ends before a place that it had. A node that was the leader until a moment ago may tell so; where it
   * stays like that, an older log was put in the place of ours.
   */
  #isShorter(end: Position, upTo: Position): boolean {
    if (end >= upTo) this.#shorterFor = undefined;
    else this.#shorterFor ??= stopwatch();
    if ((this.#shorterFor?.() ?? 0) > this.staleMs) throw new Damaged('store.log-shortened', {});
    return end < upTo;
  }

  /** Events before a place, the last one first. */
  async #page(before: Position | undefined, count: number) {
    const page: { position: Position; event: NonNullable<AllStreamResolvedEvent['event']> }[] = [];
    const fromPosition = before === undefined ? 'end' : positionOf(before);
    await this.connection.read(
      (client) => client.readAll({ direction: 'backwards', fromPosition, maxCount: count, requiresLeader: true }),
      ({ event }) => {
        if (!event) return;
        const position = tokenOf(event.position);
        if (before === undefined || position < before) page.push({ position, event });
      },
    );
    return page;
  }

  #found(upTo: Position, last: Position): Position {
    this.#learn({ upTo, last });
    if (last > this.#told) this.#told = last;
    return last;
  }

  #learn(known: Known): void {
    if (known.upTo > this.#known.upTo) this.#known = known;
  }
}

/** What an event of the mechanics tells: nothing of ours comes before the log began; a lease says it in so many words. */
function hintOf(data: unknown, isBegin: boolean, position: Position): Known {
  if (isBegin) return { upTo: position, last: START };
  const { upTo, last } = ((data as { seen?: unknown } | null)?.seen ?? {}) as Partial<Record<keyof Known, unknown>>;
  return typeof upTo === 'string' && typeof last === 'string' && upTo < position
    ? { upTo, last }
    : { upTo: START, last: START };
}
