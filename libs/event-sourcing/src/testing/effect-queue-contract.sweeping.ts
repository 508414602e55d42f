import { pause } from '../waiting.js';
import { aJob, door, SOON, until, workOf, type Open } from './effect-queue-jobs.js';

/** Sweeps run at their times, one process at a time, and none is lost. */
export function sweeping(open: Open): void {
  const nightly = '0 3 * * *';
  const everySecond = '* * * * * *';

  describe('sweeping', () => {
    it('runs a sweep that it has not heard of at once, and one that it knows at its time', async () => {
      const first = await open();
      const ran: string[] = [];
      const sweep = (name: string, pattern: string) => ({
        name,
        pattern,
        run: async (dueAt: string) => void ran.push(`${name} ${Math.abs(Date.parse(dueAt) - Date.now()) < SOON}`),
      });
      await first.start(workOf(async () => {}, { sweeps: [sweep('a', nightly)] }));
      await until(() => ran.length === 1);
      await first.close();
      const second = await open();
      await second.start(workOf(async () => {}, { sweeps: [sweep('a', nightly), sweep('b', nightly)] }));
      await until(() => ran.length === 2);
      expect(ran).toEqual(['a true', 'b true']);
    });

    it('runs each tick once, in one of several processes, and tells when it was due', async () => {
      const queues = [await open(), await open(), await open()];
      const due: string[] = [];
      const sweeps = [{ name: 'tick', pattern: everySecond, run: async (dueAt: string) => void due.push(dueAt) }];
      await Promise.all(queues.map((queue) => queue.start(workOf(async () => {}, { sweeps }))));
      await until(() => due.length >= 4);
      const [, ...ticks] = due;
      expect(new Set(ticks).size).toBe(ticks.length);
      for (const tick of ticks) expect(tick).toMatch(/\.000Z$/);
    }, 30_000);

    it('runs once what was missed many times while nobody worked, and tells when that was due', async () => {
      const due: string[] = [];
      const sweeps = [{ name: 'tick', pattern: everySecond, run: async (dueAt: string) => void due.push(dueAt) }];
      const first = await open();
      await first.start(workOf(async () => {}, { sweeps }));
      await until(() => due.length >= 2);
      await first.close();
      const closed = Date.now();
      await until(() => Date.now() > closed + 3_000);
      due.length = 0;
      const opened = Date.now();
      const second = await open();
      await second.start(workOf(async () => {}, { sweeps }));
      await until(() => due.length >= 3);
      const times = due.map((dueAt) => Date.parse(dueAt));
      expect(times[0]).toBeLessThanOrEqual(closed + 1_000);
      for (const time of times.slice(1)) expect(time).toBeGreaterThanOrEqual(opened);
    }, 30_000);

    it('never runs a sweep twice at a time', async () => {
      const queues = [await open(), await open()];
      let [running, most, runs] = [0, 0, 0];
      const run = async (): Promise<void> => {
        most = Math.max(most, (running += 1));
        runs += 1;
        await pause(1500);
        running -= 1;
      };
      const sweeps = [{ name: 'slow', pattern: everySecond, run }];
      await Promise.all(queues.map((queue) => queue.start(workOf(async () => {}, { sweeps }))));
      await until(() => runs >= 3);
      expect(most).toBe(1);
    }, 30_000);

    it('tries a failed sweep again before its next time', async () => {
      const queue = await open();
      let runs = 0;
      const run = async (): Promise<void> => {
        runs += 1;
        if (runs < 3) throw new Error('no');
      };
      await queue.start(workOf(async () => {}, { sweeps: [{ name: 'nightly', pattern: nightly, run }] }));
      await until(() => runs === 3);
    });

    it('is not held up by jobs, nor counted among them', async () => {
      const queue = await open();
      const gate = door();
      let swept = 0;
      const sweeps = [{ name: 'tick', pattern: everySecond, run: async () => void (swept += 1) }];
      await queue.add([aJob('slow')]);
      await queue.start(workOf(() => gate.passed, { sweeps, concurrency: 1 }));
      await until(() => swept >= 2);
      expect(await queue.status()).toEqual({ trouble: null, waiting: 0, delayed: 0, active: 1, dead: 0 });
      gate.open();
    });

    it('refuses a pattern that is none', async () => {
      const queue = await open();
      const sweeps = [{ name: 'a', pattern: 'whenever', run: async () => {} }];
      await expect(queue.start(workOf(async () => {}, { sweeps }))).rejects.toBeInstanceOf(RangeError);
    });
  });
}
