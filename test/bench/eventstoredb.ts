import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { EventStoreDbEventStore } from '@rettidig/event-sourcing/shared';

/** What stands in for EventStoreDB, in a process of its own: its protocol and rules, a file without fsync beneath. */
export interface Double {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export async function startDouble(): Promise<Double> {
  // It runs from the sources, as in the tests: a bench that is built need not carry it along.
  const words = ['-r', resolve('test/support/typescript.cjs'), resolve('test/bench/eventstoredb-double.ts')];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const told = await Promise.race([once(child, 'message'), ended.then(() => undefined)]);
  if (!told) throw new Error('the double of EventStoreDB did not start');
  const stop = async (): Promise<void> => {
    child.disconnect();
    await ended;
  };
  return { url: told[0] as string, stop };
}

/** Our adapter, with the settings that a process has by default. */
export const openStore = (url: string): Promise<EventStoreDbEventStore> =>
  EventStoreDbEventStore.open({
    ...{ url, prefix: 'bench', callMs: 3000, patienceMs: 10_000, leaseMs: 10_000, startMs: 30_000 },
    log: (line) => console.error(line),
  });

/** The client as its documentation uses it. */
export const bareClient = (url: string): EventStoreDBClient => EventStoreDBClient.connectionString(url);
