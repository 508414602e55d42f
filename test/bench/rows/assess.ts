import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CONNECTIONS, HEADERS, loadOn, type Extent } from '../load.js';
import { playedTown } from '../played-town.js';
import { startOwnServer, startService } from '../processes.js';
import type { BenchOptions, Measured } from '../row.js';
import { interleaved, inTemporaryFolder } from '../row.js';

const ROUNDS = 5;
const SECONDS_A_ROUND = 5;
/** Requests before anything is counted, as many to both: neither is measured while its code is still being compiled. */
const WARM_UP = 5_000;
const ROUTE = '/api/v1/assessments';

/**
 * Assessments a second by 50 connections, against the same route of the same service whose query handler gives the same
 * answer without working it out: as many bytes are written by both. Both servers are processes of their own.
 */
export const assessOverHttp = ({ quick, say }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const [rounds, seconds, warmUp] = quick ? [1, 1, 50] : [ROUNDS, SECONDS_A_ROUND, WARM_UP];
    const { homes } = await playedTown(join(folder, 'service'));
    const body = JSON.stringify(changeToTry(homes[0]!.unitId));
    const service = await startService(join(folder, 'service'));
    const answer = await answerTo(service.url, body);
    mkdirSync(join(folder, 'constant'));
    const told = { CONSTANT_ANSWERS: `{"AssessChange":${answer}}` };
    const constant = await startOwnServer('constant-server', join(folder, 'constant'), told);
    try {
      if ((await answerTo(constant.url, body)) !== answer) throw new Error('the two answers differ');
      const load = (url: string, extent: Extent) => loadOn(url, { path: ROUTE, body, headers: () => HEADERS }, extent);
      say(`${warmUp} requests to warm up`);
      for (const { url } of [service, constant]) await load(url, { amount: warmUp });
      const slowest: number[] = [];
      const rates = await interleaved(
        rounds,
        async () => {
          const { rate, p99 } = await load(service.url, { duration: seconds });
          slowest.push(p99);
          say(`${Math.round(rate)} assessments/s`);
          return rate;
        },
        async () => (await load(constant.url, { duration: seconds })).rate,
      );
      const [lowest, highest] = rates.spread.map((ratio) => ratio.toFixed(2));
      const measured = `${CONNECTIONS} connections, medians of ${rounds} interleaved rounds of ${seconds} s after ${warmUp} requests each`;
      return {
        ...{ ...rates, unit: 'requests/s' },
        note: `${measured}; ratios from ${lowest} to ${highest}; ${answer.length} characters an answer; p99 at most ${Math.max(...slowest)} ms`,
      };
    } finally {
      await service.stop();
      await constant.stop();
    }
  });

/** As somebody tries it who has not answered everything: several rules are still open, and what would change is told. */
const changeToTry = (unitId: string) => ({
  kind: 'reorganisation',
  facts: { affectsStaff: 'yes', crossCutting: 'no', newService: 'no', budgetProposal: 'no' },
  unitId,
  decider: { body: 'socialCommittee', managerUnitId: unitId },
});

async function answerTo(url: string, body: string): Promise<string> {
  const answer = await fetch(url + ROUTE, { method: 'POST', headers: HEADERS, body });
  if (!answer.ok) throw new Error(`the route answered ${answer.status}: ${await answer.text()}`);
  return answer.text();
}
