import {
  START,
  TryLater,
  within,
  type EngineStatus,
  type PrivateStoreStatus,
  type QueueStatus,
  type StoreStatus,
  type SweepStatus,
} from '@rettidig/event-sourcing';
import type { Mailer, MailerStatus } from '@rettidig/mail';
import { statfs } from 'node:fs/promises';
import type { Role, RunningEngine } from '../engine/open-engine.js';

/** How long whoever asks waits for an engine that does not answer, in milliseconds. */
const LOOK_MS = 1000;

/** How everything stands that a process runs on. */
export interface Facts {
  readonly role: Role;
  readonly engine: EngineStatus;
  readonly store: StoreStatus;
  readonly privateStore: PrivateStoreStatus;
  /** Null where no effects are done or looked after. */
  readonly queue: QueueStatus | null;
  /** How looking for what is due stands, where this process does it. */
  readonly sweeps: readonly SweepStatus[];
  /** Null where no mail is sent. */
  readonly mail: MailerStatus | null;
  /** The folder in which mails lie that nobody sends and no page shows; null where they are sent or shown. */
  readonly mailStaysIn: string | null;
  readonly freeBytes: number;
}

/** Before anything was ever heard of the log. */
const NOTHING_KNOWN: EngineStatus = {
  ready: false,
  head: START,
  reference: START,
  lag: 0,
  views: [],
  reactions: [],
  parked: [],
  trouble: 'store.unreachable',
  unknown: null,
  referenceTrouble: null,
};

/** What sends the mails of a process, null where it sends none, and the folder that they never leave, if any. */
interface Post {
  readonly mailer: Pick<Mailer, 'status'> | null;
  readonly staysIn: string | null;
}

const NO_POST: Post = { mailer: null, staysIn: null };

/** Looks how everything stands, for `/readyz` and `/metrics`. Whoever asks gets an answer, also while an engine hangs. */
export class Vitals {
  private lastKnown = NOTHING_KNOWN;

  constructor(
    private readonly running: RunningEngine,
    private readonly role: Role,
    private readonly dataDir: string,
    private readonly post: Post = NO_POST,
  ) {}

  async look(): Promise<Facts> {
    const [engine, privateStore, effects, freeBytes] = await Promise.all([
      this.engine(),
      this.privateStore(),
      this.effects(),
      freeBytesIn(this.dataDir),
    ]);
    const [store, mail] = [this.running.store.status(), this.post.mailer?.status() ?? null];
    const [role, mailStaysIn] = [this.role, this.post.staysIn];
    return { role, engine, store, privateStore, ...effects, mail, mailStaysIn, freeBytes };
  }

  /** How many milliseconds ago the oldest event was recorded that the views have not seen; 0 when they have seen all. */
  async behindBy(now: number): Promise<number> {
    const { engine, store } = this.running;
    const next = await inTime(store.readAll({ after: engine.projector.position, limit: 1 })).catch(() => []);
    return next[0] ? Math.max(0, now - Date.parse(next[0].meta.recordedAt)) : 0;
  }

  private async engine(): Promise<EngineStatus> {
    try {
      this.lastKnown = await inTime(this.running.engine.status());
      return this.lastKnown;
    } catch (error) {
      return { ...this.lastKnown, ready: false, trouble: codeOf(error) };
    }
  }

  /** Asks it something small: while nobody needs it, it does not know itself that it is gone. */
  private async privateStore(): Promise<PrivateStoreStatus> {
    try {
      await inTime(this.running.privateStore.hasNoKeys());
      return this.running.privateStore.status();
    } catch (error) {
      return { trouble: codeOf(error) };
    }
  }

  private async effects(): Promise<Pick<Facts, 'queue' | 'sweeps'>> {
    const { effects, queue } = this.running;
    try {
      if (effects) return await inTime(effects.status());
      return { queue: queue ? await inTime(queue.status()) : null, sweeps: [] };
    } catch (error) {
      return { queue: { trouble: codeOf(error), waiting: 0, delayed: 0, active: 0, dead: 0 }, sweeps: [] };
    }
  }
}

const inTime = <T>(work: Promise<T>): Promise<T> => within(LOOK_MS, work, () => new TryLater('no-answer', 5));

const codeOf = (error: unknown): string =>
  error instanceof TryLater ? error.code : error instanceof Error ? error.name : typeof error;

async function freeBytesIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
