import { reactionTrouble, wrongPlace } from './checkpoints.js';
import type { CommandRequest } from './engine.types.js';
import { codeOf, LeaseLost, Refused, RevisionConflict, TryLater } from './errors.js';
import type { Position, RecordedEvent } from './event.js';
import { START } from './event.js';
import type { EventStore, Lease } from './event-store.js';
import type { KnownTypes } from './known-types.js';
import { UnknownEventType } from './known-types.js';
import type { ReadDatabase } from './projection.js';
import type { AnyReaction, ReactionCommand, ReactionContext } from './reaction.js';
import { requestOf } from './reaction.js';
import type { ReferenceSource } from './reference.js';
import type { Codec } from './sealing.js';
import type { Upcasters } from './upcast.js';
import { upcast } from './upcast.js';
import { pause, Progress, untilAborted } from './waiting.js';
import type { WorkInHand } from './works.js';
import { Works } from './works.js';

const PAGE = 500;
/** An event is parked after so many failures of its own. */
const ATTEMPTS = 10;
const LONGEST_PAUSE_MS = 30_000;
/** After what only a new release or a restored log mends, the pause is that after so many failures. */
const MANY = 9;
/** How long a start waits for the lease before it leaves the waiting to the background. */
const LONGEST_START_MS = 1000;
/** Pages without an event of its kind are not worth a write each; after so many events the place is saved anyway. */
const SAVE_EVERY = 1000;

export interface ReactionParts {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly upcasters: Upcasters;
  /** What this release understands; left out, everything. */
  readonly knownTypes?: KnownTypes;
  readonly reference: ReferenceSource<unknown>;
  readonly views: ReadDatabase;
  /** Waits until the views have seen a position. */
  readonly viewsReached: (position: Position) => Promise<void>;
  readonly dispatch: (request: CommandRequest) => Promise<unknown>;
  readonly log?: (line: string) => void;
  /** Where it is told how far a long list of commands is. */
  readonly works?: Works;
  /** The pause after the first failure, in milliseconds; doubled after each further one. */
  readonly firstPause?: number;
}

/** One reaction as `/readyz` shows it. */
export interface ReactionStatus {
  readonly name: string;
  /** `standing-by`: another process runs it, and this one would take over. */
  readonly state: 'running' | 'standing-by';
  readonly position: Position;
  /** What it waits for, with the event in hand if it is that one's, and how often it was tried. */
  readonly trouble?: { readonly eventId: string | null; readonly error: string; readonly attempts: number };
  /** How far it is with an event that asks for many commands. */
  readonly work?: { readonly eventId: string; readonly done: number; readonly total: number };
}

/** Runs one reaction over the log, one event after the other, while it holds the reaction's lease. */
export class ReactionRunner {
  private readonly stopping = new AbortController();
  private readonly progress = new Progress();
  private readonly types: ReadonlySet<string>;
  private running: Promise<void> | undefined;
  private standsBy = true;
  private unsaved = 0;
  private trouble: ReactionStatus['trouble'];
  private readonly works: Works;

  constructor(
    private readonly reaction: AnyReaction,
    private readonly parts: ReactionParts,
  ) {
    this.types = new Set(Object.keys(reaction.on));
    this.works = parts.works ?? new Works();
  }

  /** Answers when it runs, or something is wrong; where another process has it, it waits for its turn in the background. */
  async start(): Promise<void> {
    const begun = new Promise<void>((resolve) => {
      this.running = this.run(resolve);
    });
    await Promise.race([begun, pause(LONGEST_START_MS)]);
  }

  status(): ReactionStatus {
    const work = this.works.list().find(({ name }) => name === this.reaction.name);
    return {
      name: this.reaction.name,
      state: this.standsBy ? 'standing-by' : 'running',
      position: this.progress.position,
      ...(this.trouble && { trouble: this.trouble }),
      ...(work && { work: inHand(work) }),
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

  /** Whether another process does the work, so that nobody here knows how far it has come. */
  get isStandingBy(): boolean {
    return this.standsBy;
  }

  private async run(begun: () => void): Promise<void> {
    const { signal } = this.stopping;
    for (let failures = 0; !signal.aborted;) {
      const onward = (): void => {
        failures = 0;
        if (this.trouble?.eventId === null) this.trouble = undefined;
      };
      try {
        await this.holdAndFollow(begun, onward);
      } catch (error) {
        // Somebody else does it now: nothing is wrong, this one waits for its turn again.
        if (signal.aborted || error instanceof LeaseLost) continue;
        failures = isLasting(error) ? MANY : failures + 1;
        this.trouble = { eventId: null, error: codeOf(error), attempts: failures };
        begun();
        await this.backOff(failures, signal);
      }
    }
  }

  /** Takes the lease and handles what comes until it is lost or the runner stops. */
  private async holdAndFollow(begun: () => void, onward: () => void): Promise<void> {
    const { store } = this.parts;
    this.standsBy = true;
    const lease = await store.lease(this.reaction.name, this.stopping.signal);
    if (!lease) return;
    this.standsBy = false;
    try {
      const after = lease.position ?? (await this.begin(lease));
      const wrong = await wrongPlace(store, after);
      if (wrong) throw new WrongPlace(reactionTrouble[wrong]);
      this.progress.reach(after);
      begun();
      const signal = AbortSignal.any([this.stopping.signal, lease.lost]);
      const pages = store.subscribe({ after, limit: PAGE }, signal);
      for await (const page of untilAborted(pages, signal)) {
        await this.handlePage(page, lease, signal);
        onward();
      }
      if (!lease.lost.aborted) await this.save(lease);
    } finally {
      if (lease.lost.aborted) this.trouble = undefined;
      await lease.release().catch(() => undefined);
    }
  }

  /** A new reaction stores where it begins, so that a crash does not move the place. */
  private async begin(lease: Lease): Promise<Position> {
    const position = this.reaction.startAt === 'head' ? await this.parts.store.head() : START;
    await lease.save(position);
    return position;
  }

  /**
   * The place is saved once a page: what is handled again after a crash does nothing again. Before an event that only a
   * newer release understands it stops, and leaves it to a process that runs that one.
   */
  private async handlePage(page: readonly RecordedEvent[], lease: Lease, signal: AbortSignal): Promise<void> {
    const understood = this.parts.knownTypes?.understood(page) ?? page;
    const mine = understood.filter(({ type }) => this.types.has(type));
    for (const event of await this.parts.codec.open(mine)) {
      await this.handle(upcast(this.parts.upcasters, event), signal);
      if (signal.aborted) return;
      this.progress.reach(event.position);
    }
    if (signal.aborted) return;
    this.progress.reach(understood.at(-1)?.position ?? START);
    this.unsaved += understood.length;
    if (mine.length > 0 || this.unsaved >= SAVE_EVERY) await this.save(lease);
    await this.mustUnderstand(page[understood.length], lease);
  }

  private async mustUnderstand(next: RecordedEvent | undefined, lease: Lease): Promise<void> {
    if (!next) return;
    if (this.unsaved > 0) await this.save(lease);
    throw new UnknownEventType(next.type);
  }

  private async save(lease: Lease): Promise<void> {
    await lease.save(this.progress.position);
    this.unsaved = 0;
  }

  /**
   * Tries until the event is handled or parked. What is not the event's fault (a view that is behind, a full disk) is
   * tried for ever and never parks it.
   */
  private async handle(event: RecordedEvent, signal: AbortSignal): Promise<void> {
    for (let failures = 0, waits = 0; !signal.aborted;) {
      try {
        await this.react(event, signal);
        this.trouble = undefined;
        return;
      } catch (error) {
        const isPassing = error instanceof TryLater || error instanceof RevisionConflict;
        if (isPassing) waits++;
        else failures++;
        this.trouble = { eventId: event.id, error: codeOf(error), attempts: failures + waits };
        if (failures === ATTEMPTS) return this.park(event, codeOf(error));
        await this.backOff(isPassing ? waits : failures, signal);
      }
    }
  }

  private async react(event: RecordedEvent, signal: AbortSignal): Promise<void> {
    const { reference, views, viewsReached } = this.parts;
    await viewsReached(event.position);
    const context: ReactionContext = { reference: (await reference.reached(event.position)).value, views };
    const react = this.reaction.on[event.type] as (
      event: RecordedEvent,
      context: ReactionContext,
    ) => readonly ReactionCommand[];
    const { name } = this.reaction;
    await this.works.through({ name, by: event.id }, react(event, context), async (command, index) => {
      if (signal.aborted) return 'stop';
      try {
        await this.parts.dispatch(requestOf(name, event, command, index));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
      return 'on';
    });
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

  private backOff(times: number, signal: AbortSignal): Promise<void> {
    const { firstPause = 100 } = this.parts;
    return pause(Math.min(LONGEST_PAUSE_MS, firstPause * 2 ** (times - 1)), signal);
  }
}

const inHand = ({ by, done, total }: WorkInHand): ReactionStatus['work'] => ({ eventId: by, done, total });

/** The stored place of a reaction is none of this log. */
class WrongPlace extends TryLater {
  constructor(code: string) {
    super(code, 60);
  }
}

/** Trying again soon does not help; what is tried anyway is whether the log was mended, or a newer release took over. */
const isLasting = (error: unknown): boolean => error instanceof WrongPlace || error instanceof UnknownEventType;
