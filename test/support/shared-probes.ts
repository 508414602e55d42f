import { randomUUID } from 'node:crypto';
import { PROBE_WORKER, ProbeTarget } from './probe-target.js';
import { CarefulClient } from './shared-client.js';
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
  async register(apis: readonly SharedProcess[], count: number): Promise<string[]> {
    const urls = apis.map(({ url }) => url);
    const client = new CarefulClient('secretariat', ANSWERED_WITHIN);
    try {
      const registering = Array.from({ length: count }, async (_, n) => {
        const message = { title: `Sag ${n}`, kind: 'moreSectionManagers' };
        const act = { key: randomUUID(), path: '/changes', message, makes: 'ChangeRegistered' };
        const ended = await client.untilDone(n % 2 === 0 ? urls : urls.toReversed(), act);
        if (ended.status !== 201) throw new Error(`answered ${ended.status}: ${JSON.stringify(ended.body)}`);
        return ended.body.id as string;
      });
      return await Promise.all(registering);
    } finally {
      client.close();
    }
  }

  /** What arrived of some keys. */
  callsOf(keys: readonly string[]) {
    return this.target.calls.filter(({ key }) => keys.includes(key));
  }

  /** Waits until the log says of each key that it is done, and answers what it says of them, in the order of the keys. */
  async done(keys: readonly string[], effect = 'probe', withinMs = DONE_WITHIN): Promise<Recorded[]> {
    await waitFor(() => new Set(this.callsOf(keys).map(({ key }) => key)).size === keys.length, withinMs);
    let found: (Recorded | undefined)[] = [];
    await waitFor(async () => {
      const recorded = recordedEffects(await this.town.log(), effect);
      found = keys.map((key) => recorded.get(key));
      return found.every((one) => one !== undefined && one.done > 0);
    }, withinMs);
    return found as Recorded[];
  }

  /** Waits until all keys are done, and says what of them was not done exactly once; empty is good. */
  async notOnce(keys: readonly string[], effect = 'probe'): Promise<string[]> {
    const recorded = await this.done(keys, effect);
    const calls = this.callsOf(keys).map(({ key }) => key);
    return recorded.flatMap(({ key, claims, done }) => {
      const arrived = calls.filter((one) => one === key).length;
      const isOnce = claims.length === 1 && done === 1 && arrived === 1 && !claims[0]!.isRepeat;
      return isOnce ? [] : [`${key}: ${claims.length} claims, ${done} times done, arrived ${arrived} times`];
    });
  }

  close(): Promise<void> {
    return this.target.close();
  }
}
