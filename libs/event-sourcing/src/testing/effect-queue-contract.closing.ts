import type { JobRun } from '../effect-queue.js';
import { TryLater } from '../errors.js';
import { aJob, door, until, workOf, type Open } from './effect-queue-jobs.js';

/** A queue that closes leaves to others what it has not done. */
export function closing(open: Open): void {
  describe('closing', () => {
    it('finishes what is in hand, takes nothing more, and then answers to nobody', async () => {
      const queue = await open();
      const gate = door();
      const [begun, done]: [string[], string[]] = [[], []];
      await queue.add(['a', 'b', 'c', 'd'].map((key) => aJob(key)));
      await queue.start(
        workOf(
          async ({ key }) => {
            begun.push(key);
            await gate.passed;
            done.push(key);
          },
          { concurrency: 2 },
        ),
      );
      await until(() => begun.length === 2);
      const closed = queue.close();
      setTimeout(gate.open, 50);
      await closed;
      await queue.close();
      expect(done).toEqual(begun);
      expect(begun).toHaveLength(2);
      const refused = [queue.add([aJob('e')]), queue.remove('greet', 'c'), queue.status(), queue.revive('greet', 'c')];
      for (const answer of await Promise.allSettled<unknown>(refused)) {
        expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(TryLater) as unknown });
      }
      const next = await open();
      expect(await next.status()).toEqual({ trouble: null, waiting: 2, delayed: 0, active: 0, dead: 0 });
    });

    it('tells what takes longer to stop, and lets another run it again without counting', async () => {
      const queue = await open();
      const begun = door();
      await queue.add([aJob('a')]);
      await queue.start(
        workOf(({ signal }) => {
          begun.open();
          return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
        }),
      );
      await begun.passed;
      await queue.close(30);
      const next = await open();
      const runs: JobRun[] = [];
      await next.start(workOf(async (run) => void runs.push(run)));
      await until(() => runs.length === 1);
      expect(runs[0]).toMatchObject({ key: 'a', attempt: 1 });
    });
  });
}
