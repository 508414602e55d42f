import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CONNECTIONS, HEADERS, loadOn, type Extent } from '../load.js';
import { playedTown } from '../played-town.js';
import { startOwnServer, startService } from '../processes.js';
import type { BenchOptions, Measured } from '../row.js';
import { interleaved, inTemporaryFolder } from '../row.js';
import { stopwatch } from '../stopwatch.js';
import { changeMessage } from '../town.js';

const ROUNDS = 5;
const SECONDS_A_ROUND = 5;
/** Requests before anything is counted, as many to both: neither is measured while its code is still being compiled. */
const WARM_UP = 5_000;
const MOST_SECONDS_BEHIND = 5;
const ROUTE = '/api/v1/changes';

/**
 * Registrations a second by 50 connections, against the same route of the same service whose command handler answers a
 * constant. Both servers are processes of their own. After each round the views must have caught up within five seconds.
 */
export const registerOverHttp = ({ quick, say }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const [rounds, seconds] = quick ? [1, 1] : [ROUNDS, SECONDS_A_ROUND];
    const town = await playedTown(join(folder, 'service'));
    mkdirSync(join(folder, 'constant'));
    const service = await startService(join(folder, 'service'));
    const constant = await startOwnServer('constant-server', join(folder, 'constant'));
    const behind: number[] = [];
    const slowest: number[] = [];
    const body = JSON.stringify(changeMessage(1, town.homes[0]!.unitId));
    const warmUp = quick ? 50 : WARM_UP;
    try {
      say(`${warmUp} requests to warm up`);
      for (const { url } of [service, constant]) await load(url, body, { amount: warmUp });
      const rates = await interleaved(
        rounds,
        async () => {
          const { rate, p99 } = await load(service.url, body, { duration: seconds });
          slowest.push(p99);
          behind.push(await secondsUntilSeen(service.url, body));
          say(`${Math.round(rate)} registrations/s, views caught up ${behind.at(-1)!.toFixed(2)} s after the end`);
          return rate;
        },
        async () => (await load(constant.url, body, { duration: seconds })).rate,
      );
      const views = `views caught up at most ${Math.max(...behind).toFixed(2)} s after the end of a round`;
      return {
        ...rates,
        unit: 'requests/s',
        note: `${CONNECTIONS} connections, medians of ${rounds} interleaved rounds of ${seconds} s after ${warmUp} requests each; p99 at most ${Math.max(...slowest)} ms; ${views}`,
      };
    } finally {
      await service.stop();
      await constant.stop();
    }
  });

const headers = (): Record<string, string> => ({ ...HEADERS, 'idempotency-key': randomUUID() });

const load = (url: string, body: string, extent: Extent) => loadOn(url, { path: ROUTE, body, headers }, extent);

/** Asks for the cases as of a registration made after all others, as often as the service says "not yet". */
async function secondsUntilSeen(url: string, body: string): Promise<number> {
  const watch = stopwatch();
  const registered = await fetch(url + ROUTE, { method: 'POST', headers: headers(), body });
  const position = registered.headers.get('position')!;
  for (;;) {
    const answer = await fetch(`${url}${ROUTE}?limit=1`, {
      headers: { 'x-persona': 'caseOfficer', 'consistent-with': position },
    });
    const seconds = watch.milliseconds() / 1000;
    if (answer.ok) return seconds;
    if (answer.status !== 503) throw new Error(`the list answered ${answer.status}: ${await answer.text()}`);
    if (seconds > MOST_SECONDS_BEHIND) throw new Error(`views are behind ${MOST_SECONDS_BEHIND} s after the end`);
  }
}
