import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { idOf } from '@rettidig/event-sourcing';

/** As many as one append takes in passing. */
const BATCH = 100;

/** An event as the product stores it, without any of the product's code. */
const stored = (type: string, data: Record<string, unknown>) =>
  jsonEvent({
    type,
    data,
    metadata: {
      ...{ $correlationId: randomUUID(), $causationId: randomUUID(), commandId: randomUUID(), commandHash: '' },
      ...{ recordedAt: new Date().toISOString(), actor: { id: randomUUID(), role: 'system' } },
      ...{ basis: '', schema: 1, byPerson: false },
    },
  });

/** Appends to a stream of the server, past the product; the name is the server's. */
export async function appendRaw(
  url: string,
  stream: string,
  ...events: readonly { readonly type: string; readonly data: Record<string, unknown> }[]
): Promise<void> {
  const client = EventStoreDBClient.connectionString(url);
  try {
    await client.appendToStream(
      stream,
      events.map(({ type, data }) => stored(type, data)),
    );
  } finally {
    await client.dispose();
  }
}

/** Makes the log of a town old: so many hundred events of an effect that was put off again and again until it was done. */
export async function appendOldEffects(url: string, hundreds: number): Promise<void> {
  const client = EventStoreDBClient.connectionString(url);
  const at = '2026-01-01T00:00:00.000Z';
  try {
    const appends = Array.from({ length: hundreds }, (_, n) => {
      const [effect, key] = ['old', String(n)];
      const events = Array.from({ length: BATCH }, (_, step) => {
        const attempt = 1 + Math.floor(step / 2);
        if (step === BATCH - 1) return stored('EffectDone', { result: 'long ago', attempt });
        if (step % 2 === 1) return stored('EffectPostponed', { why: 'not yet', attempt, until: at });
        const claimed = { effect, key, about: {}, dueAt: at, attempt, leaseUntil: at, isRepeat: false };
        return stored('EffectClaimed', claimed);
      });
      return client.appendToStream(`rettidig_effect-${idOf(effect, key)}`, events);
    });
    await Promise.all(appends);
  } finally {
    await client.dispose();
  }
}
