import type { CommandRequest } from './engine.types.js';
import { Refused, RevisionConflict, TryLater } from './errors.js';
import type { Actor, Position, RecordedEvent } from './event.js';
import { START } from './event.js';
import type { EventStore, Lease } from './event-store.js';
import { uuidv5 } from './ids.js';
import type { ReadDatabase } from './projection.js';
import type { AnyReaction, ReactionCommand, ReactionContext } from './reaction.js';
import type { ReferenceSource } from './reference.js';
import type { Codec } from './sealing.js';
import type { Upcasters } from './upcast.js';
import { upcast } from './upcast.js';
import { pause, Progress } from './waiting.js';

/** Who acts when nobody does: reactions and sweeps. */
export const SYSTEM: Actor = { id: '00000000-0000-0000-0000-000000000000', role: 'system' };

const PAGE = 500;
/** An event is parked after so many failures of its own. */
const ATTEMPTS = 10;
const LONGEST_PAUSE_MS = 30_000;
/** How long a start waits for the lease before it leaves the waiting to the background. */
const LONGEST_START_MS = 1000;
/** Pages without an event of its kind are not worth a write each; after so many events the place is saved anyway. */
const SAVE_EVERY = 1000;

export interface ReactionParts {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly upcasters: Upcasters;
  readonly reference: ReferenceSource<unknown>;
  readonly views: ReadDatabase;
  /** Waits until the views have seen a position. */
  readonly viewsReached: (position: Position) => Promise<void>;
  readonly dispatch: (request: CommandRequest) => Promise<unknown>;
  readonly log?: (line: string) => void;
  /** The pause after the first failure, in milliseconds; doubled after each further one. */
  readonly firstPause?: number;
}

/** One reaction as `/readyz` shows it. */
export interface ReactionStatus {
  readonly name: string;
  /** `standing-by`: another process runs it, and this one would take over. */
  readonly state: 'running' | 'standing-by';
  readonly position: Position;
  /** What the event in hand waits for or failed with, and how often it was tried. */
  readonly trouble?: { readonly eventId: string | null; readonly error: string; readonly attempts: number };
}

/** Runs one reaction over the log, one event after the other, while it holds the reaction's lease. */
export class ReactionRunner {
  private readonly stopping = new AbortController();
  private readonly progress = new Progress();
  private readonly types: ReadonlySet<string>;
  private running: Promise<void> | undefined;
  private lease: Lease | undefined;
  private unsaved = 0;
  private trouble: ReactionStatus['trouble'];

  constructor(
    private readonly reaction: AnyReaction,
    private readonly parts: ReactionParts,
  ) {
    this.types = new Set(Object.keys(reaction.on));
  }

  /** Answers when it runs; where another process has it, it waits for its turn in the background. */
  async start(): Promise<void> {
    const begun = new Promise<void>((resolve) => {
      this.running = this.run(resolve);
    });
    await Promise.race([begun, pause(LONGEST_START_MS)]);
  }

  status(): ReactionStatus {
    return {
      name: this.reaction.name,
      state: this.lease ? 'running' : 'standing-by',
      position: this.progress.position,
      ...(this.trouble && { trouble: this.trouble }),
    };
  }

  waitFor(position: Position, milliseconds: number): Promise<void> {
    return this.progress.waitFor(position, milliseconds, 'reaction-behind');
  }

  /** Ends after the command in hand, and lets the next process have it. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(begun: () => void): Promise<void> {
    const { signal } = this.stopping;
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        await this.holdAndFollow(() => {
          failures = 0;
          begun();
        });
      } catch (error) {
        if (signal.aborted) return;
        this.trouble = { eventId: null, error: codeOf(error), attempts: failures + 1 };
        await this.backOff(failures + 1);
      }
    }
  }

  /** Takes the lease and handles what comes until it is lost or the runner stops. */
  private async holdAndFollow(onward: () => void): Promise<void> {
    const { store } = this.parts;
    const lease = await store.lease(this.reaction.name, this.stopping.signal);
    if (!lease) return;
    this.lease = lease;
    try {
      const after = lease.position ?? (await this.begin(lease));
      this.progress.reach(after);
      onward();
      const signal = AbortSignal.any([this.stopping.signal, lease.lost]);
      for await (const page of store.subscribe({ after, limit: PAGE }, signal)) {
        await this.handlePage(page, signal);
        onward();
      }
      if (!lease.lost.aborted) await this.save();
    } finally {
      this.lease = undefined;
      await lease.release().catch(() => undefined);
    }
  }

  /** A new reaction stores where it begins, so that a crash does not move the place. */
  private async begin(lease: Lease): Promise<Position> {
    const position = this.reaction.startAt === 'head' ? await this.parts.store.head() : START;
    await lease.save(position);
    return position;
  }

  /** The checkpoint is saved once a page: what is handled again after a crash does nothing again. */
  private async handlePage(page: readonly RecordedEvent[], signal: AbortSignal): Promise<void> {
    const mine = page.filter(({ type }) => this.types.has(type));
    for (const event of await this.parts.codec.open(mine)) {
      await this.handle(upcast(this.parts.upcasters, event), signal);
      if (signal.aborted) return;
      this.progress.reach(event.position);
    }
    this.progress.reach(page.at(-1)!.position);
    this.unsaved += page.length;
    if (mine.length > 0 || this.unsaved >= SAVE_EVERY) await this.save();
  }

  private async save(): Promise<void> {
    await this.lease!.save(this.progress.position);
    this.unsaved = 0;
  }

  /**
   * Tries until the event is handled or parked. What is not the event's fault (a view that is behind, a full disk) is
   * tried for ever and never parks it.
   */
  private async handle(event: RecordedEvent, signal: AbortSignal): Promise<void> {
    for (let failures = 0, waits = 0; !signal.aborted;) {
      try {
        await this.react(event);
        this.trouble = undefined;
        return;
      } catch (error) {
        const isPassing = error instanceof TryLater || error instanceof RevisionConflict;
        if (isPassing) waits++;
        else failures++;
        this.trouble = { eventId: event.id, error: codeOf(error), attempts: failures + waits };
        if (failures === ATTEMPTS) return this.park(event, codeOf(error));
        await this.backOff(isPassing ? waits : failures);
      }
    }
  }

  private async react(event: RecordedEvent): Promise<void> {
    const { reference, views, viewsReached } = this.parts;
    await viewsReached(event.position);
    const context: ReactionContext = { reference: (await reference.reached(event.position)).value, views };
    const react = this.reaction.on[event.type] as (
      event: RecordedEvent,
      context: ReactionContext,
    ) => readonly ReactionCommand[];
    for (const [index, command] of react(event, context).entries()) {
      try {
        await this.parts.dispatch(requestOf(this.reaction.name, event, command, index));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }
  }

  private async park(event: RecordedEvent, error: string): Promise<void> {
    const { name } = this.reaction;
    await this.parts.store.park({
      reaction: name,
      eventId: event.id,
      position: event.position,
      error,
      attempts: ATTEMPTS,
    });
    this.trouble = undefined;
    this.parts.log?.(`the reaction ${name} gave up on event ${event.id} (${event.type}): ${error}`);
  }

  private backOff(times: number): Promise<void> {
    const { firstPause = 100 } = this.parts;
    return pause(Math.min(LONGEST_PAUSE_MS, firstPause * 2 ** (times - 1)), this.stopping.signal);
  }
}

const requestOf = (
  reaction: string,
  event: RecordedEvent,
  { command, subjectId, message }: ReactionCommand,
  index: number,
): CommandRequest => ({
  command,
  ...(subjectId !== undefined && { subjectId }),
  message,
  actor: SYSTEM,
  commandId: uuidv5(event.id, `${reaction}:${index}`),
  correlationId: event.meta.correlationId,
  causationId: event.id,
  byPerson: false,
});

/** A code or class name: the text of an error may hold data. */
const codeOf = (error: unknown): string =>
  error instanceof TryLater ? error.code : error instanceof Error ? error.constructor.name : typeof error;
