import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { decode, encode, MAGIC, type Record } from './record-format.js';
import { DELETED, type Placed, type Recorded } from './recorded.js';
import { rulesOf, type StreamRules } from './stream-rules.js';

export interface StreamState {
  /** All of them, by revision; what the rules hide stays in $all. */
  readonly events: Recorded[];
  rules: StreamRules;
  tombstone: Recorded | undefined;
}

/**
 * The log: one file that all nodes of a cluster read and the leader alone appends to. It is written before an answer
 * is given and not synced: a killed process keeps what it acknowledged, a power cut is not played.
 *
 * A leader that was frozen while another took over may still write. Records carry the epoch of their leader; whoever
 * reads ignores a record of an older epoch that lies behind a newer one, its writer included.
 */
export class Log {
  /** In the order of their positions. */
  readonly events: Recorded[] = [];
  readonly streams = new Map<string, StreamState>();
  /** The newest epoch in the log. */
  epoch = 0;
  /** Where the next record goes. */
  end = MAGIC.length;
  private readonly listeners = new Set<(events: readonly Recorded[]) => void>();
  private lastTick = 0n;

  private constructor(
    readonly file: string,
    private readonly fd: number,
  ) {}

  static open(file: string): Log {
    begin(file);
    const log = new Log(file, openSync(file, 'a+'));
    log.refresh();
    return log;
  }

  /** Takes in what others have written. */
  refresh(): void {
    const base = this.end;
    const bytes = this.readFrom(base);
    const fresh: Recorded[] = [];
    let offset = 0;
    for (let records = nextAppend(bytes, offset, base); records; records = nextAppend(bytes, offset, base)) {
      offset = records.at(-1)!.event.end - base;
      if (records[0]!.epoch < this.epoch) continue;
      this.epoch = records[0]!.epoch;
      fresh.push(...records.map(({ event }) => event));
    }
    this.end = base + offset;
    this.index(fresh);
  }

  private readFrom(position: number): Buffer {
    const bytes = Buffer.allocUnsafe(Math.max(0, fstatSync(this.fd).size - position));
    let read = 0;
    while (read < bytes.length) {
      const count = readSync(this.fd, bytes, read, bytes.length - read, position + read);
      if (count === 0) break;
      read += count;
    }
    return bytes.subarray(0, read);
  }

  /** What a new leader does first: it drops an append that its predecessor did not finish. */
  cutTornEnd(): void {
    this.refresh();
    if (fstatSync(this.fd).size > this.end) ftruncateSync(this.fd, this.end);
  }

  /** Writes all of it or nothing; answers null when a newer leader has written meanwhile, which leaves it void. */
  append(placed: readonly Placed[], epoch: number): Recorded[] | null {
    if (epoch < this.epoch) return null;
    const { bytes, events } = encode(placed, { position: this.end, epoch, created: this.now() });
    writeSync(this.fd, bytes);
    if (fstatSync(this.fd).size !== this.end + bytes.length) return this.afterOthers(events, epoch);
    this.end += bytes.length;
    this.epoch = epoch;
    this.index(events);
    return events;
  }

  /** Somebody else had written before us: what we wrote lies behind it, if it counts at all. */
  private afterOthers(events: readonly Recorded[], epoch: number): Recorded[] | null {
    this.refresh();
    if (epoch < this.epoch) return null;
    return events.map(({ stream, revision }) => {
      const state = this.streams.get(stream)!;
      return revision === DELETED ? state.tombstone! : state.events[revision]!;
    });
  }

  private now(): string {
    const tick = BigInt(Date.now()) * 10_000n;
    this.lastTick = tick > this.lastTick ? tick : this.lastTick + 1n;
    return this.lastTick.toString();
  }

  private index(events: readonly Recorded[]): void {
    for (const event of events) {
      this.events.push(event);
      const state = this.stateOf(event.stream);
      if (event.revision === DELETED) state.tombstone = event;
      else state.events.push(event);
      if (event.stream.startsWith('$$')) this.stateOf(event.stream.slice(2)).rules = rulesOf(event.data);
    }
    if (events.length > 0) for (const listener of [...this.listeners]) listener(events);
  }

  private stateOf(stream: string): StreamState {
    let state = this.streams.get(stream);
    if (!state) this.streams.set(stream, (state = { events: [], rules: {}, tombstone: undefined }));
    return state;
  }

  /** The last revision of a stream: -1 when it has none, `DELETED` behind a tombstone. */
  lastRevision(stream: string): number {
    const state = this.streams.get(stream);
    if (!state) return -1;
    return state.tombstone ? DELETED : state.events.length - 1;
  }

  /** How many events lie before this position: the index of the first one at or behind it. */
  indexAt(position: number): number {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.events[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a record begins or ends here. Beyond the end is no boundary. */
  isBoundary(position: number): boolean {
    if (position === 0 || position === this.end) return true;
    const index = this.indexAt(position);
    return this.events[index]?.position === position || this.events[index - 1]?.end === position;
  }

  /** Is told of each append, once; answers how to stop that. */
  onCommitted(listener: (events: readonly Recorded[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    closeSync(this.fd);
  }
}

/** Whichever node of a cluster comes first. */
function begin(file: string): void {
  try {
    writeFileSync(file, MAGIC, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The records of one append, or null when its end is not there yet. */
function nextAppend(bytes: Buffer, offset: number, base: number): Record[] | null {
  const records: Record[] = [];
  for (;;) {
    const record = decode(bytes, records.length === 0 ? offset : records.at(-1)!.event.end - base, base);
    if (!record) return null;
    records.push(record);
    if (record.rest === 0) return records;
  }
}
