import { Effects, START, type Text } from '@rettidig/event-sourcing';
import { SqliteEffectQueue } from '@rettidig/event-sourcing/adapters';
import { memoryEngine } from '@rettidig/event-sourcing/testing';
import { JsonLog, readConfig, SystemClock } from '@rettidig/platform';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { effectsOf } from '../effects.js';
import { features } from '../features.js';
import { READ, REFUSED } from './watched-folder.js';

const agenda = readFileSync(join(__dirname, '../../../../test/fixtures/agendas/sbsys.xml'), 'utf8');
const onDay = (day: string): string => agenda.replace('3. juni 2026', day);
const explain = (): Text => ({ da: 'Kan ikke læses.', en: 'Cannot be read.' });

const { mail } = readConfig({});

describe('taking in agendas', () => {
  const clock = new SystemClock();
  const stops: (() => Promise<void>)[] = [];
  let place: string;
  let agendaDir: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'rettidig-take-in-'));
    agendaDir = join(place, 'agendas');
    mkdirSync(agendaDir);
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    rmSync(place, { recursive: true });
  });

  type World = ReturnType<typeof memoryEngine>;
  /** A worker with views and a queue of its own, on the log and the folder of the others. */
  async function worker(first?: World): Promise<World> {
    const shared = first && { store: first.store, privateStore: first.privateStore, codec: first.codec };
    const world = memoryEngine(features, shared);
    const { engine, privateStore, store } = world;
    const queue = SqliteEffectQueue.open(join(place, `${stops.length}.db`), { clock, log: () => {}, look: 20 });
    const tools = { engine, privateStore, explain, log: new JsonLog('silent') } as never;
    const owner = `worker ${stops.length}`;
    const effects = new Effects({ effects: effectsOf({ agendaDir, mail })(tools), engine, store, queue, clock, owner });
    stops.push(async () => {
      await effects.stop(2000);
      await engine.stop();
    });
    await engine.start();
    await effects.start();
    return world;
  }

  const put = (name: string, text: string): void => writeFileSync(join(agendaDir, name), text);
  const lying = (): string[] => readdirSync(agendaDir).filter((name) => name !== READ && name !== REFUSED);
  const typesIn = async ({ store }: World): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const { type } of await store.readAll({ after: START, limit: 10_000 })) counts[type] = (counts[type] ?? 0) + 1;
    return counts;
  };

  it('is done once for each of two workers’ files, again for other content under the same name, and tells no name', async () => {
    put('Hansen.xml', onDay('3. juni 2026'));
    put('vrøvl.xml', '<?xml version="1.0"?><faktura/>');
    const world = await worker();
    await worker(world);
    await eventually(async () => lying().length === 0 && (await typesIn(world))['EffectDone'] === 2);
    put('Hansen.xml', onDay('8. juli 2026'));
    await eventually(async () => lying().length === 0 && (await typesIn(world))['EffectDone'] === 3);
    expect(await typesIn(world)).toMatchObject({
      ...{ EffectClaimed: 3, EffectDone: 3, ImportCommitted: 2, PoliticalAgendaImported: 2 },
    });
    const effects = await world.store.readAll({ after: START, categories: ['effect'], limit: 100 });
    expect(effects.flatMap(({ data }) => ('result' in data ? [data.result] : [])).sort()).toEqual([
      'refused',
      'taken-in',
      'taken-in',
    ]);
    expect(JSON.stringify(effects)).not.toMatch(/Hansen|vrøvl/);
    expect(readdirSync(join(agendaDir, READ)).sort()).toEqual(['Hansen.xml', 'Hansen.xml.2']);
    expect(readdirSync(join(agendaDir, REFUSED)).sort()).toEqual(['vrøvl.xml', 'vrøvl.xml.aarsag.txt']);
  }, 60_000);
});

it('is not done without a folder', () => {
  const names = effectsOf({ agendaDir: null, mail })({} as never).map(({ name }) => name);
  expect(names).not.toContain('take-in-agenda');
});

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 1500) throw new Error('it never held');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
