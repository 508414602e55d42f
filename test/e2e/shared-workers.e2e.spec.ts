import type { ProbeCall } from '../support/probe-effect.js';
import { agendaThrough } from '../support/shared-agenda.js';
import { Probes, recordedEffects } from '../support/shared-probes.js';
import type { SharedProcess } from '../support/shared-process.js';
import { SharedTowns, type SharedTown } from '../support/shared-town.js';
import { waitFor } from '../support/wait.js';

/** Registrations through both APIs, each due once. */
const LOAD = 200;
/** Of these so many come on the agenda of a meeting, in so many items; reactions show it on the case. */
const ON_AGENDA = { items: 4, cases: 10 };
/** While the machine is busy nobody is taken for dead. In milliseconds. */
const PATIENT = { PROBE_TIMEOUT_MS: '30000' };
/** Another worker takes over after twice as long. */
const IMPATIENT = { PROBE_TIMEOUT_MS: '3000' };
/** So long may something take that needs no more than a moment, on a machine that is busy. In milliseconds. */
const LONG = 45_000;

const towns = new SharedTowns();
let town: SharedTown;
let probes: Probes;
let apis: SharedProcess[];
let workers: SharedProcess[];

beforeAll(async () => {
  town = await towns.found();
  probes = await Probes.of(town);
  const all = await Promise.all([town.api(), town.api(), probes.worker(PATIENT), probes.worker(PATIENT)]);
  [apis, workers] = [all.slice(0, 2), all.slice(2)];
}, 120_000);
afterAll(async () => {
  await towns.remove();
  await probes.close();
});

describe('two APIs and two workers', () => {
  it('do each effect once and each reaction once, and both workers take part', async () => {
    const agenda = await agendaThrough(apis[0]!);
    const registered = await probes.register(apis, LOAD);
    const placed = registered.slice(0, ON_AGENDA.items * ON_AGENDA.cases);
    for (let from = 0; from < placed.length; from += ON_AGENDA.cases)
      await agenda.add(placed.slice(from, from + ON_AGENDA.cases));

    expect(await probes.notOnce(registered)).toEqual([]);
    expect(new Set(probes.target.calls.map(({ pid }) => pid))).toEqual(new Set(workers.map(({ pid }) => pid)));

    const shown = async () => (await town.log()).filter(({ type }) => type === 'CasePlacedOnAgenda');
    await waitFor(async () => (await shown()).length >= placed.length, LONG);
    await Promise.all(workers.map((worker) => worker.ready()));
    expect((await shown()).map(({ stream }) => stream).sort()).toEqual(placed.map((id) => `change-${id}`).sort());
  }, 120_000);
});

describe('a worker in the middle of an effect', () => {
  it('is asked to stop: it ends in time, and another one does it again, marked', async () => {
    const { key, holder, other } = await inHand();
    // One that has not ended after ten seconds ends with 1.
    expect(await holder.stop()).toBe(0);
    probes.target.letGo();
    await done(key);
    expectOneRepeat(key, holder.pid, other.pid);
    await expectRecordedOnce(key);

    expect(await other.stop()).toBe(0);
    await Promise.all(workers.map((worker) => worker.startAgain(IMPATIENT).ready()));
  }, 120_000);

  it('stands still for too long: another one does it again, marked, and what the first one did does not count', async () => {
    const { key, holder, other } = await inHand();
    holder.freeze();
    probes.target.letGo();
    await done(key);
    expectOneRepeat(key, holder.pid, other.pid);
    holder.thaw();
    await waitFor(() => holder.output().includes('was taken over while it was in hand'), LONG);
    await holder.ready();
    await expectRecordedOnce(key);
  }, 120_000);

  it('is killed: another one does it again, once, marked as perhaps the second time', async () => {
    const { key, holder, other } = await inHand();
    await holder.kill();
    probes.target.letGo();
    await done(key);
    expectOneRepeat(key, holder.pid, other.pid);
    await expectRecordedOnce(key);
    // The one that is back finds it done.
    await holder.startAgain().ready();
    expect(await probes.notOnce(await probes.register(apis, 10))).toEqual([]);
    await expectRecordedOnce(key);
    expect(probes.callsOf([key])).toHaveLength(2);
  }, 120_000);

  /** A case whose effect is held by the test in the hands of one of the workers. */
  async function inHand() {
    probes.target.hold();
    const [key] = (await probes.register(apis, 1)) as [string];
    await waitFor(() => probes.target.held === 1, LONG);
    const { pid } = probes.callsOf([key])[0]!;
    const [holder, other] = workers[0]!.pid === pid ? [workers[0]!, workers[1]!] : [workers[1]!, workers[0]!];
    return { key, holder, other };
  }

  const done = (key: string) => probes.done([key]);

  function expectOneRepeat(key: string, first: number, second: number): void {
    const told: readonly ProbeCall[] = [
      { key, attempt: 1, isRepeat: false, pid: first },
      { key, attempt: 2, isRepeat: true, pid: second },
    ];
    expect(probes.callsOf([key])).toEqual(told);
  }

  async function expectRecordedOnce(key: string): Promise<void> {
    const claims = [
      { attempt: 1, isRepeat: false },
      { attempt: 2, isRepeat: true },
    ];
    expect(recordedEffects(await town.log()).get(key)).toEqual({ key, claims, done: 1 });
  }
});
