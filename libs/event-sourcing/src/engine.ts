import { wrongPlace } from './checkpoints.js';
import type { Clock } from './clock.js';
import type { CheckContext } from './effect.js';
import type { CommandEnded, CommandRequest, Receipt } from './engine.types.js';
import { codeOf, Refused, TryLater } from './errors.js';
import type { Actor, DomainEvent, Instant, Position, RecordedEvent } from './event.js';
import { START } from './event.js';
import type { EventStore, ParkedEvent } from './event-store.js';
import type { Authorize, ExecuteParts } from './execute.js';
import { execute, streamOf } from './execute.js';
import type { Feature } from './feature.js';
import { knownBy, knownMoments } from './known-moments.js';
import type { ViewStatus } from './projector.js';
import { Projector } from './projector.js';
import type { PrivateStore } from './private-store.js';
import type { Language } from './language.js';
import type { QueryContext } from './query.js';
import type { ReactionStatus } from './reactions.js';
import { ReactionRunner } from './reactions.js';
import { RecentStreams } from './recent-streams.js';
import { recordedBetween } from './recorded-between.js';
import type { SnapshotStore } from './reference-snapshot.js';
import { FoldedReference } from './reference-source.js';
import type { Registry } from './registry.js';
import { registryOf } from './registry.js';
import { CommandRehearsal } from './rehearsal.js';
import type { Rehearsal } from './rehearsal.types.js';
import type { Codec } from './sealing.js';
import { upcast } from './upcast.js';
import type { ViewDatabase } from './views.js';
import { pause, stopwatch, Turns, within } from './waiting.js';
import { Works } from './works.js';

export interface EngineParts {
  readonly features: readonly Feature[];
  readonly store: EventStore;
  readonly views: ViewDatabase;
  readonly codec: Codec;
  readonly clock: Clock;
  readonly authorize: Authorize;
  readonly privateStore: Pick<PrivateStore, 'people' | 'contacts' | 'document'>;
  readonly log?: (line: string) => void;
  /** False on a node that leaves the reactions to others: it takes commands and answers questions only. */
  readonly reactions?: boolean;
  /** Told of each command when it has ended, also of those of reactions: for counts and logs. */
  readonly onCommand?: (ended: CommandEnded) => void;
  /** Where reference data goes on from at the next start. */
  readonly snapshots?: SnapshotStore;
  /** How long commands wait for reference data and readers for views, in milliseconds. */
  readonly patience?: number;
  /** The first pause of a reaction that failed, in milliseconds. */
  readonly firstPause?: number;
  /** See `ExecuteParts`; the whole pause each time when left out. */
  readonly spread?: () => number;
}

/** How the engine stands, for `/readyz`. */
export interface EngineStatus {
  /** Store and disk answer, and no view is still missing. Failed views and parked events are for people to look at. */
  readonly ready: boolean;
  readonly head: Position;
  readonly reference: Position;
  /** Events that the views that serve have not seen yet. */
  readonly lag: number;
  readonly views: readonly ViewStatus[];
  readonly reactions: readonly ReactionStatus[];
  readonly parked: readonly ParkedEvent[];
  /** The last error of store or disk that the views wait for. */
  readonly trouble: string | null;
  /** The event before which views or reference data stopped, because only a newer release understands its type. */
  readonly unknown: { readonly type: string } | null;
  /** The code of what keeps the reference data from the end of the log. */
  readonly referenceTrouble: string | null;
}

/** What only the store can tell. */
type Asked = Pick<EngineStatus, 'head' | 'lag' | 'parked' | 'referenceTrouble'>;

/** How long `stop` takes at the most. */
const STOP_MS = 10_000;
/** How long `status` waits for the store before it tells what it knew last. */
const STATUS_MS = 500;

/** How long a command waits for those before it on its stream: a store that hangs holds up each of them in turn. */
const TURN_MS = 10_000;
const busy = (): TryLater => new TryLater('stream.busy', 1);

/** The slices at work: takes commands, keeps reference data and views up to date, runs the reactions. */
export class Engine {
  readonly registry: Registry;
  readonly projector: Projector;
  private readonly reference: FoldedReference;
  private readonly runners: readonly ReactionRunner[];
  private readonly deciding: ExecuteParts;
  /** What takes long, here and in the effects of this process. */
  readonly works = new Works();
  private readonly turns = new Turns();
  private inFlight = 0;
  private stopping = false;
  private asked: Asked = { head: START, lag: 0, parked: [], referenceTrouble: null };
  private asking: Promise<Asked> | undefined;

  /** @throws Error when two slices claim one name. */
  constructor(private readonly parts: EngineParts) {
    const { store, codec, views, clock, authorize, snapshots, log, firstPause, patience } = parts;
    this.registry = registryOf(parts.features);
    const { upcasters, reactions, reference, knownTypes } = this.registry;
    const projections = [...this.registry.projections, knownMoments];
    const common = { upcasters, knownTypes, ...(log && { log }) };
    this.reference = new FoldedReference(store, reference, {
      ...common,
      ...(snapshots && { snapshots }),
      ...(patience !== undefined && { patience }),
    });
    this.projector = new Projector({ ...common, store, views, codec, projections });
    const streams = new RecentStreams(store, upcasters, undefined, knownTypes);
    const spread = parts.spread ?? (() => 1);
    this.deciding = { store, streams, codec, clock, authorize, upcasters, spread, reference: this.reference };
    const forReactions = {
      ...{ ...common, store, codec, views, reference: this.reference },
      viewsReached: (position: Position) => this.projector.waitFor(position, patience),
      dispatch: (request: CommandRequest) => this.dispatch(request),
      works: this.works,
      ...(firstPause !== undefined && { firstPause }),
    };
    const mine = parts.reactions === false ? [] : reactions;
    this.runners = mine.map((reaction) => new ReactionRunner(reaction, forReactions));
  }

  /** @throws Unusable when views and log do not belong together. */
  async start(): Promise<void> {
    await this.reference.start();
    await this.projector.start();
    await Promise.all(this.runners.map((runner) => runner.start()));
  }

  /** Decides a command and appends what was decided. Commands on one stream go one after the other. */
  async dispatch(request: CommandRequest): Promise<Receipt> {
    const command = this.registry.commands.get(request.command);
    if (!command) throw new Error(`there is no command ${request.command}`);
    if (this.stopping) throw new TryLater('stopping', 5);
    this.inFlight++;
    const took = stopwatch();
    const tell = (end: Pick<CommandEnded, 'receipt' | 'error'>): void =>
      this.parts.onCommand?.({ request, milliseconds: took(), ...end });
    try {
      const work = (): Promise<Receipt> => execute(this.deciding, command, request);
      const receipt = await this.turns.inTurnWithin(TURN_MS, streamOf(command, request), work, busy);
      tell({ receipt });
      return receipt;
    } catch (error) {
      tell({ error });
      throw error;
    } finally {
      this.inFlight--;
    }
  }

  /**
   * Waits until views and reference data have seen a position that an earlier answer gave.
   * @throws Refused `position.unknown` for a place that the log has not reached; TryLater when it takes too long.
   */
  async reached(position: Position): Promise<void> {
    const { position: folded } = this.reference.current();
    const isBehind = position > this.projector.position || position > folded;
    if (isBehind && (await wrongPlace(this.parts.store, position))) throw new Refused('position.unknown', {}, 400);
    await Promise.all([this.projector.waitFor(position, this.parts.patience), this.reference.reached(position)]);
  }

  /** Waits until views and the reactions that run here have seen the whole log and no reaction has added to it. */
  async settled(milliseconds = 60_000): Promise<void> {
    const waited = stopwatch();
    const left = (): number => Math.max(1, milliseconds - waited());
    for (;;) {
      const head = await this.parts.store.head();
      await this.projector.filled();
      await this.projector.waitFor(head, left());
      await this.reference.reached(head);
      for (const runner of this.runners) if (!runner.isStandingBy) await runner.waitFor(head, left());
      if ((await this.parts.store.head()) === head) return;
    }
  }

  /** What was recorded after a position, up to another, as it is stored. */
  recordedBetween(after: Position, upTo: Position): Promise<readonly RecordedEvent[]> {
    return recordedBetween(this.parts.store, after, upTo);
  }

  /** What a query is asked with. */
  queryContext(actor: Actor, language: Language): QueryContext {
    const { clock, views, privateStore } = this.parts;
    return {
      now: clock.now(),
      actor,
      language,
      reference: this.reference.current().value,
      views,
      readStream: <E extends DomainEvent>(stream: string, until?: Instant) => this.readStream<E>(stream, until),
      people: (ids) => privateStore.people(ids),
      contacts: (ids) => privateStore.contacts(ids),
      document: (id) => privateStore.document(id),
      works: () => this.works.list(),
      rehearsal: () => this.rehearsal(),
    };
  }

  /** A rehearsal on all that is recorded by now. */
  async rehearsal(): Promise<Rehearsal> {
    const reference = await this.reference.reached(await this.parts.store.head());
    return new CommandRehearsal(this.deciding, this.registry, reference);
  }

  /** What an effect looks at right before it acts: streams, and reference data that have seen the whole log. */
  checkContext(): CheckContext {
    return {
      now: this.parts.clock.now(),
      reference: async () => (await this.reference.reached(await this.parts.store.head())).value,
      readStream: <E extends DomainEvent>(stream: string) => this.readStream<E>(stream),
    };
  }

  /** Also where the store does not answer: then with what it last told. */
  async status(): Promise<EngineStatus> {
    const asked = await this.ask();
    const trouble = this.projector.trouble ?? null;
    const type = this.projector.unknown ?? this.reference.unknown;
    const unknown = type === undefined ? null : { type };
    const storeAnswers = this.parts.store.status().trouble === null;
    const isMissing = this.registry.projections.some(({ name }) => this.isMissing(name));
    return {
      ...asked,
      ...{ trouble, unknown },
      ready: trouble === null && unknown === null && storeAnswers && !isMissing,
      views: this.projector.status(),
      reactions: this.runners.map((runner) => runner.status()),
      reference: this.reference.current().position,
    };
  }

  /**
   * Takes no more commands, finishes those in flight, and lets go of the log. What does not answer by then is not waited
   * for any longer.
   */
  async stop(milliseconds = STOP_MS): Promise<void> {
    this.stopping = true;
    const waited = stopwatch();
    while (this.inFlight > 0 && waited() < milliseconds) await pause(10);
    const followers = [...this.runners, this.projector, this.reference];
    const stopped = Promise.allSettled(followers.map((follower) => follower.stop()));
    await within(Math.max(0, milliseconds - waited()), stopped, () => new TryLater('stopping', 5)).catch(
      () => undefined,
    );
  }

  /** One question at a time: where the store stands still, those who ask do not pile up. */
  private async ask(): Promise<Asked> {
    const { store } = this.parts;
    const ask = async (): Promise<Asked> => {
      const [head, parked, lag] = await Promise.all([
        store.head(),
        store.parked(),
        store.countAfter(this.projector.position),
      ]);
      const referenceTrouble = await this.reference.reached(head).then(
        () => null,
        (error: unknown) => codeOf(error),
      );
      return (this.asked = { head, parked, lag, referenceTrouble });
    };
    this.asking ??= ask().finally(() => (this.asking = undefined));
    return within(STATUS_MS, this.asking, () => new TryLater('store.slow', 1)).catch(() => this.asked);
  }

  /** A view of an older version that still serves is not missing. */
  private isMissing(view: string): boolean {
    try {
      this.parts.views.view(view);
      return false;
    } catch (error) {
      return error instanceof TryLater && error.code === 'view-building';
    }
  }

  private async readStream<E extends DomainEvent>(stream: string, until?: Instant): Promise<RecordedEvent<E>[]> {
    const stored = await this.parts.store.readStream(stream);
    const known = until === undefined ? stored : stored.slice(0, knownBy(this.parts.views, stored, until));
    this.registry.knownTypes.mustKnow(known);
    const opened = await this.parts.codec.open(known);
    return opened.map((event) => upcast(this.registry.upcasters, event)) as RecordedEvent<E>[];
  }
}
