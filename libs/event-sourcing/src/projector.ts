import { viewUnusable, wrongPlace } from './checkpoints.js';
import { TryLater } from './errors.js';
import type { Instant, Position, RecordedEvent } from './event.js';
import type { EventStore } from './event-store.js';
import type { KnownTypes } from './known-types.js';
import { UnknownEventType } from './known-types.js';
import { HandlerFailed, project } from './project.js';
import type { AnyProjection } from './projection.js';
import type { Codec } from './sealing.js';
import type { Upcasters } from './upcast.js';
import { upcast } from './upcast.js';
import type { ViewBuild, ViewDatabase, ViewFailure } from './views.js';
import { breath, orAborted, pause, Progress, stopwatch, Turns, untilAborted } from './waiting.js';

/** Events of one transaction: enough to spread its cost, few enough that a request need not wait long for its turn. */
const PAGE = 1000;
/** A shorter page means that a build is so near the end of the log that the follower may wait for it. */
const NEARLY_THERE = 100;
/**
 * After a page of fewer events the follower rests, unless somebody waits for a position: so many times as long as the page
 * took, within these milliseconds. What comes meanwhile is taken in together: a transaction costs about as much for one
 * event as for fifty, and where thousands come most of them write the same pages of the file. Views are at most so much
 * further behind for whoever names no position, which nobody notices; the lag that is measured counts it in.
 */
const REST = { below: 500, times: 25, least: 40, most: 250 };
/** After a full disk and the like the same page is tried again this often. */
const RETRY_MS = 1000;

export interface ProjectorParts {
  readonly store: EventStore;
  readonly views: ViewDatabase;
  readonly codec: Codec;
  readonly upcasters: Upcasters;
  readonly projections: readonly AnyProjection[];
  /** What this release understands; left out, everything. */
  readonly knownTypes?: KnownTypes;
  readonly log?: (line: string) => void;
}

/** One view as `/readyz` and the rebuild command show it. */
export interface ViewStatus {
  readonly name: string;
  readonly version: number;
  readonly state: 'building' | 'live' | 'failed';
  readonly position: Position;
  /** Events read and to be read while it is being built. */
  readonly done: number;
  readonly total: number;
  readonly eventsPerSecond: number;
  readonly failure?: ViewFailure;
}

/**
 * Keeps the views up to date. One follower hands each page of the log to all views that serve, in one transaction; new
 * builds are filled beside it, from the beginning, and join the follower when they have caught up.
 */
export class Projector {
  private readonly stopping = new AbortController();
  private readonly turns = new Turns();
  private readonly progress = new Progress();
  private builds: ViewBuild[] = [];
  private following: Promise<void> | undefined;
  private filling: Promise<void> = Promise.resolve();
  private filledFor = (): number => 0;
  private filledEvents = 0;
  private isTroubled = (): void => {};
  /** The last error of store or disk, until the next page goes through. */
  trouble: string | undefined;
  /** The type of the event before which the views stopped, because only a newer release understands it. */
  unknown: string | undefined;
  /** Called with each page that the views that serve have taken in. */
  onAbsorbed: (page: readonly RecordedEvent[]) => void = () => {};

  constructor(private readonly parts: ProjectorParts) {}

  /**
   * Begins to follow the log. Answers when the views serve, or at once where that goes on in the background: so much has
   * to be read, or something stands in the way.
   * @throws Unusable when the place of a view is none of this log, as after a restore of an older one.
   */
  async start(): Promise<void> {
    const { store, views, projections } = this.parts;
    this.builds = [...views.open(projections)];
    await this.mustBelongToLog();
    const live = this.builds.filter(({ state }) => state === 'live');
    if (live.length > 0) this.follow(earliest(live));
    const missing = this.builds.filter(({ state }) => state === 'building');
    const toRead = missing.length > 0 || live.length === 0 ? await store.countAfter(earliest(missing)) : 0;
    const troubled = new Promise<void>((resolve) => (this.isTroubled = resolve));
    this.filling = this.fill(missing);
    const filled = this.filled();
    if (toRead <= PAGE) await Promise.race([filled, troubled]);
  }

  /** How far the views that serve have come. */
  get position(): Position {
    return this.progress.position;
  }

  /** The latest `recordedAt` that a view has seen, '' before any: for the lag in time. */
  get knownAt(): Instant {
    return this.builds.reduce((latest, { at }) => (at.knownAt > latest ? at.knownAt : latest), '');
  }

  /**
   * Waits until the views have seen a position. A view that failed is not waited for: it does not answer anyway.
   * @throws TryLater `view-behind`, or `view-building` while there are no views yet.
   */
  async waitFor(position: Position, milliseconds = 2000): Promise<void> {
    if (!this.following && position > this.position) {
      const { done = 0, total = 0 } = this.builds[0] ?? {};
      if (total > PAGE) throw new TryLater('view-building', 2, { percent: Math.floor((99 * done) / total) });
    }
    await this.progress.waitFor(position, milliseconds, 'view-behind');
  }

  /** Waits until no view is being filled. */
  filled(): Promise<void> {
    return this.filling.catch(() => undefined);
  }

  /**
   * Fills views anew from the log, all of them when no names are given, while the present ones go on serving.
   * @throws Error when a handler threw; the view that served stays.
   */
  rebuild(names: readonly string[] = this.parts.projections.map(({ name }) => name)): Promise<void> {
    const rebuilt = this.filled().then(() => {
      const fresh = names.map((name) => this.parts.views.rebuild(name));
      const others = this.builds.filter((b) => b.state === 'live' || !names.includes(b.projection.name));
      this.builds = [...others, ...fresh];
      return this.fill(fresh);
    });
    this.filling = rebuilt;
    return rebuilt;
  }

  status(): readonly ViewStatus[] {
    const seconds = this.filledFor() / 1000;
    const eventsPerSecond = seconds === 0 ? 0 : Math.round(this.filledEvents / seconds);
    return this.builds.map(({ projection, state, at, done, total, failure }) => ({
      name: projection.name,
      version: projection.version,
      state: failure ? 'failed' : state,
      position: at.position,
      done,
      total,
      eventsPerSecond: state === 'building' ? eventsPerSecond : 0,
      ...(failure && { failure }),
    }));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.following, this.filled()]);
  }

  private follow(after: Position): void {
    this.progress.reach(after);
    this.following = this.persistently(async () => {
      const { signal } = this.stopping;
      const pages = this.parts.store.subscribe({ after: this.position, limit: PAGE }, signal);
      for await (const page of untilAborted(pages, signal)) {
        const understood = this.understood(page);
        const took = stopwatch();
        await this.alone(() => this.absorb(this.live(), understood));
        const rest = Math.min(REST.most, Math.max(REST.least, REST.times * took()));
        if (understood.length > 0) {
          this.trouble = undefined;
          this.progress.reach(understood.at(-1)!.position);
          this.onAbsorbed(understood);
        }
        this.mustUnderstand(page[understood.length]);
        if (page.length < REST.below) await this.progress.rest(rest, signal);
        else await breath();
      }
    });
  }

  /** Fills builds page by page; the last pages are read while the follower waits, so that it takes over without a gap. */
  private async fill(builds: readonly ViewBuild[]): Promise<void> {
    let after = earliest(builds);
    const total = builds.length === 0 ? 0 : await this.parts.store.countAfter(after);
    for (const build of builds) build.total = total;
    this.filledFor = stopwatch();
    this.filledEvents = 0;
    const readPage = async (): Promise<number> => {
      const page = await this.parts.store.readAll({ after, limit: PAGE });
      if (page.length === 0) return 0;
      const understood = this.understood(page);
      await this.absorb(builds, understood);
      after = understood.at(-1)?.position ?? after;
      this.filledEvents += understood.length;
      for (const build of builds) build.done = Math.min(total, build.done + understood.length);
      this.mustUnderstand(page[understood.length]);
      await breath();
      return this.stopping.signal.aborted ? 0 : page.length;
    };
    await this.persistently(async () => {
      while (builds.length > 0 && (await readPage()) >= NEARLY_THERE);
    });
    await this.persistently(() =>
      this.alone(async () => {
        while (builds.length > 0 && (await readPage()) > 0);
        if (!this.stopping.signal.aborted) this.join(builds);
      }),
    );
    if (!this.following && !this.stopping.signal.aborted) this.follow(after);
    const failed = builds.find(({ failure }) => failure);
    if (failed) throw new Error(`the view ${failed.projection.name} could not be filled`);
  }

  private join(builds: readonly ViewBuild[]): void {
    const filled = builds.filter(({ failure }) => !failure);
    if (filled.length === 0) return;
    this.parts.views.promote(filled);
    const names = new Set(filled.map(({ projection }) => projection.name));
    this.builds = [...this.builds.filter((build) => !names.has(build.projection.name)), ...filled];
  }

  /** Opens what some view handles, then writes the page into all builds in one transaction. */
  private async absorb(builds: readonly ViewBuild[], page: readonly RecordedEvent[]): Promise<void> {
    if (page.length === 0) return;
    const working = builds.filter(({ failure }) => !failure);
    const types = new Set(working.flatMap(({ projection }) => Object.keys(projection.on)));
    const handled = page.flatMap(({ type }, index) => (types.has(type) ? [index] : []));
    const opened = await this.parts.codec.open(handled.map((index) => page[index]!));
    // Whoever has been stopped writes nothing more: the next one may have begun.
    this.stopping.signal.throwIfAborted();
    const readable = new Map(handled.map((index, nth) => [index, opened[nth]!]));
    const failures = this.parts.views.apply(working, (build, view) =>
      project(build, view, page, (index) => {
        const event = readable.get(index);
        return event && upcast(this.parts.upcasters, event);
      }),
    );
    for (const [build, error] of failures) this.fail(build, error);
  }

  private fail(build: ViewBuild, error: unknown): void {
    if (!(error instanceof HandlerFailed)) throw error;
    const name = error.cause instanceof Error ? error.cause.constructor.name : typeof error.cause;
    build.failure = { eventId: error.event.id, type: error.event.type, error: name };
    this.parts.log?.(`the view ${build.projection.name} stopped at event ${error.event.id}: ${error.message}, ${name}`);
  }

  private understood(page: readonly RecordedEvent[]): readonly RecordedEvent[] {
    return this.parts.knownTypes?.understood(page) ?? page;
  }

  /** @throws UnknownEventType so that it is tried again and told, but never passed. */
  private mustUnderstand(next: RecordedEvent | undefined): void {
    if (!next) return;
    this.unknown = next.type;
    throw new UnknownEventType(next.type);
  }

  private async mustBelongToLog(): Promise<void> {
    const places = new Map(this.builds.map((build) => [build.at.position, build]));
    for (const { at, projection } of places.values()) {
      const wrong = await wrongPlace(this.parts.store, at.position, at.landmark);
      if (wrong) throw viewUnusable(projection.name, wrong);
    }
  }

  private live(): ViewBuild[] {
    return this.builds.filter(({ state }) => state === 'live');
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.inTurn('live', work);
  }

  /** Tells once what stands in the way, however often it is tried again. */
  private say(error: unknown): void {
    const before = this.trouble;
    this.trouble = error instanceof TryLater ? error.code : error instanceof Error ? error.name : typeof error;
    if (this.trouble === before) return;
    if (this.unknown) this.parts.log?.(`the views stopped before an event of a newer release: ${this.unknown}`);
    else this.parts.log?.(`the views wait for store or disk: ${this.trouble}`);
  }

  /** Store and disk may fail for a while; what was not committed is read again. */
  private async persistently(work: () => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await orAborted(work(), signal);
        return;
      } catch (error) {
        if (signal.aborted) return;
        this.say(error);
        this.isTroubled();
        await pause(RETRY_MS, signal);
      }
    }
  }
}

const earliest = (builds: readonly ViewBuild[]): Position =>
  builds.reduce((least, { at }) => (at.position < least ? at.position : least), builds[0]?.at.position ?? '');
