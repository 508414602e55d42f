import { TryLater } from './errors.js';
import type { Position, RecordedEvent } from './event.js';
import { categoryOf, START } from './event.js';
import type { EventStore } from './event-store.js';
import type { KnownTypes } from './known-types.js';
import { UnknownEventType } from './known-types.js';
import type { AnyReferenceParts, ReferenceAt, ReferenceValues } from './reference.js';
import { ReferenceSource } from './reference.js';
import type { SnapshotStore } from './reference-snapshot.js';
import { SnapshotKeeper } from './reference-snapshot.js';
import type { Upcasters } from './upcast.js';
import { upcast } from './upcast.js';
import { pause, untilAborted, within } from './waiting.js';

const PAGE = 1000;
const RETRY_MS = 1000;

export interface ReferenceOptions {
  readonly upcasters?: Upcasters;
  /** What this release understands; left out, everything. */
  readonly knownTypes?: KnownTypes;
  /** Where to go on from at the next start. */
  readonly snapshots?: SnapshotStore;
  /** How long `reached` waits, in milliseconds. */
  readonly patience?: number;
  readonly log?: (line: string) => void;
}

/**
 * Folds the streams of a few categories in memory. It begins with what it needs from the log, read by category; then it
 * follows all of it, so that it knows how far it has come without looking through the same part again. Values never
 * change; a new one takes the place of the old one in one step.
 */
export class FoldedReference extends ReferenceSource<ReferenceValues> {
  private readonly stopping = new AbortController();
  private readonly categories: readonly string[];
  private readonly snapshots: SnapshotKeeper | undefined;
  /** All events of the categories up to `position` are folded. */
  private at: ReferenceAt<ReferenceValues>;
  /** The last event that came by in a page; none of the categories lies between it and the place reached. */
  private last: RecordedEvent | undefined;
  /** The first event that this release does not understand: nothing is folded from there on. */
  private beyond: RecordedEvent | undefined;
  private wanted: Position = START;
  private reading: Promise<void> | undefined;
  private nextReading: Promise<void> | undefined;
  private following: Promise<void> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly parts: AnyReferenceParts,
    private readonly options: ReferenceOptions = {},
  ) {
    super();
    const { snapshots, log } = options;
    this.categories = [...new Set(Object.values(parts).flatMap(({ categories }) => categories))];
    this.snapshots = snapshots && new SnapshotKeeper(snapshots, parts, log);
    this.at = {
      value: Object.fromEntries(Object.entries(parts).map(([name, { initial }]) => [name, initial as unknown])),
      position: START,
    };
  }

  /** Folds what there is, beginning from the last snapshot, then goes on whenever something is appended. */
  async start(): Promise<void> {
    this.at = (await this.snapshots?.load(this.store)) ?? this.at;
    const from = this.at.position;
    await this.read(await this.store.head()).catch((error) => {
      if (!(error instanceof UnknownEventType)) throw error;
    });
    this.passed(await this.store.countAfter(from));
    this.following = this.follow();
  }

  /**
   * @param position of an event, or a head that the store told.
   * @throws UnknownEventType when that lies beyond what this release understands.
   */
  async reached(position: Position): Promise<ReferenceAt<ReferenceValues>> {
    this.mustUnderstand(position);
    if (position > this.at.position && !this.beyond)
      await within(this.options.patience ?? 2000, this.read(position), () => new TryLater('reference-behind', 1));
    this.mustUnderstand(position);
    return this.at;
  }

  current(): ReferenceAt<ReferenceValues> {
    return this.at;
  }

  /** The type of the event before which it stopped, because only a newer release understands it. */
  get unknown(): string | undefined {
    return this.beyond?.type;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
    if (this.last) await this.snapshots?.save({ value: this.at.value, last: this.last });
  }

  private passed(events: number): void {
    if (this.last) this.snapshots?.passed(events, { value: this.at.value, last: this.last });
  }

  private mustUnderstand(position: Position): void {
    if (this.beyond && position >= this.beyond.position) throw new UnknownEventType(this.beyond.type);
  }

  /** Reads up to a position that is known to be in the log. Who asks during a reading shares the one after it. */
  private read(position: Position): Promise<void> {
    if (position > this.wanted) this.wanted = position;
    if (!this.reading) return (this.reading = this.readOnce());
    this.nextReading ??= this.reading
      .catch(() => undefined)
      .then(() => {
        this.nextReading = undefined;
        return (this.reading = this.readOnce());
      });
    return this.nextReading;
  }

  /** What it wants was in the log before it reads, so that an empty page says that all up to there was folded. */
  private async readOnce(): Promise<void> {
    const target = this.wanted;
    try {
      while (this.categories.length > 0 && target > this.at.position) {
        const page = await this.store.readAll({ after: this.at.position, categories: this.categories, limit: PAGE });
        if (page.length === 0) break;
        this.take(page);
      }
      if (target > this.at.position) this.at = { value: this.at.value, position: target };
    } finally {
      if (!this.nextReading) this.reading = undefined;
    }
  }

  /**
   * Folds what is new in a page that leaves out nothing of the categories between the place reached and its own end.
   * @throws UnknownEventType after folding what comes before an event that this release does not understand.
   */
  private take(page: readonly RecordedEvent[]): void {
    const { value, position } = this.at;
    const end = page.at(-1)!;
    if (end.position <= position) return;
    const mine = page.filter(
      (event) => event.position > position && this.categories.includes(categoryOf(event.stream)),
    );
    const understood = this.options.knownTypes?.understood(mine) ?? mine;
    const folded = understood.reduce((before, event) => this.fold(before, event), value);
    this.beyond = mine[understood.length];
    const last = this.beyond ? understood.at(-1) : end;
    this.last = last ?? this.last;
    this.at = { value: folded, position: last?.position ?? position };
    if (this.beyond) throw new UnknownEventType(this.beyond.type);
  }

  private fold(value: ReferenceValues, stored: RecordedEvent): ReferenceValues {
    const event = upcast(this.options.upcasters ?? {}, stored);
    const category = categoryOf(event.stream);
    const changed: Record<string, unknown> = { ...value };
    for (const [name, part] of Object.entries(this.parts))
      if (part.categories.includes(category)) changed[name] = part.evolve(value[name], event) as unknown;
    return changed;
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted && !this.beyond) {
      try {
        const pages = this.store.subscribe({ after: this.at.position, limit: PAGE }, signal);
        for await (const page of untilAborted(pages, signal)) {
          this.take(page);
          this.passed(page.length);
        }
      } catch {
        // What could not be read now is read by the next command that needs it, which tells its caller if it cannot.
        await pause(RETRY_MS, signal);
      }
    }
  }
}
