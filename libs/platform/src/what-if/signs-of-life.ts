import { idOf, stopwatch, type PrivateStore, type QueryContext } from '@rettidig/event-sourcing';
import { KIND } from './kept.js';

/** So often a process tells that it still works on a job, in milliseconds. */
const TOLD_EVERY_MS = 10_000;
/** A job of which nothing new was told for so long, by the stopwatch of whoever asks, in milliseconds, is lost. */
const LOST_AFTER_MS = 60_000;

/** How far a job is. */
export interface Progress {
  touched: number | null;
  done: number;
}

/** How time passes: it tells how long, never what time it is. */
export interface Pulse {
  /** Does something again and again until what it answers is called. */
  readonly every: (milliseconds: number, act: () => void) => () => void;
  /** Milliseconds since it began. */
  readonly elapsed: () => number;
}

/** The pulse of the machine; it keeps no process from ending. */
export const machinePulse = (): Pulse => ({
  every: (milliseconds, act) => {
    const timer = setInterval(act, milliseconds).unref();
    return () => clearInterval(timer);
  },
  elapsed: stopwatch(),
});

/** What the process that works on a job tells of it; `n` is another one each time. */
interface Sign extends Progress {
  readonly n: number;
}

/**
 * Signs that jobs are worked on, kept beside them for the other processes: how far they are, and that they go on. Whoever
 * asks compares two of their own looks at a sign, so that no clock of any machine is compared with another's.
 */
export class SignsOfLife {
  private readonly seen = new Map<string, { readonly n: number | undefined; readonly at: number }>();

  constructor(private readonly pulse: Pulse) {}

  /** Gives signs of a job until what it answers is called. */
  give(store: PrivateStore, id: string, progress: Progress): () => void {
    let n = 0;
    let told = Promise.resolve();
    const tell = async (): Promise<void> => {
      const sign: Sign = { n: (n += 1), ...progress };
      await store.eraseDocument(signOf(id));
      await store.keepDocument(signOf(id), { mediaType: KIND, fileName: null, extract: sign }, new Uint8Array());
    };
    // A sign that cannot be given is missed by nobody if the next one can.
    return this.pulse.every(TOLD_EVERY_MS, () => void (told = told.then(tell).catch(() => undefined)));
  }

  /** How far a job is that another process began; `lost` when that process has told nothing new for a minute. */
  async of(id: string, document: QueryContext['document']): Promise<Progress | 'lost' | null> {
    const sign = (await document(signOf(id)))?.extract as Sign | undefined;
    const before = this.seen.get(id);
    const at = this.pulse.elapsed();
    if (before && (!sign || sign.n === before.n)) return at - before.at > LOST_AFTER_MS ? 'lost' : (sign ?? null);
    this.seen.set(id, { n: sign?.n, at });
    return sign ?? null;
  }

  /** Nobody has to look for signs of what has ended. */
  forget(id: string): void {
    this.seen.delete(id);
  }
}

const signOf = (id: string): string => idOf('what-if sign', id);
