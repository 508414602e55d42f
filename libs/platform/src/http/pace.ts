import type { Instant } from '@rettidig/event-sourcing';

/** Asked by one token in one minute; a calendar program asks a few times an hour. */
const MOST = 30;
/** Tokens counted in one minute; whoever guesses brings more, and finds nothing with any of them. */
const MOST_TOKENS = 10_000;

/** How often each token asked in this minute, in this process. */
export class Pace {
  private minute = '';
  private readonly asked = new Map<string, number>();

  /** Counts, and says whether it is still all right. */
  allows(token: string, now: Instant): boolean {
    const minute = now.slice(0, 16);
    if (minute !== this.minute) this.asked.clear();
    this.minute = minute;
    const times = (this.asked.get(token) ?? 0) + 1;
    if (times > 1 || this.asked.size < MOST_TOKENS) this.asked.set(token, times);
    return times <= MOST;
  }
}
