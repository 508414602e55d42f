import type { AnyEffect } from './effect.js';
import { EffectAttempt } from './effect-attempt.js';
import { later } from './effect-log.js';
import type { JobRun } from './effect-queue.js';
import { ComeAgain } from './effect-queue.js';
import { Watch } from './effect-watch.js';
import type { EffectsParts } from './effects.types.js';

/** A job of an effect that this release does not have waits for a process that has it. */
const UNKNOWN_MS = 60_000;
/** The same key is in hand in this process already. */
const IN_HAND_MS = 1000;

/** Does what the queue gives it, each key once, whoever else was given the same. */
export class EffectRunner {
  private readonly effects: ReadonlyMap<string, AnyEffect>;
  private readonly inHand = new Set<string>();
  private readonly watch: Watch;
  private runs = 0;

  constructor(private readonly parts: EffectsParts) {
    this.effects = new Map(parts.effects.map((effect) => [effect.name, effect]));
    this.watch = new Watch(parts.isAlone === true);
  }

  /** As `QueueWork.handle`. */
  async handle(job: JobRun): Promise<void> {
    const { clock, owner } = this.parts;
    const effect = this.effects.get(job.kind);
    if (!effect) throw new ComeAgain(later(clock.now(), UNKNOWN_MS));
    const name = `${job.kind} ${job.key}`;
    if (this.inHand.has(name)) throw new ComeAgain(later(clock.now(), IN_HAND_MS));
    this.inHand.add(name);
    try {
      const token = `${owner} ${(this.runs += 1)}`;
      await new EffectAttempt(this.parts, this.watch, effect, { job, token }).run();
    } finally {
      this.inHand.delete(name);
    }
  }
}
