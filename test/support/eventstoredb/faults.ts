import { randomFrom } from '../random.js';

/** What a node does wrong until told otherwise; numbers count down to nothing. */
export interface Faults {
  /** The connection is cut after the write and before the answer, for so many appends. */
  cutAfterWrite: number;
  /** The connection is cut and nothing was written, for so many appends. */
  cutBeforeWrite: number;
  /** Cuts after the write at random, the same way for the same seed. */
  cutAtRandom: { readonly probability: number; readonly seed: number } | null;
  /** So many appends of a batch are answered twice. */
  answerTwice: number;
  /** So many appends end their batch in order instead of being answered; they are written. */
  endAppends: number;
  /** Calls of this kind are never answered. An append is written all the same; live subscriptions fall silent. */
  silent: readonly Call[];
  /** Every call of a stream is refused so. */
  refuse: 'access-denied' | 'unauthenticated' | 'not-ready' | 'too-busy' | 'timeout' | null;
  /** So many appends are told that another node leads: the leader of the cluster, or this node itself. */
  notLeader: number;
  /** So many questions for the features end with INTERNAL. */
  internalFeatures: number;
  /** A server before 21.10: it knows neither its features nor appends in batches. */
  oldServer: boolean;
  /** What the server says it is. */
  version: string;
  /** As from 24.10: a position that is no boundary of an event, or lies behind the end, is refused. */
  refusesInvalidPositions: boolean;
  /** What becomes of a live subscription that does not take its events: dropped (23.10) or caught up again (24.2+). */
  slowConsumer: 'dropped' | 'falls-behind';
}

/** Faults that are used up. */
type Counted = { [Name in keyof Faults]: Faults[Name] extends number ? Name : never }[keyof Faults];

export type Call = 'features' | 'gossip' | 'appends' | 'reads' | 'subscriptions';

const NO_FAULTS: Faults = {
  cutAfterWrite: 0,
  cutBeforeWrite: 0,
  cutAtRandom: null,
  answerTwice: 0,
  endAppends: 0,
  silent: [],
  refuse: null,
  notLeader: 0,
  internalFeatures: 0,
  oldServer: false,
  version: '23.10.6',
  refusesInvalidPositions: false,
  slowConsumer: 'dropped',
};

/** The faults of a node, as they are used up. */
export class FaultState {
  private faults: Faults = NO_FAULTS;
  private random = randomFrom(0);

  set(faults: Partial<Faults>): void {
    this.faults = { ...this.faults, ...faults };
    if (faults.cutAtRandom) this.random = randomFrom(faults.cutAtRandom.seed);
  }

  get now(): Readonly<Faults> {
    return this.faults;
  }

  isSilent(call: Call): boolean {
    return this.faults.silent.includes(call);
  }

  /** Whether it is this one's turn; uses up one. */
  takes(name: Counted): boolean {
    if (this.faults[name] > 0) {
      this.faults = { ...this.faults, [name]: this.faults[name] - 1 };
      return true;
    }
    return name === 'cutAfterWrite' && this.random.chance(this.faults.cutAtRandom?.probability ?? 0);
  }
}
