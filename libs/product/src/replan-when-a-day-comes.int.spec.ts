import { Effects, START, type RecordedEvent } from '@rettidig/event-sourcing';
import { SqliteEffectQueue } from '@rettidig/event-sourcing/adapters';
import { memoryEngine, requestOf, ScriptedClock } from '@rettidig/event-sourcing/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { features } from './features.js';
import { replanWhenADayComes } from './replan-when-a-day-comes.js';

const MAY = '2026-05-20T08:00:00.000Z';
/** 00:05 on 1 June in Copenhagen. */
const JUNE = '2026-05-31T22:05:00.000Z';

describe('what takes effect on a day that was recorded before', () => {
  const clock = new ScriptedClock(MAY);
  const stops: (() => Promise<void>)[] = [];
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'rettidig-days-'));
    clock.set(MAY);
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    rmSync(place, { recursive: true });
  });

  type World = Awaited<ReturnType<typeof worker>>;

  /** A worker with views and a queue of its own, on the log of the others. */
  async function worker(first?: { world: ReturnType<typeof memoryEngine> }) {
    const { store, privateStore, codec } = first?.world ?? {};
    const world = memoryEngine(features, { clock, ...(first && { store, privateStore, codec }) });
    const { engine } = world;
    const queue = SqliteEffectQueue.open(join(place, `${stops.length}.db`), { clock, log: () => {}, look: 20 });
    const owner = `worker ${stops.length}`;
    const tools = { engine, store: world.store, queue, clock, owner, pokeAfter: 10 };
    const effects = new Effects({ effects: [replanWhenADayComes({ engine })], ...tools });
    stops.push(async () => {
      await effects.stop(2000);
      await engine.stop();
    });
    await engine.start();
    return { world, effects };
  }

  const said = async ({ world: { engine } }: World, command: string, message: object) => {
    const { answer, subjectId } = await engine.dispatch(requestOf(command, message));
    return { subjectId, ...(answer as { unitId: string; committeeId: string }) };
  };

  /** A home below a centre, with a local committee from 1 June on, and a case of each. */
  async function town(worker: World) {
    const unit = async (parentId: string | null) =>
      (await said(worker, 'EstablishUnit', { name: 'Enhed', parentId, validFrom: '2025-01-01' })).unitId;
    const committee = async (level: string, covers: string[], validFrom: string) => {
      const message = { name: 'Udvalg', level, kind: level, covers, parentId: null, validFrom };
      return (await said(worker, 'EstablishCommittee', message)).committeeId;
    };
    const top = await unit(null);
    const [home, elsewhere] = [await unit(top), await unit(top)];
    const main = await committee('main', [top], '2025-01-01');
    const registered = async (managerUnitId: string) => {
      const decider = { body: 'manager', managerUnitId };
      const change = { title: 'Sag', kind: 'reorganisation', unitId: managerUnitId, decider };
      return (await said(worker, 'RegisterChange', change)).subjectId;
    };
    const touched = await registered(home);
    const untouched = await registered(elsewhere);
    const local = await committee('local', [home], '2026-06-01');
    await worker.world.engine.settled();
    return { main, local, touched, untouched };
  }

  const logOf = async ({ world }: World, category: string): Promise<RecordedEvent[]> => [
    ...(await world.store.readAll({ after: START, categories: [category], limit: 10_000 })),
  ];
  const doneOf = async (worker: World) => (await logOf(worker, 'effect')).filter(({ type }) => type === 'EffectDone');

  it('re-routes the cases that it concerns on that day, once for two workers, and no others', async () => {
    const one = await worker();
    const { local, touched, untouched } = await town(one);
    await one.effects.start();
    const before = await logOf(one, 'change');
    const other = await worker(one);
    await other.effects.start();
    clock.set(JUNE);
    one.effects.poke();
    other.effects.poke();
    await eventually(async () => (await doneOf(one)).length === 1);
    const added = (await logOf(one, 'change')).slice(before.length);
    expect(new Set(added.map(({ stream }) => stream))).toEqual(new Set([`change-${touched}`]));
    expect(added.map(({ type }) => type)).toEqual(['MedInvolvementAssessed', 'ReviewsPlanned']);
    expect(added[0]!.data).toMatchObject({ cause: 'structure', requirements: [{ committeeId: local }] });
    expect(added[1]!.data).toMatchObject({ cause: { what: 'dayCame', on: '2026-06-01' } });
    expect(added.every(({ meta }) => !meta.byPerson && meta.actor.role === 'system')).toBe(true);
    expect((await doneOf(one))[0]!.data).toMatchObject({ result: 'cases-1' });
    expect(touched).not.toBe(untouched);
  }, 30_000);

  it('is made up for after a week asleep, and not done again at the next start', async () => {
    const before = await worker();
    const { touched } = await town(before);
    clock.set('2026-06-08T06:00:00.000Z');
    await before.effects.start();
    await eventually(async () => (await doneOf(before)).length === 1);
    const last = (await logOf(before, 'change')).at(-1)!;
    expect([last.stream, last.type]).toEqual([`change-${touched}`, 'ReviewsPlanned']);
    const after = await worker(before);
    clock.set('2026-06-09T06:00:00.000Z');
    await after.world.engine.settled();
    await after.effects.start();
    // Something that has to be done after it shows that it was looked at and found done.
    await said(after, 'DeclareTransitionPeriod', { levelsInForce: ['main'], from: '2026-06-10' });
    clock.set('2026-06-10T06:00:00.000Z');
    after.effects.poke();
    await eventually(async () => (await doneOf(after)).length === 2);
    const keys = (await logOf(after, 'effect')).filter(({ type }) => type === 'EffectClaimed');
    expect(keys).toHaveLength(2);
  }, 30_000);
});

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 700) throw new Error('it never held');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
