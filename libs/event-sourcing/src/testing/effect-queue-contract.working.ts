import { Unrecoverable, type JobRun, type QueueWork } from '../effect-queue.js';
import { pause } from '../waiting.js';
import { aJob, door, inMillis, until, workOf, type Open } from './effect-queue-jobs.js';

/** What is due runs, when it is due, once, as many at a time as may be. */
export function working(open: Open): void {
  describe('working', () => {
    it('runs what is due with all that was said about it, and forgets it', async () => {
      const queue = await open();
      const runs: JobRun[] = [];
      const job = aJob('a', {
        data: { text: 'æøå "\u{1f600}"', number: 1.5, yes: true, nothing: null, list: [{ a: ['1'] }] },
      });
      await queue.add([job]);
      expect(await queue.status()).toEqual({ trouble: null, waiting: 1, delayed: 0, active: 0, dead: 0 });
      await queue.start(workOf(async (run) => void runs.push(run)));
      await until(async () => (await queue.status()).waiting === 0 && runs.length === 1);
      expect(runs).toEqual([{ ...job, attempt: 1, signal: expect.any(AbortSignal) as unknown }]);
      expect(runs[0]!.signal.aborted).toBe(false);
      await until(async () => (await queue.status()).active === 0);
    });

    it('runs nothing before its time, and then without being asked', async () => {
      const queue = await open();
      const ran: { readonly key: string; readonly early: number }[] = [];
      await queue.start(
        workOf(async ({ key, runAt }) => void ran.push({ key, early: Date.parse(runAt) - Date.now() })),
      );
      await queue.add([
        aJob('later', { runAt: inMillis(400) }),
        aJob('sooner', { runAt: inMillis(200) }),
        aJob('in ninety days', { runAt: inMillis(90 * 86_400_000) }),
      ]);
      expect(await queue.status()).toMatchObject({ delayed: 3 });
      await until(() => ran.length === 2);
      expect(ran.map(({ key }) => key)).toEqual(['sooner', 'later']);
      for (const { early } of ran) expect(early).toBeLessThanOrEqual(0);
      await until(async () => (await queue.status()).active === 0);
      expect(await queue.status()).toMatchObject({ waiting: 0, delayed: 1 });
    });

    it('runs as many at a time as it may, and no more', async () => {
      const queue = await open();
      let running = 0;
      let most = 0;
      let done = 0;
      const work = async (): Promise<void> => {
        most = Math.max(most, (running += 1));
        await pause(20);
        running -= 1;
        done += 1;
      };
      await queue.add(Array.from({ length: 20 }, (_, n) => aJob(`${n}`)));
      await queue.start(workOf(work, { concurrency: 4 }));
      await until(() => done === 20);
      expect(most).toBe(4);
    });

    it('runs each of thousands once, shared by two processes', async () => {
      const [one, other] = [await open(), await open()];
      const ran: string[] = [];
      const both = new Set<number>();
      const workAs = (who: number): QueueWork =>
        workOf(async ({ key }) => {
          ran.push(key);
          both.add(who);
          await pause(1);
        });
      await one.add(Array.from({ length: 3000 }, (_, n) => aJob(`${n}`)));
      await Promise.all([one.start(workAs(1)), other.start(workAs(2))]);
      await until(() => ran.length >= 3000);
      await until(async () => (await one.status()).active === 0);
      expect(ran).toHaveLength(3000);
      expect(new Set(ran).size).toBe(3000);
      expect([...both].sort()).toEqual([1, 2]);
    }, 60_000);

    it('wakes for what another process adds', async () => {
      const [adds, works] = [await open(), await open()];
      const ran: string[] = [];
      await works.start(workOf(async ({ key }) => void ran.push(key)));
      await adds.add([aJob('a')]);
      await until(() => ran.length === 1);
    });
  });
}

/** The same job added twice is one job. */
export function repeating(open: Open): void {
  describe('adding the same again', () => {
    it('leaves a job that waits as it is', async () => {
      const queue = await open();
      const runs: JobRun[] = [];
      await queue.add([aJob('a', { data: { first: true } }), aJob('a', { data: { first: false } })]);
      await queue.add([aJob('a', { data: { first: false }, runAt: inMillis(86_400_000) })]);
      expect(await queue.status()).toMatchObject({ waiting: 1, delayed: 0 });
      await queue.start(workOf(async (run) => void runs.push(run)));
      await until(async () => runs.length > 0 && (await queue.status()).active === 0);
      expect(runs.map(({ data }) => data)).toEqual([{ first: true }]);
    });

    it('leaves a job that runs as it is, and takes it again once it is done', async () => {
      const queue = await open();
      const gate = door();
      let runs = 0;
      await queue.start(
        workOf(async () => {
          runs += 1;
          await gate.passed;
        }),
      );
      await queue.add([aJob('a')]);
      await until(() => runs === 1);
      await queue.add([aJob('a')]);
      expect(await queue.status()).toMatchObject({ waiting: 0, delayed: 0, active: 1 });
      gate.open();
      await until(async () => (await queue.status()).active === 0);
      await queue.add([aJob('a')]);
      await until(() => runs === 2);
    });

    it('takes the same key of another kind, and keys that look like numbers, paths and nothing', async () => {
      const queue = await open();
      const ran: string[] = [];
      const keys = ['42', '0', 'a:b', 'a:b:c', '', '0:1', 'a\nb', '🙂'];
      await queue.add(keys.flatMap((key) => [aJob(key), aJob(key, { kind: 'wave' })]));
      await queue.start(workOf(async ({ kind, key }) => void ran.push(`${kind} ${key}`)));
      await until(() => ran.length === 16);
      expect(ran.sort()).toEqual(keys.flatMap((key) => [`greet ${key}`, `wave ${key}`]).sort());
    });

    it('refuses a time that is none, and adds nothing of it', async () => {
      const queue = await open();
      await expect(queue.add([aJob('a'), aJob('b', { runAt: 'tomorrow' })])).rejects.toBeInstanceOf(RangeError);
      expect(await queue.status()).toMatchObject({ waiting: 0, delayed: 0 });
    });
  });
}

/** What has not begun can be taken back. */
export function takingBack(open: Open): void {
  describe('taking back', () => {
    it('takes back what waits, whether its time has come or not', async () => {
      const queue = await open();
      await queue.add([aJob('due'), aJob('later', { runAt: inMillis(86_400_000) }), aJob('kept')]);
      expect(await queue.remove('greet', 'due')).toBe(true);
      expect(await queue.remove('greet', 'later')).toBe(true);
      expect(await queue.remove('greet', 'due')).toBe(false);
      expect(await queue.remove('wave', 'kept')).toBe(false);
      expect(await queue.status()).toMatchObject({ waiting: 1, delayed: 0 });
    });

    it('takes back neither what runs nor what is dead', async () => {
      const queue = await open();
      const gate = door();
      await queue.start(
        workOf(async ({ key }) => {
          if (key === 'dead') throw new Unrecoverable('no');
          await gate.passed;
        }),
      );
      await queue.add([aJob('runs'), aJob('dead')]);
      await until(async () => (await queue.status()).dead === 1 && (await queue.status()).active === 1);
      expect(await queue.remove('greet', 'runs')).toBe(false);
      expect(await queue.remove('greet', 'dead')).toBe(false);
      expect(await queue.status()).toMatchObject({ active: 1, dead: 1 });
      gate.open();
    });
  });
}
