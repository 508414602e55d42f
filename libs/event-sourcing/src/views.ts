import type { Landmark } from './checkpoints.js';
import { TryLater } from './errors.js';
import type { Instant, Position } from './event.js';
import { START } from './event.js';
import type { AnyProjection, ViewWriter } from './projection.js';
import { ReadDatabase } from './projection.js';

/** Why a view stands still: the event whose handler threw, and the class of the error (never its text). */
export interface ViewFailure {
  readonly eventId: string;
  readonly type: string;
  readonly error: string;
}

/** How far a build has come: what it has seen of the log. */
export interface Reached {
  readonly position: Position;
  /** The latest `recordedAt` up to there. */
  readonly knownAt: Instant;
  /** The event at the position; not known of places that an earlier release stored. */
  readonly landmark?: Landmark;
}

/** One set of tables of a view, filled from the log up to its checkpoint. */
export class ViewBuild {
  at: Reached = { position: START, knownAt: '' };
  state: 'building' | 'live' = 'building';
  /** Events read and to be read when the building began; both 0 for a build that serves. */
  done = 0;
  total = 0;
  failure: ViewFailure | undefined;

  constructor(
    readonly projection: AnyProjection,
    /** Names its tables; never used twice in one file. */
    readonly id: number,
  ) {}

  get percent(): number {
    return this.total === 0 ? 0 : Math.min(99, Math.floor((100 * this.done) / this.total));
  }
}

/** The builds of one view: the one that answers, the one that is being filled, and the one that follows the log. */
export interface ViewBuilds {
  /** Where `view()` reads. May be of an older version, which then stands still until the new one is filled. */
  readonly serving?: object;
  readonly filling?: ViewBuild;
  readonly current?: ViewBuild;
}

/**
 * Whether a view may answer now. A view that a handler's error stopped does not: an incomplete list would look like a
 * complete one.
 * @throws TryLater `view-building` or `view-failed`.
 */
export function mustServe(name: string, { serving, filling, current }: ViewBuilds): void {
  const failure = (current ?? filling)?.failure;
  if (failure) throw new TryLater('view-failed', 60, { view: name, eventId: failure.eventId });
  if (!serving) throw new TryLater('view-building', 2, { view: name, percent: filling?.percent ?? 0 });
}

/** The tables of all views, as the projector fills them. Disposable: everything in it follows from the log. */
export abstract class ViewDatabase extends ReadDatabase {
  /**
   * The builds to be kept up to date: for each view the one that serves if it has the right version, and the one that
   * is being filled. Begins a build where there is none; forgets views that are no longer known.
   */
  abstract open(projections: readonly AnyProjection[]): readonly ViewBuild[];

  /** Begins another build of a view beside the one that serves. */
  abstract rebuild(name: string): ViewBuild;

  /**
   * Lets `advance` write into each build and stores how far it came, all in one transaction. What one build throws
   * undoes that build's part only, and is answered.
   */
  abstract apply(
    builds: readonly ViewBuild[],
    advance: (build: ViewBuild, view: ViewWriter) => Reached,
  ): ReadonlyMap<ViewBuild, unknown>;

  /** Makes filled builds serve and drops the tables of those before them, in one transaction. */
  abstract promote(builds: readonly ViewBuild[]): void;

  abstract close(): void;
}
