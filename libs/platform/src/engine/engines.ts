import type { Clock, EffectQueue, EventStore, PrivateStore, ViewDatabase } from '@rettidig/event-sourcing';
import type { Closing } from './closing.js';

/** What an engine runs on, opened. */
export interface Engines {
  readonly store: EventStore;
  readonly privateStore: PrivateStore;
  /** Undefined where no effects are done or looked after. */
  readonly queue: EffectQueue | undefined;
  readonly views: ViewDatabase;
  /** Whether other processes may work on the same log. */
  readonly isShared: boolean;
}

/** With what they are opened, whichever they are. */
export interface Opening {
  readonly dataDir: string;
  readonly clock: Clock;
  /** Where they say what they could not do: ids, names and codes only. */
  readonly log: (line: string) => void;
  readonly closing: Closing;
  readonly withQueue: boolean;
}
