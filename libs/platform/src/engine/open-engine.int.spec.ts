import { stopwatch, Unusable, type AnyEffect, type Clock } from '@rettidig/event-sourcing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { effectsFeature } from '../effects/feature.js';
import { Rights } from '../rights.js';
import { tallyAccess, tallyFeature } from '../testing/tally.js';
import { TallyApp } from '../testing/tally-app.js';
import { dataFiles } from './data-folder.js';
import { openEngine } from './open-engine.js';

const clock: Clock = { now: () => '2026-04-24T10:00:00.000Z' };
const open = (dataDir: string) =>
  openEngine({ dataDir, features: [tallyFeature], clock, rights: new Rights(tallyAccess), log: () => {} });

const codeOf = async (opening: Promise<unknown>): Promise<string> => {
  try {
    await opening;
  } catch (error) {
    if (error instanceof Unusable && error.sentence.da !== '' && error.sentence.en !== '') return error.code;
    throw error;
  }
  return 'opened';
};

describe('a data folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rettidig-data-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made with the folders above it, and is empty once', async () => {
    const dataDir = join(folder, 'a', 'b');
    const first = await open(dataDir);
    expect(first.wasEmpty).toBe(true);
    await first.engine.dispatch(start());
    await first.close();
    const second = await open(dataDir);
    expect(second.wasEmpty).toBe(false);
    await second.close();
  });

  it('that is a file, or cannot be made, is refused with what to do', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await codeOf(open(join(folder, 'file')))).toBe('data.out-of-reach');
    expect(await codeOf(open('/proc/nowhere/data'))).toBe('data.out-of-reach');
  });

  it('that another process uses is refused', async () => {
    const first = await open(folder);
    expect(await codeOf(open(folder))).toMatch(/^store\./);
    await first.close();
    const second = await open(folder);
    await second.close();
  });

  it('whose keys were lost is refused: its texts could never be read again', async () => {
    const first = await open(folder);
    await first.engine.dispatch(start());
    await first.close();
    rmSync(dataFiles(folder).private);
    expect(await codeOf(open(folder))).toBe('private.keys-lost');
  });

  it('is let go of in time while an effect in hand does not end, and is free for the next process', async () => {
    let begun = (): void => {};
    const isInHand = new Promise<void>((resolve) => (begun = resolve));
    const endless: AnyEffect = {
      name: 'wait-for-ever',
      every: '* * * * * *',
      due: () => [{ key: 'one', runAt: '2026-04-24T09:00:00.000Z', about: {} }],
      check: () => null,
      perform: () => {
        begun();
        return new Promise(() => {});
      },
    };
    const said: string[] = [];
    const running = await openEngine({
      ...{ dataDir: folder, features: [tallyFeature, effectsFeature], clock, rights: new Rights(tallyAccess) },
      log: (line) => void said.push(line),
      effects: () => [endless],
    });
    await isInHand;
    const took = stopwatch();
    await running.close(2000);
    expect(took()).toBeLessThan(4000);
    const next = await open(folder);
    await next.close();
  }, 30_000);

  it('loses nothing when its views are deleted', async () => {
    const dataDir = folder;
    const app = await TallyApp.start({ dataDir });
    await app.tally();
    await app.app.close();
    rmSync(dataFiles(dataDir).views);
    const again = await TallyApp.start({ dataDir });
    expect((await again.get('/api/v1/tallies')).body.total).toBe(1);
    await again.app.close();
  });
});

const start = () => ({
  command: 'StartTally',
  message: { kind: 'small', note: 'meetings', on: '2026-04-24' },
  actor: { id: '0b7e9f5a-6d3c-5b1e-9a44-2f1c7d8e9a10', role: 'manager' },
  commandId: '5d0f0f70-4f55-5b0e-8f1c-3c2a9a7b6d21',
  correlationId: '5d0f0f70-4f55-5b0e-8f1c-3c2a9a7b6d21',
  byPerson: true,
});
