import { BACKOFF, type Backoff } from '../backoff.js';
import type { Log } from '../disposable-file.js';

export interface BullMqQueueOptions {
  /** `redis://` or `rediss://`, with user, password and database where needed. Never told to anybody. */
  readonly url: string;
  /** What the names of all keys begin with: a Redis may serve others too. */
  readonly prefix: string;
  readonly log: Log;
  readonly backoff: Backoff;
  /** In milliseconds: how long one call may take before Redis counts as away. */
  readonly call: number;
  /** In milliseconds: a job whose process is not heard of for so long is no longer its own. */
  readonly lock: number;
  /** In milliseconds: how often is looked for such jobs. */
  readonly lost: number;
  /** How often a job may lose its process before it counts as what ends it. */
  readonly losses: number;
  /** In milliseconds: how often is looked whether the sweeps are still scheduled; Redis may have been flushed. */
  readonly watch: number;
}

export const DEFAULTS = { backoff: BACKOFF, call: 2_000, lock: 30_000, lost: 15_000, losses: 3, watch: 15_000 };
