import { ComeAgain, Unrecoverable, type JobRun } from '../effect-queue.js';
import { aJob, FIRST_BACKOFF, inMillis, SOON, until, workOf, type Open } from './effect-queue-jobs.js';

/** What fails is tried again, or given up and kept for a person. */
export function failing(open: Open): void {
  describe('failing', () => {
    it('tries again later and later, with the same time in mind, until it goes well', async () => {
      const queue = await open();
      const tries: { readonly at: number; readonly run: JobRun }[] = [];
      await queue.start(
        workOf(
          async (run) => {
            tries.push({ at: Date.now(), run });
            if (run.attempt < 4) throw new Error('Kirsten Kimer does not answer');
          },
          { attempts: () => 5 },
        ),
      );
      const job = aJob('a');
      await queue.add([job]);
      await until(() => tries.length === 4);
      expect(tries.map(({ run }) => [run.attempt, run.runAt])).toEqual([1, 2, 3, 4].map((n) => [n, job.runAt]));
      const waits = tries.slice(1).map(({ at }, index) => at - tries[index]!.at);
      waits.forEach((wait, index) => expect(wait).toBeGreaterThanOrEqual((FIRST_BACKOFF / 2) * 2 ** index - 1));
      await until(async () => (await queue.status()).active === 0);
      expect(await queue.status()).toEqual({ trouble: null, waiting: 0, delayed: 0, active: 0, dead: 0 });
    });

    it('gives up after as many attempts as its kind has, and says so without a text', async () => {
      const queue = await open();
      const tries: string[] = [];
      await queue.start(
        workOf(
          async ({ kind }) => {
            tries.push(kind);
            throw kind === 'greet'
              ? new RangeError('Kirsten Kimer')
              : Object.assign(new Error('Kirsten Kimer'), { code: 'mail.no-server' });
          },
          { attempts: (kind) => (kind === 'greet' ? 3 : 1) },
        ),
      );
      await queue.add([aJob('a'), aJob('b', { kind: 'wave' })]);
      await until(async () => (await queue.status()).dead === 2);
      expect(tries.sort()).toEqual(['greet', 'greet', 'greet', 'wave']);
      const [latest, first, ...others] = await queue.dead({ offset: 0, limit: 10 });
      expect(latest).toMatchObject({ kind: 'greet', key: 'a', attempts: 3, error: 'RangeError' });
      expect(first).toMatchObject({ kind: 'wave', key: 'b', attempts: 1, error: 'mail.no-server' });
      expect(others).toEqual([]);
      expect(Math.abs(Date.parse(latest!.failedAt) - Date.now())).toBeLessThan(SOON);
      expect(await queue.dead({ offset: 1, limit: 1 })).toEqual([first]);
    });

    it('gives up at once when trying again cannot help', async () => {
      const queue = await open();
      let tries = 0;
      await queue.start(
        workOf(async () => {
          tries += 1;
          throw new Unrecoverable('address-gone');
        }),
      );
      await queue.add([aJob('a')]);
      await until(async () => (await queue.status()).dead === 1);
      expect(tries).toBe(1);
      expect(await queue.dead({ offset: 0, limit: 10 })).toMatchObject([{ attempts: 1, error: 'address-gone' }]);
    });

    it('keeps the key of a dead job until it is revived; then it begins anew', async () => {
      const queue = await open();
      const attempts: number[] = [];
      let works = false;
      await queue.start(
        workOf(
          async ({ attempt }) => {
            attempts.push(attempt);
            if (!works) throw new Error('no');
          },
          { attempts: () => 2 },
        ),
      );
      await queue.add([aJob('a')]);
      await until(async () => (await queue.status()).dead === 1);
      await queue.add([aJob('a')]);
      expect(await queue.status()).toMatchObject({ waiting: 0, delayed: 0, dead: 1 });
      expect(await queue.revive('wave', 'a')).toBe(false);
      works = true;
      expect(await queue.revive('greet', 'a')).toBe(true);
      expect(await queue.revive('greet', 'a')).toBe(false);
      await until(() => attempts.length === 3);
      expect(attempts).toEqual([1, 2, 1]);
      await until(async () => (await queue.status()).active === 0);
      expect(await queue.dead({ offset: 0, limit: 10 })).toEqual([]);
    });

    it('counts a time to come again that is none as a failure', async () => {
      const queue = await open();
      await queue.start(workOf(() => Promise.reject(new ComeAgain('tomorrow')), { attempts: () => 2 }));
      await queue.add([aJob('a')]);
      await until(async () => (await queue.status()).dead === 1);
      expect(await queue.dead({ offset: 0, limit: 10 })).toMatchObject([{ attempts: 2, error: 'RangeError' }]);
    });

    it('comes again at another time without counting it', async () => {
      const queue = await open();
      const tries: { readonly at: number; readonly attempt: number }[] = [];
      let again = 0;
      await queue.start(
        workOf(
          async ({ attempt }) => {
            tries.push({ at: Date.now(), attempt });
            if (tries.length <= 4) throw new ComeAgain(inMillis((again = 60)));
          },
          { attempts: () => 1 },
        ),
      );
      await queue.add([aJob('a')]);
      await until(() => tries.length === 5);
      expect(tries.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1, 1]);
      tries.slice(1).forEach(({ at }, index) => expect(at - tries[index]!.at).toBeGreaterThanOrEqual(again - 1));
      await until(async () => (await queue.status()).active === 0);
      expect(await queue.status()).toMatchObject({ waiting: 0, delayed: 0, dead: 0 });
    });
  });
}
