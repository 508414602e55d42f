import { MemoryEventStore } from './adapters/memory.js';
import { NodeCipher } from './adapters/node-crypto.js';
import { SqlitePrivateStore } from './adapters/sqlite-private-store.js';
import { SqliteReadDatabase } from './adapters/sqlite-views.js';
import type { NewEvent } from './event.js';
import type { ReadOptions } from './event-store.js';
import { idOf } from './ids.js';
import type { AnyProjection, ProjectedEvent, ViewWriter } from './projection.js';
import { Projector } from './projector.js';
import { SealingCodec } from './sealing-codec.js';
import { metadata } from './testing/decider-spec.js';
import { parcels } from './testing/parcels.js';

const codec = new SealingCodec(new SqlitePrivateStore(':memory:'), new NodeCipher(), {
  ParcelSent: [{ path: 'note' }],
});

/** A store whose whole-log reads can be held, to look at what happens meanwhile; short pages are its right. */
class HeldStore extends MemoryEventStore {
  private opens: (() => void)[] = [];
  held = false;
  release() {
    this.held = false;
    this.opens.splice(0).forEach((open) => open());
  }
  override async readAll(options: ReadOptions) {
    if (this.held && options.after === '') await new Promise<void>((resolve) => this.opens.push(resolve));
    return super.readAll({ ...options, limit: Math.min(options.limit ?? 7, 7) });
  }
}

let sent = 0;
async function send(store: MemoryEventStore, count = 1, recordedAt = '2026-04-24T10:00:00.000Z') {
  let position = '';
  for (let n = 0; n < count; n++) {
    const stream = `parcel-${(sent += 1)}`;
    const event: NewEvent = {
      id: idOf(stream),
      type: 'ParcelSent',
      data: { to: 'Ribe', note: `note of ${stream}`, price: 1 },
      meta: metadata({ recordedAt }),
    };
    ({ position } = await store.append(stream, -1, await codec.seal(stream, [event])));
  }
  return position;
}

/** Lets everything go on that does not wait for a time. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const running: Projector[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((projector) => projector.stop()));
});

const made = (
  store: MemoryEventStore,
  views: SqliteReadDatabase,
  projections: readonly AnyProjection[] = [parcels],
  log?: (line: string) => void,
) => {
  const projector = new Projector({ store, views, codec, upcasters: {}, projections, ...(log && { log }) });
  running.push(projector);
  return projector;
};

const countIn = (views: SqliteReadDatabase, name = 'parcels') =>
  views.view(name).get<{ n: number }>('select count(*) as n from {parcel}')!.n;

const altered = (changes: Partial<AnyProjection>): AnyProjection => ({ ...(parcels as AnyProjection), ...changes });

describe('the projector', () => {
  it('hands over together what became known of one stream at one instant, to a view that wants it so', async () => {
    const [store, views] = [new MemoryEventStore(), new SqliteReadDatabase(':memory:')];
    const event = (n: number, recordedAt: string): NewEvent => ({
      ...{ id: idOf('together', String(n)), type: 'ParcelSent', data: { note: `${n}` } },
      meta: metadata({ recordedAt }),
    });
    const [ten, eleven] = ['2026-04-24T10:00:00.000Z', '2026-04-24T11:00:00.000Z'];
    await store.append('parcel-a', -1, [event(1, ten), event(2, ten)]);
    await store.append('parcel-a', 1, [event(3, eleven)]);
    await store.append('parcel-b', -1, [event(4, eleven)]);
    const handed: string[][] = [];
    const together = (_view: ViewWriter, events: readonly ProjectedEvent[]) =>
      void handed.push(events.map(({ data }) => (data as { note: string }).note));
    await made(store, views, [altered({ together })]).start();
    expect(handed).toEqual([['1', '2'], ['3'], ['4']]);
  });

  it('fills empty views from the log and then follows it, with the texts opened', async () => {
    const [store, views] = [new MemoryEventStore(), new SqliteReadDatabase(':memory:')];
    await send(store, 3);
    const projector = made(store, views);
    await projector.start();
    expect(countIn(views)).toBe(3);
    await projector.waitFor(await send(store));
    expect(countIn(views)).toBe(4);
    expect(views.view('parcels').get('select note from {parcel} limit 1')).toEqual({
      note: expect.stringContaining('note of') as string,
    });
  });

  it('takes in together what comes while it rests, and rests no longer once somebody waits or it is stopped', async () => {
    const [store, views] = [new MemoryEventStore(), new SqliteReadDatabase(':memory:')];
    const projector = made(store, views);
    await projector.start();
    const transactions = jest.spyOn(views, 'apply');
    // Nobody's time runs: only who waits, or stops it, ends its rest.
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    try {
      const first = await send(store);
      while (projector.position < first) await turn();
      const last = await send(store, 3);
      for (let turns = 0; turns < 20; turns++) await turn();
      expect(countIn(views)).toBe(1);
      await projector.waitFor(last);
      expect([countIn(views), transactions.mock.calls.length]).toEqual([4, 2]);
      await projector.stop();
    } finally {
      jest.useRealTimers();
    }
  });

  it('asks to come again when a position does not come in time', async () => {
    const projector = made(new MemoryEventStore(), new SqliteReadDatabase(':memory:'));
    await projector.start();
    await expect(projector.waitFor('ffff', 10)).rejects.toMatchObject({ code: 'view-behind', retryAfterSeconds: 1 });
  });

  it('hands out a moment of knowledge that never goes back, over pages and restarts', async () => {
    const [store, views] = [new HeldStore(), new SqliteReadDatabase(':memory:')];
    await send(store, 10, '2026-04-24T12:00:00.000Z');
    const first = made(store, views);
    await first.start();
    await first.stop();
    await send(store, 1, '2026-04-24T09:00:00.000Z');
    const second = made(store, views);
    await second.start();
    await second.waitFor(await store.head());
    expect(views.view('parcels').all('select distinct known_at from {parcel}')).toEqual([
      { known_at: '2026-04-24T12:00:00.000Z' },
    ]);
  });

  it('goes on after a restart without handling anything twice', async () => {
    const [store, views] = [new MemoryEventStore(), new SqliteReadDatabase(':memory:')];
    await send(store, 5);
    const first = made(store, views);
    await first.start();
    await first.stop();
    await send(store, 5);
    const second = made(store, views);
    await second.start();
    await second.waitFor(await store.head());
    expect(countIn(views)).toBe(10);
    expect(second.status()).toMatchObject([{ name: 'parcels', state: 'live' }]);
  });

  it('stops only the view whose handler threw, names the event, and does not answer from it', async () => {
    const [store, views, lines] = [new MemoryEventStore(), new SqliteReadDatabase(':memory:'), [] as string[]];
    const bad = `parcel-${sent + 3}`;
    const fragile = altered({
      name: 'fragile',
      on: {
        ParcelSent: (view: ViewWriter, event: ProjectedEvent) => {
          if ((event.data as { to: string }).to === 'Ribe' && event.stream === bad)
            throw new TypeError('secret of Ole');
          (parcels as AnyProjection).on.ParcelSent!(view, event);
        },
      },
    });
    const projector = made(store, views, [fragile, parcels], (line) => lines.push(line));
    await projector.start();
    await projector.waitFor(await send(store, 2));
    expect(views.view('fragile').all('select 1 from {parcel}')).toHaveLength(2);
    await projector.waitFor(await send(store, 2));
    expect(countIn(views)).toBe(4);
    expect(() => views.view('fragile')).toThrow(
      expect.objectContaining({ code: 'view-failed', details: { view: 'fragile', eventId: idOf(bad) } }) as Error,
    );
    expect(projector.status()[0]).toMatchObject({
      state: 'failed',
      failure: { eventId: idOf(bad), type: 'ParcelSent', error: 'TypeError' },
    });
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain('Ole');
  });

  it('takes up a failed view again once its handler is mended, without a gap', async () => {
    const [store, views] = [new MemoryEventStore(), new SqliteReadDatabase(':memory:')];
    const broken = altered({
      on: {
        ParcelSent: () => {
          throw new Error('no');
        },
      },
    });
    await send(store, 3);
    const first = made(store, views, [broken]);
    await first.start();
    expect(first.status()).toMatchObject([{ state: 'failed' }]);
    await first.stop();
    const second = made(store, views);
    await second.start();
    expect(countIn(views)).toBe(3);
  });

  it('refuses to start on views that have seen more than the log holds', async () => {
    const [store, views] = [new MemoryEventStore(), new SqliteReadDatabase(':memory:')];
    await send(store, 3);
    const first = made(store, views);
    await first.start();
    await first.stop();
    const restored = made(new MemoryEventStore(), views);
    await expect(restored.start()).rejects.toMatchObject({ code: 'views.ahead-of-log' });
  });

  it('refuses to start on views of a log that went on differently, even where their place is one of both', async () => {
    const [store, views] = [new MemoryEventStore(), new SqliteReadDatabase(':memory:')];
    const event = (id: string): NewEvent => ({
      ...{ id: idOf(id), type: 'ParcelSent', meta: metadata() },
      data: { to: 'Ribe', note: '', price: 1 },
    });
    await store.append('parcel-a', -1, [event('a')]);
    const first = made(store, views);
    await first.start();
    await first.stop();
    const other = new MemoryEventStore();
    await other.append('parcel-a', -1, [event('b')]);
    expect(await other.head()).toBe(await store.head());
    const refused = made(other, views).start();
    await expect(refused).rejects.toMatchObject({ code: 'views.of-another-log' });
    await expect(refused).rejects.toThrow(/"parcels".*views\.db/);
    await made(store, views).start();
  });

  it('refuses to start on views whose place cannot be read', async () => {
    const [store, views] = [new MemoryEventStore(), new SqliteReadDatabase(':memory:')];
    await send(store, 1);
    const first = made(store, views);
    await first.start();
    await first.stop();
    const [build] = views.open([parcels]);
    for (const position of ['zzzz', '00000000000000010000000000000001']) {
      views.apply([build!], () => ({ position, knownAt: '' }));
      await expect(made(store, views).start()).rejects.toMatchObject({ code: 'views.damaged-place' });
    }
  });

  it('lets go at once where the store hangs, and writes nothing afterwards', async () => {
    const [store, views] = [new HeldStore(), new SqliteReadDatabase(':memory:')];
    await send(store, 1200);
    store.held = true;
    const projector = made(store, views);
    await projector.start();
    await projector.stop();
    const apply = jest.spyOn(views, 'apply');
    store.release();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(apply).not.toHaveBeenCalled();
  });

  it('knows the latest moment that a view has seen', async () => {
    const [store, views] = [new MemoryEventStore(), new SqliteReadDatabase(':memory:')];
    const projector = made(store, views);
    await projector.start();
    expect(projector.knownAt).toBe('');
    await projector.waitFor(await send(store, 1, '2026-04-24T12:00:00.000Z'));
    await projector.waitFor(await send(store, 1, '2026-04-24T09:00:00.000Z'));
    expect(projector.knownAt).toBe('2026-04-24T12:00:00.000Z');
  });

  it('tries again what the disk refused, and says so meanwhile', async () => {
    const [store, views, lines] = [new MemoryEventStore(), new SqliteReadDatabase(':memory:'), [] as string[]];
    const projector = made(store, views, [parcels], (line) => lines.push(line));
    await projector.start();
    const apply = jest.spyOn(views, 'apply').mockImplementationOnce(() => {
      throw new Error('database or disk is full');
    });
    await projector.waitFor(await send(store), 5000);
    expect(apply).toHaveBeenCalledTimes(2);
    expect(countIn(views)).toBe(1);
    expect(lines).toHaveLength(1);
    expect(projector.trouble).toBeUndefined();
  });
});

describe('a rebuild', () => {
  it('lets the present view serve and follow until the new one has caught up, and loses nothing between', async () => {
    const [store, views] = [new HeldStore(), new SqliteReadDatabase(':memory:')];
    await send(store, 20);
    const projector = made(store, views);
    await projector.start();
    store.held = true;
    const rebuilt = projector.rebuild();
    await projector.waitFor(await send(store, 3));
    expect(countIn(views)).toBe(23);
    expect(projector.status().map(({ state }) => state)).toEqual(['live', 'building']);
    const sending = send(store, 30);
    store.release();
    await rebuilt;
    await sending;
    await projector.waitFor(await store.head());
    expect(countIn(views)).toBe(53);
    expect(projector.status()).toMatchObject([{ state: 'live' }]);
  });

  it('answers with what failed, and the view that served goes on', async () => {
    const [store, views] = [new MemoryEventStore(), new SqliteReadDatabase(':memory:')];
    let isBroken = false;
    const fragile = altered({
      on: {
        ParcelSent: (view: ViewWriter, event: ProjectedEvent) => {
          if (isBroken) throw new Error('no');
          (parcels as AnyProjection).on.ParcelSent!(view, event);
        },
      },
    });
    await send(store, 2);
    const projector = made(store, views, [fragile]);
    await projector.start();
    isBroken = true;
    await expect(projector.rebuild(['parcels'])).rejects.toThrow('parcels could not be filled');
    isBroken = false;
    await projector.waitFor(await send(store));
    expect(countIn(views)).toBe(3);
    await projector.rebuild();
    expect(projector.status()).toMatchObject([{ state: 'live' }]);
    expect(countIn(views)).toBe(3);
  });

  it('in the background of a start says how far it is, and others are told to come again', async () => {
    const [store, views] = [new HeldStore(), new SqliteReadDatabase(':memory:')];
    await send(store, 1200);
    store.held = true;
    const projector = made(store, views);
    await projector.start();
    expect(projector.status()).toMatchObject([{ state: 'building', done: 0, total: 1200 }]);
    await expect(projector.waitFor(await store.head())).rejects.toMatchObject({ code: 'view-building' });
    store.release();
    await projector.filled();
    await projector.waitFor(await store.head());
    expect(countIn(views)).toBe(1200);
  });

  it('of a raised version serves the old rows until it is done, also across a restart in the middle', async () => {
    const [store, views] = [new HeldStore(), new SqliteReadDatabase(':memory:')];
    await send(store, 1200);
    const first = made(store, views);
    await first.start();
    await first.filled();
    await first.stop();
    const raised = altered({ version: 2 });
    store.held = true;
    const second = made(store, views, [raised]);
    await second.start();
    expect(countIn(views)).toBe(1200);
    const stopped = second.stop();
    store.release();
    await stopped;
    expect(countIn(views)).toBe(1200);
    const third = made(store, views, [raised]);
    await third.start();
    await third.filled();
    expect(third.status()).toMatchObject([{ version: 2, state: 'live' }]);
    expect(countIn(views)).toBe(1200);
  });
});
