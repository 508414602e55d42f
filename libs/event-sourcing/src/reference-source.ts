import { TryLater } from './errors.js';
import type { Position, RecordedEvent } from './event.js';
import { categoryOf, START } from './event.js';
import type { EventStore } from './event-store.js';
import type { ReferenceAt, ReferencePart } from './reference.js';
import { ReferenceSource } from './reference.js';
import type { Upcasters } from './upcast.js';
import { upcast } from './upcast.js';
import { pause, within } from './waiting.js';

const PAGE = 1000;
const RETRY_MS = 1000;

/** The parts of all slices by name. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table holds parts of different values
export type AnyReferenceParts = Readonly<Record<string, ReferencePart<any>>>;

export interface ReferenceOptions {
  readonly upcasters?: Upcasters;
  /** How long `reached` waits, in milliseconds. */
  readonly patience?: number;
}

/**
 * Folds the streams of a few categories in memory. It reads only those: having read them to their end after a position
 * was known to be in the log, it has seen all that the position can mean to it, whatever else lies before it.
 */
export class FoldedReference extends ReferenceSource<Readonly<Record<string, unknown>>> {
  private readonly stopping = new AbortController();
  private readonly categories: readonly string[];
  private at: ReferenceAt<Readonly<Record<string, unknown>>>;
  /** The last event folded; `at.position` may be further on. */
  private folded: Position = START;
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
    this.categories = [...new Set(Object.values(parts).flatMap(({ categories }) => categories))];
    this.at = {
      value: Object.fromEntries(Object.entries(parts).map(([name, { initial }]) => [name, initial as unknown])),
      position: START,
    };
  }

  /** Folds what there is, then goes on whenever something is appended. */
  async start(): Promise<void> {
    await this.read(await this.store.head());
    if (this.categories.length > 0) this.following = this.follow();
  }

  async reached(position: Position): Promise<ReferenceAt<Readonly<Record<string, unknown>>>> {
    if (position > this.at.position)
      await within(this.options.patience ?? 2000, this.read(position), () => new TryLater('reference-behind', 1));
    return this.at;
  }

  current(): ReferenceAt<Readonly<Record<string, unknown>>> {
    return this.at;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
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

  private async readOnce(): Promise<void> {
    const target = this.wanted;
    try {
      let { value } = this.at;
      while (this.categories.length > 0) {
        const page = await this.store.readAll({ after: this.folded, categories: this.categories, limit: PAGE });
        if (page.length === 0) break;
        value = page.reduce((folded, event) => this.fold(folded, event), value);
        this.folded = page.at(-1)!.position;
        this.at = { value, position: this.folded > this.at.position ? this.folded : this.at.position };
      }
      if (target > this.at.position) this.at = { value, position: target };
    } finally {
      if (!this.nextReading) this.reading = undefined;
    }
  }

  private fold(value: Readonly<Record<string, unknown>>, stored: RecordedEvent): Readonly<Record<string, unknown>> {
    const event = upcast(this.options.upcasters ?? {}, stored);
    const category = categoryOf(event.stream);
    const changed: Record<string, unknown> = { ...value };
    for (const [name, part] of Object.entries(this.parts))
      if (part.categories.includes(category)) changed[name] = part.evolve(value[name], event) as unknown;
    return changed;
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const pages = this.store.subscribe({ after: this.folded, categories: this.categories, limit: PAGE }, signal);
        for await (const page of pages) await this.reached(page.at(-1)!.position);
      } catch {
        // What could not be read now is read by the next command that needs it, which tells its caller if it cannot.
        await pause(RETRY_MS, signal);
      }
    }
  }
}
