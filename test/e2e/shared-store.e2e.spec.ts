import { clientOf } from '../support/client.js';
import { randomFrom } from '../support/random.js';
import { CarefulClient } from '../support/shared-client.js';
import { ACTS, Burst, groupBy, registrationOf, startOf, type Prepared } from '../support/shared-load.js';
import type { LoggedEvent } from '../support/shared-log.js';
import { differences, type SharedProcess } from '../support/shared-process.js';
import { TownHall } from '../support/shared-structure.js';
import { SharedTowns, TIMES, type SharedTown } from '../support/shared-town.js';
import { waitFor } from '../support/wait.js';

/**
 * So long may one answer take, in milliseconds: ten seconds behind others on the same case, the patience with the store,
 * and a margin for a small, busy machine.
 */
const ANSWERED_WITHIN = 10_000 + TIMES.patience + 5000;
/** So many answers into a burst, the fault comes. */
const INTO = 40;

const towns = new SharedTowns();
afterAll(() => towns.remove());

describe('two hundred commands at once through two APIs, when the event store', () => {
  const random = randomFrom(Date.now() % 1_000_000);
  let town: SharedTown;
  let apis: readonly SharedProcess[];

  beforeAll(async () => {
    town = await towns.found();
    apis = await Promise.all([town.api(), town.api()]);
    console.log(`TEST_SEED=${random.seed}`);
  }, 120_000);

  it('is restarted', async () => {
    const burst = await burstThrough(town, apis, 'restart', async () => town.store.restart());
    expect(burst.slowest).toBeLessThan(ANSWERED_WITHIN);
  });

  it('stands still for longer than anybody is patient, and goes on', async () => {
    const burst = await burstThrough(town, apis, 'freeze', async (burst) => {
      town.store.freeze();
      await waitFor(() => burst.toldToComeAgain >= 20, 30_000);
      for (const api of apis) expect(await api.problems()).toContain('store-unreachable');
      town.store.thaw();
    });
    expect(burst.toldToComeAgain).toBeGreaterThanOrEqual(20);
  });

  it('writes and is cut off before it answers, again and again', async () => {
    const burst = await burstThrough(town, apis, 'cut', () => town.store.fault({ cutAfterWrite: 10 }));
    expect(burst.ended.every(({ status }) => status < 500)).toBe(true);
  });

  it('is cut off after writes at random', async () => {
    await town.store.fault({ cutAtRandom: { probability: 0.05, seed: random.seed } });
    await burstThrough(town, apis, 'random', () => undefined);
    await town.store.fault({ cutAtRandom: null });
  });

  it('does not answer at all: whoever waits behind others for the same case is told in time, too', async () => {
    const client = new CarefulClient('secretariat', ANSWERED_WITHIN);
    const known = await client.untilDone([apis[0]!.url], { ...registrationOf('Kø', 1), key: 'queue-case' });
    town.store.freeze();
    const waiting = Array.from({ length: 30 }, (_, n) =>
      client.untilDone([apis[0]!.url], { ...startOf(known.body.id), key: `queue-fact-${n}` }),
    );
    await waitFor(() => client.toldToComeAgain >= waiting.length, 60_000);
    town.store.thaw();
    const ended = await Promise.all(waiting);
    client.close();
    expect(client.complaints).toEqual([]);
    expect(ended.map(({ status }) => status)).toEqual(ended.map(() => 200));
    const facts = (await town.log()).filter(({ type }) => type === 'ImplementationStarted');
    expect(facts.filter(({ stream }) => stream === `change-${known.body.id}`)).toHaveLength(ended.length);
  }, 120_000);

  it('shows the same cases under the same numbers on both, and on one that begins now', async () => {
    await sameEverywhere(town, apis);
  }, 90_000);
});

describe('two hundred commands at once through two APIs, when in a cluster of three', () => {
  let town: SharedTown;
  let apis: readonly SharedProcess[];
  let worker: SharedProcess;
  let hall: TownHall;
  /** Cases that were put on an agenda in the middle of a fault: a reaction notes it on each of them. */
  const placed: string[] = [];

  beforeAll(async () => {
    town = await towns.found({ nodes: 3 });
    const [one, two, third] = await Promise.all([town.api(), town.api(), town.worker()]);
    apis = [one, two];
    worker = third;
    hall = await TownHall.found(one);
  }, 120_000);

  async function place({ rivals }: Prepared, title: string): Promise<void> {
    const caseIds = rivals.map(({ id }) => id);
    placed.push(...caseIds.map((id) => `change-${id}`));
    await hall.putOnAgenda(title, caseIds);
  }

  it('the leader is killed and another one elected', async () => {
    await burstThrough(town, apis, 'killed', async (_burst, prepared) => {
      const placing = place(prepared, 'Før valget');
      await town.store.kill(0);
      await town.store.elect(1);
      await placing;
    });
    await town.store.startNode(0);
  });

  it('the leader is deposed, and nobody leads until all have been told to come again', async () => {
    await burstThrough(town, apis, 'leaderless', async (burst, prepared) => {
      await town.store.depose();
      const placing = place(prepared, 'Uden leder');
      await waitFor(() => burst.toldToComeAgain >= 20, 30_000);
      await town.store.elect(2);
      await placing;
    });
  });

  it('another one leads all of a sudden', async () => {
    await burstThrough(town, apis, 'moved', async (_burst, prepared) => {
      await town.store.elect(0);
      await place(prepared, 'Efter valget');
    });
  });

  it('shows the same cases under the same numbers on all, and reactions ran once', async () => {
    const onAgenda = async () => (await town.log()).filter(({ type }) => type === 'CasePlacedOnAgenda');
    await waitFor(async () => (await onAgenda()).length >= placed.length, 30_000);
    await worker.ready();
    expect((await onAgenda()).map(({ stream }) => stream).sort()).toEqual([...placed].sort());
    await sameEverywhere(town, apis, [worker]);
  }, 90_000);
});

/** A burst with a fault in its middle; afterwards the log holds exactly what the clients were told. */
async function burstThrough(
  town: SharedTown,
  apis: readonly SharedProcess[],
  name: string,
  fault: (burst: Burst, prepared: Prepared) => void | Promise<void>,
): Promise<Burst> {
  const burst = new Burst(name, apis, ANSWERED_WITHIN);
  try {
    const prepared = await burst.prepare();
    let faulty: void | Promise<void>;
    let answered = 0;
    await burst.run(prepared, (count) => {
      answered = count;
      if (count === INTO) faulty = fault(burst, prepared);
    });
    await faulty!;
    expect(answered).toBe(ACTS);
    console.log(`${name}: slowest answer ${burst.slowest} ms, tried again after ${JSON.stringify(burst.retried)}`);
    expect(burst.complaints).toEqual([]);
    const log = await town.log();
    expect(burst.check(log)).toEqual([]);
    expect(burst.winners(prepared)).toEqual(prepared.rivals.map(() => 1));
    expect(twice(log)).toEqual([]);
    return burst;
  } finally {
    burst.close();
  }
}

/** Lists and views are the same on all, also on one that reads the whole log only now. */
async function sameEverywhere(
  town: SharedTown,
  apis: readonly SharedProcess[],
  workers: readonly SharedProcess[] = [],
): Promise<void> {
  const fresh = await town.api();
  const all = [...apis, fresh];
  const position = (await town.log()).at(-1)!.position;
  const numbers = await Promise.all(all.map((api) => numbersOf(api, position)));
  expect(numbers[0]!.size).toBeGreaterThan(ACTS / 2);
  expect(new Set(numbers[0]!.values()).size).toBe(numbers[0]!.size);
  for (const each of numbers) expect(each).toEqual(numbers[0]);
  const old = [...apis, ...workers];
  for (const each of [...old, fresh]) expect(await each.stop()).toBe(0);
  for (const each of old) expect(differences(each.rows(), fresh.rows())).toEqual([]);
}

/** The number of each case, as a process lists them when it has seen the whole log. */
async function numbersOf({ url }: SharedProcess, position: string): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  const auditor = clientOf(url, 'auditor');
  for (let cursor: string | null = ''; cursor !== null;) {
    const { status, body } = await auditor.get(`/changes?limit=200${cursor && `&cursor=${cursor}`}`, {
      'Consistent-With': position,
    });
    expect(status).toBe(200);
    for (const { changeId, number } of body.items) numbers.set(changeId, number);
    cursor = body.nextCursor;
  }
  return numbers;
}

/** Events that stand in the log twice, and commands that were done twice; none. */
function twice(log: readonly LoggedEvent[]): string[] {
  const ids = [...groupBy(log, ({ id }) => id)].filter(([, events]) => events.length > 1).map(([id]) => id);
  const commands = [...groupBy(log, ({ meta }) => meta.commandId)].filter(
    ([, events]) => new Set(events.map(({ meta }) => meta.recordedAt)).size > 1,
  );
  return [...ids, ...commands.map(([id]) => id)];
}
