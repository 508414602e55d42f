import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Random } from '../support/random.js';
import type { Alarm } from './alarm.js';
import type { Post } from './post.js';

/** What goes wrong, and with which chance a day. */
const CHANCES = {
  down: 0.015,
  greylist: 0.03,
  flush: 0.03,
  sleep: 0.01,
  death: 0.05,
  cut: 0.05,
  slow: 0.06,
  unknown: 0.03,
  full: 0.05,
  malformed: 0.03,
} as const;

type Fault = keyof typeof CHANCES;

/** Hours until somebody takes the place of a dead worker. */
const DEAD_HOURS = [0, 0, 3, 26];

/** Breaks mail server, queue and worker by a seed, and mends them again. */
export class Faults {
  /** Counts by what happened. */
  readonly happened: Record<Fault, number> = {
    ...{ down: 0, greylist: 0, flush: 0, sleep: 0, death: 0, cut: 0, slow: 0, unknown: 0, full: 0, malformed: 0 },
  };
  private downUntil = '';
  private asleepUntil = '';
  private slowUntil = '';
  private readonly unknownUntil = new Map<string, string>();
  private readonly fullUntil = new Map<string, string>();
  /** The last day on which anything was wrong that delays mail to everybody. */
  private troubledOn = '';
  private today = '';

  constructor(
    private readonly random: Random,
    private readonly post: Post,
    private readonly alarm: Alarm,
    private readonly addresses: readonly string[],
  ) {}

  /** What is broken from this morning on. */
  strike(today: string): void {
    const { random, post } = this;
    this.today = today;
    const until = (days: number): string => plusCalendarDays(today, 1 + random.below(days));
    const strikes: Readonly<Record<Fault, () => unknown>> = {
      down: () => (this.downUntil = until(3)),
      sleep: () => (this.asleepUntil = until(7)),
      slow: () => (this.slowUntil = until(2)),
      unknown: () => this.unknownUntil.set(random.oneOf(this.addresses), until(30)),
      full: () => this.fullUntil.set(random.oneOf(this.addresses), until(4)),
      flush: () => this.alarm.loseJobs(),
      greylist: () => (post.trouble.greylists = true),
      cut: () => this.cut(),
      death: () => this.kill(),
      malformed: () => (post.trouble.isMalformed = true),
    };
    post.trouble.greylists = false;
    for (const what of Object.keys(CHANCES) as Fault[])
      if (random.chance(CHANCES[what])) {
        this.happened[what] += 1;
        strikes[what]();
      }
    post.trouble.isDown = today < this.downUntil;
    this.mailboxes(post.trouble.unknown, this.unknownUntil, today);
    this.mailboxes(post.trouble.full, this.fullUntil, today);
    if (post.trouble.isDown || post.trouble.greylists || this.isAsleep(today) || this.isSlow(today))
      this.trouble(today);
  }

  isAsleep = (today: string): boolean => today < this.asleepUntil;
  /** What is found due is done later. */
  isSlow = (today: string): boolean => today < this.slowUntil;

  /** Nothing that delays mail happened today or yesterday: whatever is due must have gone out. */
  isCalm = (today: string): boolean => this.troubledOn < plusCalendarDays(today, -1);

  /** A mailbox took nothing today or yesterday. */
  isCutOff = (address: string, today: string): boolean =>
    (this.fullUntil.get(address) ?? '') >= today ||
    // Whom the server did not know this morning is told again once it does.
    (this.unknownUntil.get(address) ?? '') >= today;

  private cut(): void {
    const { trouble } = this.post;
    [trouble.cuts, trouble.staysCut] = [1 + this.random.below(15), this.random.chance(0.6)];
    this.post.onCut = () => this.trouble(this.today);
  }

  /** With the next mail, which may go on another day. */
  private kill(): void {
    const hours = this.random.oneOf(DEAD_HOURS);
    this.post.trouble.diesAfterNext = true;
    this.post.onDeath = () => {
      this.alarm.die(hours);
      if (hours > 0) this.trouble(plusCalendarDays(this.today, hours > 24 ? 4 : 1));
    };
  }

  private trouble(day: string): void {
    if (day > this.troubledOn) this.troubledOn = day;
  }

  private mailboxes(struck: Set<string>, until: ReadonlyMap<string, string>, today: string): void {
    struck.clear();
    for (const [address, end] of until) if (today < end) struck.add(address);
  }
}
