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
 * what another one has in hand. What was claimed under a clock that has been set back since lapses by the stopwatch alone.
 */
export class Watch {
  private readonly seen = new Map<string, { readonly revision: number; readonly watchedFor: () => number }>();

  /** @param isAlone no other process can hold a claim: what is claimed was left behind by one that died. */
  constructor(private readonly isAlone: boolean) {}

  hasLapsed(claim: Claim, now: Instant): boolean {
    if (this.isAlone) return true;
    const { stream, revision } = claim;
    if (this.seen.get(stream)?.revision !== revision) this.seen.set(stream, { revision, watchedFor: stopwatch() });
    return !holdsByClock(claim, now) && this.left(claim) <= 0;
  }

  /** When to look at it again: never further away than it holds. */
  lookAgainAt(claim: Claim, now: Instant): Instant {
    if (holdsByClock(claim, now)) return claim.state.until;
    return later(now, Math.max(1, Math.ceil(this.left(claim))));
  }

  /** It is no longer open, or ours. */
  forget(stream: string): void {
    this.seen.delete(stream);
  }

  private left({ stream, lease }: Claim): number {
    return lease - (this.seen.get(stream)?.watchedFor() ?? 0);
  }
}

/** Whether its time is to come. A claim that ends later than one could now comes from a clock that was set back. */
const holdsByClock = ({ state, lease }: Claim, now: Instant): boolean =>
  state.until > now && state.until <= later(now, lease);
