import type { EffectState } from './effect-log.js';
import { later } from './effect-log.js';
import type { Instant } from './event.js';
import { stopwatch } from './waiting.js';

/** An open claim of somebody else, as a process found it. */
interface Claim {
  readonly stream: string;
  readonly revision: number;
  readonly state: EffectState;
  /** How long a claim of this effect holds, in milliseconds. */
  readonly lease: number;
}

/**
 * The claims of others that stand in this process's way. One counts as lapsed when its time is over by the clock, and this
 * process saw it unchanged for as long by its stopwatch: a clock that jumps, or a machine that slept, makes nobody do again
 * what another one has in hand.
 */
export class Watch {
  private readonly seen = new Map<string, { readonly revision: number; readonly watchedFor: () => number }>();

  /** @param isAlone no other process can hold a claim: what is claimed was left behind by one that died. */
  constructor(private readonly isAlone: boolean) {}

  hasLapsed(claim: Claim, now: Instant): boolean {
    if (this.isAlone) return true;
    const { stream, revision, state } = claim;
    if (this.seen.get(stream)?.revision !== revision) this.seen.set(stream, { revision, watchedFor: stopwatch() });
    return state.until <= now && this.left(claim) <= 0;
  }

  /** When to look at it again: never further away than it holds, so that a clock set back makes nobody wait for a year. */
  lookAgainAt(claim: Claim, now: Instant): Instant {
    const { until } = claim.state;
    if (until <= now) return later(now, Math.max(1, Math.ceil(this.left(claim))));
    const latest = later(now, claim.lease);
    return until < latest ? until : latest;
  }

  /** It is no longer open, or ours. */
  forget(stream: string): void {
    this.seen.delete(stream);
  }

  private left({ stream, lease }: Claim): number {
    return lease - (this.seen.get(stream)?.watchedFor() ?? 0);
  }
}
