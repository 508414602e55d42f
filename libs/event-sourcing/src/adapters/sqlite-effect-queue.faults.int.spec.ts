import fs, { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { ComeAgain, type JobRun, type QueueWork } from '../effect-queue.js';
import { TryLater } from '../errors.js';
import { aJob, door, FIRST_BACKOFF, until, workOf } from '../testing/effect-queue-jobs.js';
import { ScriptedClock } from '../testing/scripted-clock.js';
import { SqliteEffectQueue } from './sqlite-effect-queue.js';

const NOW = '2026-04-24T10:00:00.000Z';
const at = (time: string): string => `2026-04-24T${time}.000Z`;

let folder: string;
let file: string;
let clock: ScriptedClock;
let queues: SqliteEffectQueue[];
let lines: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queue-'));
  file = join(folder, 'queue.db');
  clock = new ScriptedClock(NOW);
  [queues, lines] = [[], []];
});
afterEach(async () => {
  await Promise.all(queues.map((queue) => queue.close(0)));
  rmSync(folder, { recursive: true });
});

function open(): SqliteEffectQueue {
  const backoff = { first: FIRST_BACKOFF, longest: 10_000 };
  const queue = SqliteEffectQueue.open(file, {
    ...{ clock, backoff, look: 10, lease: 15_000, losses: 2 },
    log: (line) => lines.push(line),
  });
  queues.push(queue);
  return queue;
}

/** Runs that were begun, and the instants at which sweeps were due. */
function diary(handle: QueueWork['handle'] = async () => {}, pattern = '*/10 * * * *') {
  const [runs, swept]: [JobRun[], string[]] = [[], []];
  const sweeps = [{ name: 'sweep', pattern, run: async (dueAt: string) => void swept.push(dueAt) }];
  const work = workOf(
    async (run) => {
      runs.push(run);
      await handle(run);
    },
    { sweeps },
  );
  return { runs, swept, work };
}

describe('a clock that jumps', () => {
  it('an hour ahead makes jobs run whose time it passed, and a sweep once', async () => {
    const queue = open();
    const { runs, swept, work } = diary();
    await queue.start(work);
    await until(() => swept.length === 1);
    await queue.add([aJob('in half an hour', { runAt: at('10:30:00') }), aJob('in two', { runAt: at('12:00:00') })]);
    clock.set(at('11:05:00'));
    await until(() => swept.length === 2 && runs.length === 1);
    clock.set(at('11:09:59'));
    await until(async () => (await queue.status()).active === 0);
    expect(runs.map(({ key }) => key)).toEqual(['in half an hour']);
    clock.set(at('11:10:00'));
    await until(() => swept.length === 3);
    expect(swept).toEqual([NOW, at('10:10:00'), at('11:10:00')]);
  });

  it('by a week asleep does what was due once, and goes on from there', async () => {
    const queue = open();
    const { runs, swept, work } = diary();
    await queue.start(work);
    await until(() => swept.length === 1);
    await queue.add([aJob('on Sunday', { runAt: '2026-04-26T08:00:00.000Z' })]);
    clock.set('2026-05-01T10:03:00.000Z');
    await until(() => swept.length === 2 && runs.length === 1);
    clock.set('2026-05-01T10:10:00.000Z');
    await until(() => swept.length === 3);
    expect(swept.slice(1)).toEqual([at('10:10:00'), '2026-05-01T10:10:00.000Z']);
    expect(runs[0]).toMatchObject({ runAt: '2026-04-26T08:00:00.000Z' });
  });

  it('is caught up with as well when the process slept with it', async () => {
    const before = diary();
    const first = open();
    await first.start(before.work);
    await until(() => before.swept.length === 1);
    await first.add([aJob('on Sunday', { runAt: '2026-04-26T08:00:00.000Z' })]);
    await first.close();
    clock.set('2026-05-01T10:03:00.000Z');
    const after = diary();
    await open().start(after.work);
    await until(() => after.swept.length === 1 && after.runs.length === 1);
    expect(after.swept).toEqual([at('10:10:00')]);
  });

  it('back a year does not make a sweep wait for a year', async () => {
    clock.set('2027-04-24T10:00:00.000Z');
    const queue = open();
    const { swept, work } = diary();
    await queue.start(work);
    await until(() => swept.length === 1);
    clock.set(NOW);
    // The clock was seen at its new time before it goes on.
    await queue.add([aJob('now', { runAt: NOW })]);
    await until(async () => (await queue.status()).waiting === 0);
    clock.set(at('10:10:00'));
    await until(() => swept.length === 2);
    expect(swept[1]).toBe(at('10:10:00'));
  });

  describe('back a year', () => {
    const AHEAD = '2027-04-24T10:00:00.000Z';
    const dueBefore = [aJob('put off', { runAt: at('09:00:00') }), aJob('failed', { runAt: at('09:00:00') })];
    const dueLater = aJob('of June', { runAt: '2026-06-24T10:00:00.000Z' });
    /** Each job once: it is put off for ten minutes or fails, by a clock that is a year ahead; then it is done. */
    function once() {
      const seen = new Set<string>();
      return diary(({ key }) => {
        if (seen.has(key)) return Promise.resolve();
        seen.add(key);
        if (key === 'failed') return Promise.reject(new Error('rope'));
        return Promise.reject(new ComeAgain(new Date(Date.parse(clock.now()) + 600_000).toISOString()));
      });
    }
    const keysOf = (runs: readonly JobRun[]): string[] => runs.map(({ key }) => key).sort();

    it('makes no job wait for a year that was put off or failed before', async () => {
      clock.set(AHEAD);
      const queue = open();
      const { runs, work } = once();
      await queue.start(work);
      await queue.add(dueBefore);
      await until(async () => (await queue.status()).delayed === 2);
      await queue.add([{ ...dueLater, runAt: '2027-06-24T10:00:00.000Z' }]);
      clock.set(NOW);
      await until(() => runs.length === 4);
      expect(keysOf(runs)).toEqual(['failed', 'failed', 'put off', 'put off']);
      await until(async () => (await queue.status()).active === 0);
      expect(await queue.status()).toMatchObject({ waiting: 0, delayed: 1, dead: 0 });
    });

    it('makes none wait after a restart either', async () => {
      clock.set(AHEAD);
      const queue = open();
      await queue.start(once().work);
      await queue.add(dueBefore);
      await until(async () => (await queue.status()).delayed === 2);
      await queue.close();
      clock.set(NOW);
      const { runs, work } = diary();
      await open().start(work);
      await until(() => runs.length === 2);
      expect(keysOf(runs)).toEqual(['failed', 'put off']);
    });

    it('or back a minute leaves those waiting that wait on purpose, also over a restart', async () => {
      const queue = open();
      const first = once();
      await queue.start(first.work);
      await queue.add([...dueBefore, dueLater]);
      await until(async () => (await queue.status()).delayed === 3);
      clock.set(at('09:59:00'));
      await queue.add([aJob('now', { runAt: at('09:59:00') })]);
      await until(() => first.runs.some(({ key }) => key === 'now'));
      await queue.close();
      const after = diary();
      const next = open();
      await next.start(after.work);
      await next.add([aJob('after', { runAt: at('09:59:00') })]);
      await until(() => after.runs.length > 0);
      expect(keysOf(after.runs)).toEqual(['after']);
      expect(keysOf(first.runs)).toEqual(['failed', 'now', 'put off']);
    });
  });

  it('back a year does not leave to a dead process what it held', async () => {
    clock.set('2027-04-24T10:00:00.000Z');
    await crashedWith('a');
    clock.set(NOW);
    const { runs, work } = diary();
    await open().start(work);
    await until(() => runs.length === 1);
  });
});

/** A process that took a job and then lost its power: what is on its disk at that moment is what there is. */
async function crashedWith(key: string): Promise<void> {
  const begun = door();
  const crashed = open();
  await crashed.add([aJob(key, { runAt: clock.now() })]);
  await crashed.start(
    workOf(() => {
      begun.open();
      return new Promise(() => {});
    }),
  );
  await begun.passed;
  const disk = mkdtempSync(join(folder, 'disk-'));
  for (const name of readdirSync(dirname(file)).filter((one) => one.startsWith('queue.db')))
    copyFileSync(join(dirname(file), name), join(disk, name));
  file = join(disk, 'queue.db');
}

describe('a process that ended in the middle', () => {
  it('has its jobs run again once its lease is over, as the same attempt', async () => {
    await crashedWith('a');
    const { runs, work } = diary();
    const next = open();
    await next.start(work);
    await until(async () => (await next.status()).active === 1);
    expect(runs).toEqual([]);
    clock.set(at('10:00:16'));
    await until(() => runs.length === 1);
    expect(runs[0]).toMatchObject({ key: 'a', attempt: 1 });
    await until(async () => (await next.status()).active === 0);
  });

  it('again and again gives up the job that may be what ends it', async () => {
    for (const time of ['10:00:00', '10:01:00', '10:02:00']) {
      clock.set(at(time));
      await crashedWith('a');
    }
    clock.set(at('10:03:00'));
    const queue = open();
    const { runs, work } = diary();
    await queue.start(work);
    await until(async () => (await queue.status()).dead === 1);
    expect(await queue.dead({ offset: 0, limit: 10 })).toEqual([
      { kind: 'greet', key: 'a', attempts: 0, error: 'queue.lost', failedAt: at('10:03:00') },
    ]);
    expect(await queue.revive('greet', 'a')).toBe(true);
    await until(() => runs.length === 1);
  });

  it('keeps its lease as long as it lives, however long a job takes', async () => {
    const gate = door();
    const holder = diary(() => gate.passed);
    const first = open();
    await first.start(workOf(holder.work.handle));
    await first.add([aJob('long', { runAt: NOW })]);
    await until(() => holder.runs.length === 1);
    const other = diary(async () => {}, '* * * * * *');
    await open().start(other.work);
    for (const time of ['10:00:08', '10:00:16', '10:00:24', '10:00:32', '10:00:40']) {
      const swept = other.swept.length;
      clock.set(at(time));
      await until(() => other.swept.length > swept && leasedUntil('long') >= Date.parse(at(time)) + 10_000);
    }
    expect(other.runs).toEqual([]);
    gate.open();
    await until(async () => (await first.status()).active === 0);
  });
});

function leasedUntil(key: string): number {
  const database = new Database(file, { readonly: true });
  const leased = database.prepare('select leased_until from job where key = ?').pluck().get(key) as number;
  database.close();
  return leased;
}

/** A file whose beginning can be read, and hardly anything after it. */
async function brokenInside(): Promise<void> {
  const queue = open();
  await queue.add(Array.from({ length: 3_000 }, (_, n) => aJob(`${n}`, { runAt: at('11:00:00') })));
  await queue.close();
  const bytes = readFileSync(file);
  bytes.fill('x', 3 * 4096);
  writeFileSync(file, bytes);
}

describe('a file that is lost', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is begun anew when it was damaged before the start; sweeps run at once', async () => {
    writeFileSync(file, 'x'.repeat(9_000));
    const queue = open();
    const { swept, work } = diary();
    await queue.start(work);
    await until(() => swept.length === 1);
    expect(lines).toEqual([expect.stringContaining('is damaged')]);
    expect(existsSync(`${file}.set-aside`)).toBe(true);
  });

  it('is begun anew when a page of it turns out to be broken, and the work goes on', async () => {
    await brokenInside();
    const queue = open();
    const { runs, swept, work } = diary();
    await queue.start(work);
    clock.set(at('11:00:00'));
    await until(() => swept.length > 0);
    await queue.add([aJob('after', { runAt: NOW })]);
    await until(() => runs.some(({ key }) => key === 'after'));
    await until(() => existsSync(`${file}.set-aside`));
    expect(lines.filter((line) => line.includes('is damaged'))).toHaveLength(1);
    expect(await queue.status()).toMatchObject({ trouble: null, dead: 0 });
  });

  it('is begun anew as soon as there is room for it, where the disk was full just then', async () => {
    await brokenInside();
    const queue = open();
    const isFull = jest.spyOn(fs, 'writeFileSync').mockImplementation(() => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    });
    const refused = new TryLater('queue.disk-full', 30);
    const jobs = Array.from({ length: 100 }, (_, n) => aJob(`after ${n}`, { runAt: NOW }));
    for (let times = 0; times < 2; times++) await expect(queue.add(jobs)).rejects.toEqual(refused);
    await expect(queue.status()).rejects.toEqual(refused);
    isFull.mockRestore();
    const { runs, swept, work } = diary();
    await queue.start(work);
    await queue.add(jobs);
    await until(() => runs.length === 100 && swept.length === 1);
    expect(await queue.status()).toMatchObject({ trouble: null, dead: 0 });
    expect(existsSync(`${file}.set-aside`)).toBe(true);
  });

  it('is known to be out of reach where nothing can take its place', async () => {
    await brokenInside();
    const queue = open();
    const isReadOnly = jest.spyOn(fs, 'writeFileSync').mockImplementation(() => {
      throw Object.assign(new Error('read-only file system'), { code: 'EROFS' });
    });
    const jobs = Array.from({ length: 100 }, (_, n) => aJob(`${n}`, { runAt: NOW }));
    for (let times = 0; times < 2; times++)
      await expect(queue.add(jobs)).rejects.toEqual(new TryLater('queue.out-of-reach', 30));
    isReadOnly.mockRestore();
    await queue.add(jobs);
  });

  it('is begun anew when it was deleted between two starts', async () => {
    const first = open();
    const before = diary();
    await first.start(before.work);
    await until(() => before.swept.length === 1);
    await first.close();
    for (const name of ['', '-wal', '-shm']) rmSync(`${file}${name}`, { force: true });
    const after = diary();
    await open().start(after.work);
    await until(() => after.swept.length === 1);
  });
});
