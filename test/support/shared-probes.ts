import { randomUUID } from 'node:crypto';
import { PROBE_WORKER, ProbeTarget } from './probe-target.js';
import { CarefulClient } from './shared-client.js';
import { groupBy } from './shared-load.js';
import type { LoggedEvent } from './shared-log.js';
import type { SharedProcess } from './shared-process.js';
import type { SharedTown } from './shared-town.js';
import { waitFor } from './wait.js';

/** So long may one answer take, in milliseconds, on a machine that is busy. */
const ANSWERED_WITHIN = 20_000;
/** So long may it take until an effect is done, in milliseconds. */
const DONE_WITHIN = 60_000;

/** What the log says of one key of an effect. */
export interface Recorded {
  readonly key: string;
  readonly claims: { readonly attempt: number; readonly isRepeat: boolean }[];
  done: number;
}

/** What the log says of each key of an effect, by key. */
export function recordedEffects(log: readonly LoggedEvent[], effect = 'probe'): ReadonlyMap<string, Recorded> {
  const byStream = new Map<string, Recorded>();
  for (const { type, stream, data } of log) {
    if (type === 'EffectClaimed' && data.effect === effect) {
      const known = byStream.get(stream) ?? { key: String(data.key), claims: [], done: 0 };
      known.claims.push({ attempt: Number(data.attempt), isRepeat: Boolean(data.isRepeat) });
      byStream.set(stream, known);
    }
    const of = byStream.get(stream);
    if (type === 'EffectDone' && of) of.done += 1;
  }
  return new Map([...byStream.values()].map((recorded) => [recorded.key, recorded]));
}

/** How cases are registered: all at once and with a title only, where nothing else is said. */
interface Registering {
  readonly atATime?: number;
  readonly messageOf?: (n: number) => object;
}

const aCase = (n: number): object => ({ title: `Sag ${n}`, kind: 'moreSectionManagers' });

/** Effects of a town that are counted twice: where they arrive, and in the log. */
export class Probes {
  private constructor(
    private readonly town: SharedTown,
    readonly target: ProbeTarget,
  ) {}

  static async of(town: SharedTown): Promise<Probes> {
    return new Probes(town, await ProbeTarget.start());
  }

  /** One more worker whose effects arrive here; not waited for. */
  launch(environment: Readonly<Record<string, string>> = {}): Promise<SharedProcess> {
    return this.town.launch(PROBE_WORKER, { PROBE_URL: this.target.url, ...environment });
  }

  async worker(environment: Readonly<Record<string, string>> = {}): Promise<SharedProcess> {
    return (await this.launch(environment)).ready();
  }

  /**
   * Registers so many cases, each of which is due once, through one API after the other. Who is told to come again does,
   * with the same key. Answers their ids.
   */
  async register(
    apis: readonly SharedProcess[],
    count: number,
    { atATime = count, messageOf = aCase }: Registering = {},
  ): Promise<string[]> {
    const urls = apis.map(({ url }) => url);
    const client = new CarefulClient('secretariat', ANSWERED_WITHIN);
    const ids: string[] = Array.from({ length: count });
    const numbers = ids.keys();
    const register = async (): Promise<void> => {
      for (const n of numbers) {
        const act = { key: randomUUID(), path: '/changes', message: messageOf(n), makes: 'ChangeRegistered' };
        const ended = await client.untilDone(n % 2 === 0 ? urls : urls.toReversed(), act);
        if (ended.status !== 201) throw new Error(`answered ${ended.status}: ${JSON.stringify(ended.body)}`);
        ids[n] = ended.body.id as string;
      }
    };
    try {
      await Promise.all(Array.from({ length: atATime }, register));
      return ids;
    } finally {
      client.close();
    }
  }

  /** What arrived of some keys. */
  callsOf(keys: readonly string[]) {
    const wanted = new Set(keys);
    return this.target.calls.filter(({ key }) => wanted.has(key));
  }

  /** Waits until the log says of each key that it is done, and answers what it says of them, in the order of the keys. */
  async done(keys: readonly string[], effect = 'probe', withinMs = DONE_WITHIN): Promise<Recorded[]> {
    const missing = new Set(keys);
    let seen = 0;
    await waitFor(() => {
      for (; seen < this.target.calls.length; seen += 1) missing.delete(this.target.calls[seen]!.key);
      return missing.size === 0;
    }, withinMs);
    let found: (Recorded | undefined)[] = [];
    await waitFor(async () => {
      const recorded = recordedEffects(await this.town.log(), effect);
      found = keys.map((key) => recorded.get(key));
      return found.every((one) => one !== undefined && one.done > 0);
    }, withinMs);
    return found as Recorded[];
  }

  /** Waits until all keys are done, and says what of them was not done exactly once; empty is good. */
  async notOnce(keys: readonly string[], effect = 'probe', withinMs = DONE_WITHIN): Promise<string[]> {
    const recorded = await this.done(keys, effect, withinMs);
    const calls = groupBy(this.callsOf(keys), ({ key }) => key);
    return recorded.flatMap(({ key, claims, done }) => {
      const arrived = calls.get(key)?.length ?? 0;
      const isOnce = claims.length === 1 && done === 1 && arrived === 1 && !claims[0]!.isRepeat;
      return isOnce ? [] : [`${key}: ${claims.length} claims, ${done} times done, arrived ${arrived} times`];
    });
  }

  close(): Promise<void> {
    return this.target.close();
  }
}
