import { ComeAgain, Unrecoverable, type EffectQueue, type Job, type JobRun, type QueueWork } from '../effect-queue.js';
import { TryLater } from '../errors.js';
import { pause } from '../waiting.js';

/** In milliseconds: what the queues of the suite wait after the first failure. */
export const FIRST_BACKOFF = 40;

/** How long something may take that will come, in milliseconds. */
const SOON = 15_000;

/** One place where jobs are kept. */
export interface QueuePlace {
  /** Opens a queue on it, with a backoff of `FIRST_BACKOFF`; more than one stands for as many processes. */
  readonly open: () => Promise<EffectQueue>;
  readonly remove: () => Promise<void>;
}

/** Waits until a condition holds. */
export async function until(condition: () => boolean | Promise<boolean>, milliseconds = SOON): Promise<void> {
  for (const end = Date.now() + milliseconds; !(await condition()); await pause(5)) {
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms: ${condition.toString()}`);
  }
}

/** An instant so many milliseconds from now. */
export const inMillis = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

/** A job that is due. */
export const aJob = (key: string, more: Partial<Job> = {}): Job => ({
  kind: 'greet',
  key,
  runAt: inMillis(-1),
  data: {},
  ...more,
});

/** Work that does what it is told, without sweeps. */
export const workOf = (handle: QueueWork['handle'], more: Partial<QueueWork> = {}): QueueWork => ({
  handle,
  sweeps: [],
  concurrency: 10,
  attempts: () => 3,
  ...more,
});

/** A door that stays shut until it is opened. */
export function door(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}

/** What every adapter of the queue does. `make` gives an empty place; the suite closes what it opened. */
export function effectQueueContract(name: string, make: () => Promise<QueuePlace>): void {
  describe(`${name} as a queue of effects`, () => {
    let place: QueuePlace;
    let queues: EffectQueue[];
    beforeEach(async () => {
      queues = [];
      place = await make();
    });
    afterEach(async () => {
      await Promise.all(queues.map((queue) => queue.close(0)));
      await place.remove();
    });
    const open = async (): Promise<EffectQueue> => {
      const queue = await place.open();
      queues.push(queue);
      return queue;
    };

    working(open);
    repeating(open);
    failing(open);
    takingBack(open);
    sweeping(open);
    closing(open);
  });
}

type Open = () => Promise<EffectQueue>;

function working(open: Open): void {
  describe('working', () => {
    it('runs what is due with all that was said about it, and forgets it', async () => {
      const queue = await open();
      const runs: JobRun[] = [];
      const job = aJob('a', { data: { text: 'æøå "\u{1f600}"', number: 1.5, yes: true, nothing: null } });
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

function repeating(open: Open): void {
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

function failing(open: Open): void {
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

function takingBack(open: Open): void {
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

function sweeping(open: Open): void {
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

function closing(open: Open): void {
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
