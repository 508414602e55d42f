import { clientOf } from '../support/client.js';
import { agendaThrough } from '../support/shared-agenda.js';
import type { LoggedEvent } from '../support/shared-log.js';
import { Probes } from '../support/shared-probes.js';
import { API, differences, type Readiness, type SharedProcess } from '../support/shared-process.js';
import { appendOldEffects } from '../support/shared-raw.js';
import { SharedTowns, type SharedTown } from '../support/shared-town.js';
import { waitFor } from '../support/wait.js';

const CASES = 60;
const ON_AGENDA = 20;
/** Hundreds of events that the log is older by. */
const OLD = 80;
/** So long may something take that needs no more than a moment, on a machine that is busy. In milliseconds. */
const LONG = 60_000;

const towns = new SharedTowns();
let town: SharedTown;
let probes: Probes;
let api: SharedProcess;
let worker: SharedProcess;

beforeAll(async () => {
  town = await towns.found();
  probes = await Probes.of(town);
  [api, worker] = await Promise.all([town.api(), probes.worker()]);
  const cases = await probes.register([api], CASES);
  await (await agendaThrough(api)).add(cases.slice(0, ON_AGENDA));
  await probes.done(cases);
  await waitFor(async () => placements(await town.log()) === ON_AGENDA, LONG);
  await appendOldEffects(town.store.url, OLD);
  await Promise.all([api.ready(), worker.ready()]);
}, 180_000);
afterAll(async () => {
  await towns.remove();
  await probes.close();
});

const placements = (log: readonly { readonly type: string }[]): number =>
  log.filter(({ type }) => type === 'CasePlacedOnAgenda').length;

/** All that this town did so far. */
const everything = async () => ({ events: (await town.log()).length, calls: probes.target.calls.length });

describe('nodes that join an old log', () => {
  let newApi: SharedProcess;
  let newWorker: SharedProcess;
  let before: Awaited<ReturnType<typeof everything>>;

  it('say that their views build, on the front page too, while the others serve', async () => {
    before = await everything();
    expect(before.events).toBeGreaterThan(100 * OLD);
    [newApi, newWorker] = await Promise.all([town.launch(API), probes.launch()]);
    const said: Readiness[] = [];
    const served: number[] = [];
    const pages: string[] = [];
    await waitFor(async () => {
      const one = await newApi.readiness();
      said.push(one);
      served.push((await clientOf(api.url, 'auditor').get('/changes?limit=1')).status);
      if (one.status === 'not-ready') {
        expect((await api.readiness()).status).toBe('ready');
        pages.push(await (await fetch(newApi.url)).text());
      }
      return one.status === 'ready';
    }, LONG);
    expect(said[0]).toMatchObject({ status: 'not-ready' });
    expect(said[0]!.problems.map(({ code }) => code)).toContain('view-building');
    expect(new Set(served)).toEqual(new Set([200]));
    expect(pages[0]).toContain('<h1>Siden kan ikke vises lige nu</h1>');
  }, 120_000);

  it('do nothing again that was done, neither beside the others nor in their place', async () => {
    await newWorker.ready();
    await waitFor(async () => (await newWorker.ask<number>('looks')) > 0, LONG);
    expect(new Set(await reactionsOf(newWorker))).toEqual(new Set(['standing-by']));
    expect(await everything()).toEqual(before);

    expect(await worker.stop()).toBe(0);
    await waitFor(async () => (await reactionsOf(newWorker)).every((state) => state === 'running'), LONG);
    const [added] = (await probes.register([newApi], 1)) as [string];
    expect(await probes.notOnce([added])).toEqual([]);
    // What came after is the registration, and the effect that follows from it.
    const [registered, ofEffect] = divided((await town.log()).slice(before.events), `change-${added}`);
    expect(new Set(registered.map(({ meta }) => meta.commandId)).size).toBe(1);
    expect(ofEffect.map(({ type }) => type)).toEqual(['EffectClaimed', 'EffectDone']);
    expect(probes.target.calls).toHaveLength(before.calls + 1);
  }, 120_000);

  it('show the same cases under the same numbers, in the same rows', async () => {
    const position = (await town.log()).at(-1)!.position;
    const [old, fresh] = await Promise.all([numbersOf(api, position), numbersOf(newApi, position)]);
    expect(old.size).toBe(CASES + 1);
    expect(new Set(old.values()).size).toBe(old.size);
    expect(fresh).toEqual(old);

    await Promise.all([api, newApi, newWorker].map((each) => each.ready()));
    expect(await Promise.all([api, newApi, newWorker].map((each) => each.stop()))).toEqual([0, 0, 0]);
    expect(api.rows().size).toBeGreaterThan(10);
    for (const each of [newApi, newWorker]) expect(differences(api.rows(), each.rows())).toEqual([]);
  }, 120_000);
});

/** Events of one stream, and all others. */
const divided = (events: readonly LoggedEvent[], stream: string): readonly [LoggedEvent[], LoggedEvent[]] => [
  events.filter((event) => event.stream === stream),
  events.filter((event) => event.stream !== stream),
];

const reactionsOf = async (each: SharedProcess): Promise<string[]> =>
  (await each.readiness()).reactions.map(({ state }) => state);

/** The number of each case, as a process lists them when it has seen a position. */
async function numbersOf({ url }: SharedProcess, position: string): Promise<Map<string, string>> {
  const { status, body } = await clientOf(url, 'auditor').get('/changes?limit=200', { 'Consistent-With': position });
  expect(status).toBe(200);
  return new Map(body.items.map(({ changeId, number }: Record<string, string>) => [changeId, number]));
}
