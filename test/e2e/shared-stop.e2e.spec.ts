import type { SharedProcess } from '../support/shared-process.js';
import { type SharedTown, SharedTowns } from '../support/shared-town.js';
import { waitFor } from '../support/wait.js';

/** Within this time a process that was asked to stop has ended, in milliseconds. */
const WITHIN_MS = 10_000;

describe('API and worker on shared engines, asked to stop', () => {
  const towns = new SharedTowns();
  let town: SharedTown;
  let processes: SharedProcess[];

  beforeEach(async () => {
    town = await towns.found();
    processes = [await town.api(), await town.worker()];
  }, 120_000);
  afterAll(() => towns.remove(), 60_000);

  /** Asks all to stop at once; each must have ended in order and in time. */
  async function stopAll(): Promise<void> {
    await Promise.all(
      processes.map(async (each) => {
        const begun = performance.now();
        expect({ code: await each.stop(), output: each.output() }).toMatchObject({ code: 0 });
        expect(performance.now() - begun).toBeLessThan(WITHIN_MS);
      }),
    );
  }

  const troubles = (code: string): Promise<void> =>
    waitFor(async () => {
      for (const each of processes) if (!(await each.problems()).includes(code)) return false;
      return true;
    }, 30_000);

  it('end with 0, and leave their reactions to the next one at once', async () => {
    await stopAll();
    const next = await town.worker();
    const { reactions } = await next.readiness();
    expect(reactions.map(({ state }) => state)).toEqual(reactions.map(() => 'running'));
  });

  it('end with 0 while the log is frozen', async () => {
    town.store.freeze();
    await troubles('store-unreachable');
    await stopAll();
    town.store.thaw();
  });

  it('end with 0 while Redis is gone', async () => {
    await town.redis.kill();
    await troubles('queue-trouble');
    await stopAll();
  });

  it('end at once when they are asked a second time', async () => {
    town.store.freeze();
    await troubles('store-unreachable');
    const [, worker] = processes;
    const first = worker!.stop();
    await waitFor(async () => !(await listens(worker!)));
    const begun = performance.now();
    // The same signal comes twice from Ctrl+C under npm: only a later one means it.
    await waitFor(() => {
      void worker!.stop();
      return !worker!.isRunning;
    });
    expect(await first).not.toBe(0);
    expect(performance.now() - begun).toBeLessThan(3000);
    town.store.thaw();
  });
});

const listens = (each: SharedProcess): Promise<boolean> =>
  fetch(`${each.url}/healthz`).then(
    () => true,
    () => false,
  );
