import type { Landmark } from './checkpoints.js';
import { landmarkOf, wrongPlace } from './checkpoints.js';
import type { Position, RecordedEvent } from './event.js';
import type { EventStore } from './event-store.js';
import type { AnyReferenceParts, ReferenceAt, ReferenceValues } from './reference.js';
import { stopwatch } from './waiting.js';

/** A part of the reference data, or a piece of a part that is kept in several. */
export interface SnapshotPiece {
  readonly part: string;
  readonly value: unknown;
}

/** Reference data as it was folded up to an event, cut into pieces that are quickly written and read. */
export interface Snapshot {
  readonly position: Position;
  readonly landmark: Landmark;
  readonly pieces: Iterable<SnapshotPiece>;
}

/** Keeps the last snapshot. Disposable: without one the reference data is folded anew from the log. */
export abstract class SnapshotStore {
  /** The last one, undefined when there is none, it is damaged, or any other program made it than this one. */
  abstract load(): Promise<Snapshot | undefined>;

  /** Writes one in the place of the last, piece by piece, so that others have their turn in between. */
  abstract save(snapshot: Snapshot): Promise<void>;
}

/** Reference data with the last event that was seen: none of its own came after that one. */
export interface Seen {
  readonly value: ReferenceValues;
  readonly last: RecordedEvent;
}

/** A snapshot is written when so many events have passed since the last one, but not more often than this. */
export interface SnapshotRhythm {
  readonly events: number;
  readonly milliseconds: number;
}

const RHYTHM: SnapshotRhythm = { events: 5000, milliseconds: 300_000 };

/** Loads the snapshot that fits a log, and writes new ones in the background. */
export class SnapshotKeeper {
  private position: Position | undefined;
  private passedSince = 0;
  private since: (() => number) | undefined;
  private saving: Promise<void> = Promise.resolve();
  private isSaving = false;

  constructor(
    private readonly store: SnapshotStore,
    private readonly parts: AnyReferenceParts,
    private readonly log: (line: string) => void = () => {},
    private readonly rhythm = RHYTHM,
  ) {}

  /** The last snapshot, if it is of this log; of one that was restored or belongs to another it is not. */
  async load(log: EventStore): Promise<ReferenceAt<ReferenceValues> | undefined> {
    try {
      const snapshot = await this.store.load();
      if (!snapshot || (await wrongPlace(log, snapshot.position, snapshot.landmark))) return undefined;
      const value = joined(this.parts, [...snapshot.pieces]);
      this.position = snapshot.position;
      return { value, position: snapshot.position };
    } catch (error) {
      this.log(`the snapshot of the reference data could not be used: ${nameOf(error)}`);
      return undefined;
    }
  }

  /** Told what has passed; begins to write when it is time. */
  passed(events: number, seen: Seen): void {
    this.passedSince += events;
    const isTime = this.since === undefined || this.since() >= this.rhythm.milliseconds;
    if (isTime && !this.isSaving && this.passedSince >= this.rhythm.events) void this.save(seen);
  }

  /** Writes what is not written yet. Never throws: without a snapshot the next start takes longer, that is all. */
  save(seen: Seen): Promise<void> {
    this.saving = this.saving.then(() => this.saveOnce(seen));
    return this.saving;
  }

  private async saveOnce({ value, last }: Seen): Promise<void> {
    const { position } = last;
    if (position === this.position) return;
    this.isSaving = true;
    this.passedSince = 0;
    try {
      await this.store.save({ position, landmark: landmarkOf(last), pieces: piecesOf(this.parts, value) });
      this.position = position;
    } catch (error) {
      this.log(`the snapshot of the reference data could not be written: ${nameOf(error)}`);
    } finally {
      this.since = stopwatch();
      this.isSaving = false;
    }
  }
}

function* piecesOf(parts: AnyReferenceParts, value: ReferenceValues): Generator<SnapshotPiece> {
  for (const [part, { inPieces }] of Object.entries(parts))
    for (const piece of inPieces ? inPieces.split(value[part]) : [value[part]]) yield { part, value: piece };
}

function joined(parts: AnyReferenceParts, pieces: readonly SnapshotPiece[]): ReferenceValues {
  const of = (name: string): unknown[] => pieces.filter(({ part }) => part === name).map(({ value }) => value);
  const valueOf = (name: string): unknown => {
    const { inPieces } = parts[name]!;
    if (inPieces) return inPieces.join(of(name));
    if (of(name).length !== 1) throw new RangeError(`a snapshot without ${name}`);
    return of(name)[0];
  };
  return Object.fromEntries(Object.keys(parts).map((name) => [name, valueOf(name)]));
}

const nameOf = (error: unknown): string =>
  error instanceof Error ? ((error as { code?: string }).code ?? error.name) : typeof error;
