import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Random } from '../support/random.js';
import type { Alarm } from './alarm.js';
import type { Post } from './post.js';

/** What goes wrong, and with which chance a day. */
const CHANCES = { down: 0.015, greylist: 0.03, flush: 0.03, sleep: 0.01, death: 0.03, unknown: 0.03 } as const;

/** Breaks mail server, queue and worker by a seed, and mends them again. */
export class Faults {
  /** Counts by what happened. */
  readonly happened: Record<keyof typeof CHANCES, number> = {
    ...{ down: 0, greylist: 0, flush: 0, sleep: 0, death: 0, unknown: 0 },
  };
  private downUntil = '';
  private asleepUntil = '';
  private readonly unknownUntil = new Map<string, string>();
  /** The last day on which anything was wrong. */
  private troubledOn = '';

  constructor(
    private readonly random: Random,
    private readonly post: Post,
    private readonly alarm: Alarm,
    private readonly addresses: readonly string[],
  ) {}

  /** What is broken from this morning on. */
  strike(today: string): void {
    const { random, post } = this;
    if (this.strikes('down')) this.downUntil = plusCalendarDays(today, 1 + random.below(3));
    if (this.strikes('sleep')) this.asleepUntil = plusCalendarDays(today, 1 + random.below(7));
    if (this.strikes('unknown'))
      this.unknownUntil.set(random.oneOf(this.addresses), plusCalendarDays(today, 1 + random.below(30)));
    if (this.strikes('flush')) this.alarm.loseJobs();
    if (this.strikes('death')) post.trouble.diesAfterNext = true;
    post.trouble.isDown = today < this.downUntil;
    post.trouble.greylists = this.strikes('greylist');
    post.trouble.unknown.clear();
    for (const [address, until] of this.unknownUntil) if (today < until) post.trouble.unknown.add(address);
    if (post.trouble.isDown || post.trouble.greylists || this.isAsleep(today)) this.troubledOn = today;
  }

  isAsleep = (today: string): boolean => today < this.asleepUntil;

  /** Nothing that delays mail happened today or yesterday: whatever is due must have gone out. */
  isCalm = (today: string): boolean => this.troubledOn < plusCalendarDays(today, -1);

  private strikes(what: keyof typeof CHANCES): boolean {
    const happens = this.random.chance(CHANCES[what]);
    if (happens) this.happened[what] += 1;
    return happens;
  }
}
