import type { DueEffect, Effect, EffectRun } from '../effect.js';
import { EffectRunner } from '../effect-runner.js';
import { effectStreamOf, type EffectEvent } from '../effect-log.js';
import { ComeAgain, Unrecoverable, type JobRun } from '../effect-queue.js';
import { effectsView } from '../effects-view.js';
import type { EffectEnded, EffectsParts } from '../effects.types.js';
import type { Feature } from '../feature.js';
import type { memoryEngine } from './memory-engine.js';

/** An effect for the specs of the mechanics: rings a bell, and says how often each key was rung. */
export class Bell implements Effect {
  readonly name = 'ring-bell';
  every = '* * * * *';
  readonly rung: { readonly key: string; readonly run: EffectRun }[] = [];
  attempts = 8;
  timeout = 1000;
  patience: number | undefined;
  /** What is due, whoever asks. */
  list: readonly DueEffect[] = [];
  check: Effect['check'] = () => null;
  /** What ringing does beside being counted. */
  ring: (due: DueEffect, run: EffectRun) => Promise<string> = () => Promise.resolve('rung');

  due = (): readonly DueEffect[] => this.list;
  perform = (due: DueEffect, run: EffectRun): Promise<string> => {
    this.rung.push({ key: due.key, run });
    return this.ring(due, run);
  };

  keys(): string[] {
    return this.rung.map(({ key }) => key);
  }
}

/** What an engine needs whose process has effects. */
export const effectsFeature: Feature = {
  ...{ name: 'effects', commands: [], queries: [], reactions: [], sealedFields: {}, refusals: {} },
  projections: [effectsView],
};

type World = Pick<ReturnType<typeof memoryEngine>, 'engine' | 'store' | 'clock'>;

/** What a process is made of whose runner works on this log. */
export const partsOf = (
  { engine, store, clock }: World,
  bell: Bell,
  brought: Partial<EffectsParts> = {},
): EffectsParts => ({
  ...{ effects: [bell], engine, store, clock, firstPause: 1, pokeAfter: 1 },
  owner: `process ${(processes += 1)}`,
  queue: undefined as never,
  ...brought,
});

let processes = 0;

/** A process that is given jobs by hand: `run` tells what it answered the queue. */
export function ringer(world: World, bell: Bell, brought: Partial<EffectsParts> = {}) {
  const ended: EffectEnded[] = [];
  const lines: string[] = [];
  const runner = new EffectRunner(
    partsOf(world, bell, { onEffect: (one) => ended.push(one), log: (line) => lines.push(line), ...brought }),
  );
  return { ended, lines, run: (changes: Partial<JobRun> = {}) => answered(runner.handle(jobOf(changes))) };
}

/** `done`, `again <instant>`, `dead <code>` or `failed <name>`. */
const answered = (handled: Promise<void>): Promise<string> =>
  handled.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof ComeAgain) return `again ${error.at}`;
      if (error instanceof Unrecoverable) return `dead ${error.code}`;
      return `failed ${(error as Error).constructor.name}`;
    },
  );

export const jobOf = (changes: Partial<JobRun> = {}): JobRun => ({
  ...{ kind: 'ring-bell', key: 'noon', runAt: '2026-04-24T12:00:00.000Z', data: { tower: 'east' } },
  ...{ attempt: 1, signal: new AbortController().signal },
  ...changes,
});

/** What the log says about a key, type by type. */
export async function told({ store }: World, key = 'noon'): Promise<EffectEvent[]> {
  return (await store.readStream(effectStreamOf('ring-bell', key))) as unknown as EffectEvent[];
}

export const typesOf = async (world: World, key = 'noon'): Promise<string[]> =>
  (await told(world, key)).map(({ type }) => type.replace('Effect', ''));
