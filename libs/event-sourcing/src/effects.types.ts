import type { Clock } from './clock.js';
import type { AnyEffect, CheckContext } from './effect.js';
import type { EffectQueue, QueueStatus } from './effect-queue.js';
import type { Actor, Instant, Position, RecordedEvent } from './event.js';
import type { EventStore } from './event-store.js';
import type { KnownTypes } from './known-types.js';
import type { ViewStatus } from './projector.js';
import type { Language } from './language.js';
import type { QueryContext } from './query.js';

/** What effects need of the engine. */
export interface EffectsEngine {
  queryContext(actor: Actor, language: Language): QueryContext;
  /** Streams, and reference data that have seen the whole log. */
  checkContext(): CheckContext;
  /** Waits until views and reference data have seen a position. */
  reached(position: Position): Promise<void>;
  readonly projector: { status(): readonly ViewStatus[]; onAbsorbed: (page: readonly RecordedEvent[]) => void };
  readonly registry: { readonly knownTypes: Pick<KnownTypes, 'mustKnow'> };
}

export interface EffectsParts {
  readonly effects: readonly AnyEffect[];
  readonly engine: EffectsEngine;
  readonly store: EventStore;
  readonly queue: EffectQueue;
  readonly clock: Clock;
  /** Random, made at the start of the process: tells its claims from those of every other. */
  readonly owner: string;
  /** No other process can have a claim: the log belongs to this one. What is claimed and not in hand is taken over at once. */
  readonly isAlone?: boolean;
  readonly log?: (line: string) => void;
  /** Told of each run when it has ended: for counts and logs. */
  readonly onEffect?: (ended: EffectEnded) => void;
  /** How many at a time; 8 when left out. */
  readonly concurrency?: number;
  /** How long after a change of the views it is asked again what is due, in milliseconds; 250 when left out. */
  readonly pokeAfter?: number;
  /** The first pause before an end that could not be recorded is recorded again, in milliseconds. */
  readonly firstPause?: number;
}

/** How one run ended, for whoever counts or logs it. */
export interface EffectEnded {
  readonly name: string;
  /** `refused`: trying again cannot help. `again`: put off, or somebody else has it. */
  readonly result: 'done' | 'skipped' | 'failed' | 'refused' | 'again';
  /** It will not be tried again unless a person says so. */
  readonly isFinal: boolean;
  readonly isRepeat: boolean;
  /** From when it was due until it ended, by the clock. */
  readonly delayMs: number;
  /** What the run took. */
  readonly milliseconds: number;
  /** The id of its stream. */
  readonly correlationId: string;
  /** Why, when it was not done. */
  readonly code?: string;
}

/** How the effects of a process stand, for `/readyz`. */
export interface EffectsStatus {
  readonly queue: QueueStatus;
  readonly sweeps: readonly SweepStatus[];
}

export interface SweepStatus {
  readonly effect: string;
  /** When it was last asked what is due, and answered. */
  readonly lookedAt: Instant | null;
  /** The code of what kept it from looking the last time. */
  readonly trouble: string | null;
  /** How many things were due then and can reach nobody. */
  readonly reachesNobody: number;
}
