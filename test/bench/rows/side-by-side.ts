import { join } from 'node:path';
import { readConfig } from '@rettidig/platform';
import { Probes, recordedEffects } from '../../support/shared-probes.js';
import type { SharedProcess } from '../../support/shared-process.js';
import { SharedTowns, type SharedTown } from '../../support/shared-town.js';
import { playedTown } from '../played-town.js';
import { inTemporaryFolder, interleaved, LeftOut, type BenchOptions, type Measured } from '../row.js';
import { changeMessage } from '../town.js';

const CONNECTIONS = 50;
const ROUNDS = 3;
const REGISTRATIONS_A_ROUND = 1000;
/** So long may the effects of a round take, in milliseconds. */
const DONE_WITHIN = 300_000;
/** Times as they are by default: those of the tests are short, so that faults fit into seconds. */
const TIMES = {
  ...{ EVENTSTORE_TIMEOUT_MS: '3000', EVENTSTORE_PATIENCE_MS: '10000', LEASE_MS: '10000' },
  PROBE_TIMEOUT_MS: '30000',
};

/** APIs and as many workers over engines of their own. */
interface Side {
  readonly town: SharedTown;
  readonly probes: Probes;
  readonly apis: readonly SharedProcess[];
  readonly workers: readonly SharedProcess[];
  /** Where the cases are registered. */
  readonly unitId: string;
  /** Every case whose registration was acknowledged so far. */
  readonly acknowledged: string[];
  readonly rounds: Round[];
}

interface Round {
  /** How many effects each worker did. */
  readonly shares: readonly number[];
  readonly registrationsPerSecond: number;
  /** From the last acknowledged registration to the last effect done. */
  readonly secondsAfter: number;
}

/**
 * Registrations through two APIs with two workers behind them, each due an effect that calls this process, against one
 * API and one worker doing the same: from the first request to the last effect done. After each round the log must have
 * each acknowledged registration once and each effect claimed and done once, and both workers must have taken part.
 */
export const twoSideBySide = ({ quick, say }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const [rounds, count] = quick ? [1, 200] : [ROUNDS, REGISTRATIONS_A_ROUND];
    const towns = new SharedTowns();
    const sides: Side[] = [];
    try {
      for (const each of [2, 1]) sides.push(await openSide(towns, each, join(folder, `${each}`)));
      const [two, one] = sides as [Side, Side];
      const rates = await interleaved(
        rounds,
        () => runRound(two, count, say),
        () => runRound(one, count, say),
      );
      const load = `${count} registrations a round by ${CONNECTIONS} connections, an effect each, ${rounds} interleaved rounds after one to warm up`;
      return { ...rates, unit: 'effects/s', note: `${load}; ${[two, one].map(told).join('; ')}` };
    } finally {
      await towns.remove();
      await Promise.all(sides.map(({ probes }) => probes.close()));
    }
  });

async function openSide(towns: SharedTowns, each: number, folder: string): Promise<Side> {
  const town = await towns.found().catch((error: Error) => {
    throw new LeftOut(error.message);
  });
  const { homes } = await playedTown(folder, readConfig({ ...town.environment, ...TIMES }).shared);
  const probes = await Probes.of(town);
  const several = (start: () => Promise<SharedProcess>) => Promise.all(Array.from({ length: each }, start));
  const apis = await several(() => town.api(TIMES));
  const workers = await several(() => probes.worker(TIMES));
  return { town, probes, apis, workers, unitId: homes[0]!.unitId, acknowledged: [], rounds: [] };
}

/** Effects a second. */
async function runRound(side: Side, count: number, say: (text: string) => void): Promise<number> {
  const { probes, apis, workers } = side;
  const begun = Date.now();
  const messageOf = (n: number): object => changeMessage(n, side.unitId);
  const registered = await probes.register(apis, count, { atATime: CONNECTIONS, messageOf });
  const registeredAt = Date.now();
  side.acknowledged.push(...registered);
  const lastDoneAt = await checkedLog(side);
  const calls = probes.callsOf(registered);
  const shares = workers.map((worker) => calls.filter(({ pid }) => pid === worker.pid).length);
  if (shares.includes(0)) throw new Error(`a worker took no part; effects by worker: ${shares.join(', ')}`);
  const registrationsPerSecond = (1000 * count) / (registeredAt - begun);
  side.rounds.push({ shares, registrationsPerSecond, secondsAfter: (lastDoneAt - registeredAt) / 1000 });
  const rate = (1000 * count) / (lastDoneAt - begun);
  say(`${workers.length} and ${workers.length}: ${Math.round(rate)} effects/s, by worker ${shares.join('/')}`);
  return rate;
}

/**
 * Answers when the last effect was done, as its event says.
 * @throws Error when the log has anything else than each acknowledged registration once and its effect claimed and done
 * once, of all rounds so far.
 */
async function checkedLog({ town, probes, acknowledged }: Side): Promise<number> {
  const wrong = await probes.notOnce(acknowledged, 'probe', DONE_WITHIN);
  const log = await town.log();
  const registered = log.filter(({ type }) => type === 'ChangeRegistered').map(({ stream }) => stream);
  const there = new Set(registered);
  const lost = acknowledged.filter((id) => !there.has(`change-${id}`));
  wrong.push(...lost.map((id) => `${id} was acknowledged and is not there`));
  const effects = recordedEffects(log).size;
  const counts = { acknowledged: acknowledged.length, registered: registered.length, effects };
  if (new Set(Object.values(counts)).size > 1) wrong.push(`the counts differ: ${JSON.stringify(counts)}`);
  if (wrong.length > 0) throw new Error(`${wrong.length} times not once: ${wrong.slice(0, 5).join('; ')}`);
  return Date.parse(log.findLast(({ type }) => type === 'EffectDone')!.meta.recordedAt);
}

function told({ apis, workers, acknowledged, rounds }: Side): string {
  const counted = rounds.slice(1);
  const shares = counted.map((round) => round.shares.join('/')).join(', ');
  const rate = Math.round(Math.min(...counted.map(({ registrationsPerSecond }) => registrationsPerSecond)));
  const after = Math.max(...counted.map(({ secondsAfter }) => secondsAfter)).toFixed(1);
  return (
    `${apis.length} and ${workers.length}: all ${acknowledged.length} acknowledged registrations once in the log, each key ` +
    `claimed once and done once, by worker ${shares}; at least ${rate} registrations/s, the last effect at most ${after} s later`
  );
}
