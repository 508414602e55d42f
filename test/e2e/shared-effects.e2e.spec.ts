import { Probes } from '../support/shared-probes.js';
import { API, type SharedProcess } from '../support/shared-process.js';
import { SharedTowns, type SharedTown } from '../support/shared-town.js';
import { waitFor } from '../support/wait.js';

/** So many at a time, so that the others wait in Redis. */
const AT_A_TIME = 2;
/** Whoever is held by the test is not taken for dead meanwhile. */
const PATIENT = { EFFECT_CONCURRENCY: String(AT_A_TIME), PROBE_TIMEOUT_MS: '30000' };
/** On a machine that is busy all of it takes longer. */
const eventually = (condition: () => boolean | Promise<boolean>): Promise<void> => waitFor(condition, 45_000);

const towns = new SharedTowns();
let town: SharedTown;
let probes: Probes;
let api: SharedProcess;
let worker: SharedProcess;
/** All cases that were ever registered. */
const cases: string[] = [];

beforeAll(async () => {
  town = await towns.found();
  probes = await Probes.of(town);
  [api, worker] = await Promise.all([town.api(), probes.worker(PATIENT)]);
}, 120_000);
afterAll(async () => {
  await towns.remove();
  await probes.close();
});

async function register(count: number, through = api): Promise<string[]> {
  const registered = await probes.register([through], count);
  cases.push(...registered);
  return registered;
}

/** What `/readyz` says: its status line, its word, and what is wrong. */
async function readyz({ url }: SharedProcess) {
  const response = await fetch(`${url}/readyz`);
  const { status, problems } = (await response.json()) as {
    readonly status: string;
    readonly problems: readonly { readonly code: string; readonly about: string }[];
  };
  return { http: response.status, status, problems: problems.map(({ code, about }) => `${code} ${about}`) };
}

const isReady = async (process: SharedProcess): Promise<boolean> => (await readyz(process)).status === 'ready';

/** Waits until both tell that Redis is gone: the worker cannot do its work, the API does all of its own. */
async function bothTell(): Promise<void> {
  const told = ['queue-trouble queue.unreachable'];
  await eventually(async () => (await readyz(worker)).http === 503 && (await readyz(api)).status === 'degraded');
  expect(await readyz(worker)).toEqual({ http: 503, status: 'not-ready', problems: told });
  expect(await readyz(api)).toEqual({ http: 200, status: 'degraded', problems: told });
}

describe('when Redis', () => {
  it('is killed and started again, commands work on, and each effect is done once', async () => {
    const before = await register(2);
    expect(await probes.notOnce(before)).toEqual([]);
    await town.redis.kill();
    await bothTell();
    const meanwhile = await register(4);
    expect(probes.callsOf(meanwhile)).toEqual([]);

    await town.redis.start();
    expect(await probes.notOnce([...before, ...meanwhile])).toEqual([]);
    await eventually(async () => (await isReady(api)) && isReady(worker));
  }, 120_000);

  it('comes back empty, with effects in hand and others waiting', async () => {
    probes.target.hold();
    const inHand = await register(AT_A_TIME);
    await eventually(() => probes.target.held === AT_A_TIME);
    const waiting = await register(3);
    await eventually(async () => (await worker.readiness()).queue?.waiting === 3);
    await town.redis.kill();
    await bothTell();
    const meanwhile = await register(2);

    await town.redis.startEmpty();
    probes.target.letGo();
    expect(await probes.notOnce([...inHand, ...waiting, ...meanwhile])).toEqual([]);
    await eventually(() => isReady(worker));
  }, 120_000);

  it('is flushed while jobs wait', async () => {
    probes.target.hold();
    const due = await register(5);
    await eventually(() => probes.target.held === AT_A_TIME);
    await eventually(async () => (await worker.readiness()).queue?.waiting === 5 - AT_A_TIME);
    town.redis.flush();
    expect((await worker.readiness()).queue).toMatchObject({ waiting: 0, active: 0 });
    probes.target.letGo();
    expect(await probes.notOnce(due)).toEqual([]);
  });

  it('is not there at the start of API and worker, they start all the same and tell', async () => {
    expect(await Promise.all([api.stop(), worker.stop()])).toEqual([0, 0]);
    await town.redis.kill();
    [api, worker] = await Promise.all([town.launch(API), probes.launch(PATIENT)]);
    await eventually(async () => (await readyz(worker)).http === 503 && (await readyz(api)).http === 200);
    await bothTell();
    const due = await register(3);

    await town.redis.startEmpty();
    expect(await probes.notOnce(due)).toEqual([]);
    await eventually(async () => (await isReady(api)) && isReady(worker));
  }, 120_000);

  it('was lost in all these ways, no key was ever done twice', async () => {
    expect(await probes.notOnce(cases)).toEqual([]);
    expect(probes.target.calls).toHaveLength(cases.length);
  });
});

describe('when a clock', () => {
  const HOUR = 3_600_000;
  const WEEK = 7 * 24 * HOUR;
  const soon = (): string[] => cases.map((id) => `${id}/soon`);
  const later = (): string[] => cases.map((id) => `${id}/later`);
  const looks = (): Promise<number> => worker.ask<number>('looks');

  beforeAll(async () => {
    expect(await worker.stop()).toBe(0);
    worker = await probes.worker({ PROBE_EFFECT: 'remind' });
  }, 120_000);

  it('jumps an hour, what became due is done once, and nothing else', async () => {
    // Due within the hour to come, they wait for their time; what is due in days is not in sight yet.
    await eventually(async () => (await worker.readiness()).queue?.delayed === cases.length);
    await worker.ask('shiftTime', HOUR);
    expect(await probes.notOnce(soon(), 'remind')).toEqual([]);
    expect(probes.callsOf(later())).toEqual([]);
  });

  it('slept for a week, the look for what is due catches up, and each is done once', async () => {
    await worker.ask('shiftTime', WEEK);
    expect(await probes.notOnce([...soon(), ...later()], 'remind')).toEqual([]);
  });

  it('sleeps for two weeks more, the look for what is due runs once for each, not once for each hour of them', async () => {
    const before = await looks();
    for (const week of [1, 2]) {
      await worker.ask('shiftTime', WEEK);
      await eventually(async () => (await looks()) >= before + week);
    }
    // What is registered now is long overdue by the worker's time. Each page that its views take in makes it look, too.
    await register(1);
    expect(await probes.notOnce([...soon(), ...later()], 'remind')).toEqual([]);
    expect((await looks()) - before).toBeLessThan(20);
  });
});
