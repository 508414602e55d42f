import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../clock.js';
import { effectQueueContract } from '../testing/effect-queue-contract.js';
import { FIRST_BACKOFF } from '../testing/effect-queue-jobs.js';
import { SqliteEffectQueue } from './sqlite-effect-queue.js';

const realClock: Clock = { now: () => new Date().toISOString() };

effectQueueContract('a SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'queue-'));
  const backoff = { first: FIRST_BACKOFF, longest: 10_000 };
  const options = { clock: realClock, log: () => {}, backoff, look: 20 };
  return Promise.resolve({
    open: () => Promise.resolve(SqliteEffectQueue.open(join(folder, 'queue.db'), options)),
    remove: () => Promise.resolve(rmSync(folder, { recursive: true })),
  });
});
