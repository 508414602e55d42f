import { randomUUID } from 'node:crypto';
import { EventStoreDbEventStore } from '@rettidig/event-sourcing/shared';

type Options = Parameters<typeof EventStoreDbEventStore.open>[0];

/** A prefix that nobody else uses. */
export const throwAwayPrefix = (): string => `test${randomUUID().replaceAll('-', '').slice(0, 20)}`;

/** Opens a log as a test needs it: impatient, unless it says otherwise. */
export const openLog = (url: string, options: Partial<Options> = {}): Promise<EventStoreDbEventStore> =>
  EventStoreDbEventStore.open({
    url,
    prefix: 'test',
    callMs: 3000,
    patienceMs: 10_000,
    leaseMs: 60_000,
    startMs: 10_000,
    log: () => undefined,
    ...options,
  });
