import type { MailerStatus } from '@rettidig/mail';

/** How long nobody tries while the server takes no mail: twice as long each time, in milliseconds. */
const FIRST_PAUSE = 15_000;
const LONGEST_PAUSE = 5 * 60_000;
/** A place in the queue is kept for so long after its time, in milliseconds. */
const PLACE_KEPT = 10 * 60_000;

/** What is asked of the pace by a mail that is about to be sent. */
export interface PaceQuestion {
  readonly key: string;
  readonly isUrgent: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * How fast a process sends. Waiting takes up none of the places in which effects are worked off: who has to wait is told for
 * how long, and comes again. While the server takes nothing, one mail at a time finds out whether it does again.
 */
export class Pace {
  private readonly interval: number;
  /** Places in the order of their times, by key: given, and not used yet. */
  private readonly places = new Map<string, number>();
  /** When the next place is free: for everybody, and for what is urgent. */
  private next = 0;
  private nextUrgent = 0;
  /** Places that urgent mails took from those who wait: they give them up when their time comes. */
  private owed = 0;
  private pause = FIRST_PAUSE;
  private triedAt = 0;
  private lastSeen = 0;

  /** @param perMinute mails a minute, of this process. */
  constructor(
    perMinute: number,
    private readonly status: () => MailerStatus,
  ) {
    this.interval = 60_000 / perMinute;
  }

  /** Zero to send now, or how many milliseconds to wait. */
  wait(question: PaceQuestion): number {
    this.mindTheClock(question.now);
    return this.waitForServer(question.now) || this.waitForPlace(question);
  }

  /** A clock that was set back would have everybody wait until it has caught up. */
  private mindTheClock(now: number): void {
    if (now < this.lastSeen - this.interval) {
      this.places.clear();
      [this.next, this.nextUrgent, this.owed, this.triedAt] = [0, 0, 0, 0];
    }
    this.lastSeen = now;
  }

  private waitForServer(now: number): number {
    if (this.status().trouble === null) {
      this.pause = FIRST_PAUSE;
      this.triedAt = 0;
      return 0;
    }
    if (this.triedAt > 0) {
      const left = this.triedAt + this.pause - now;
      if (left > 0) return left;
      this.pause = Math.min(LONGEST_PAUSE, 2 * this.pause);
    }
    this.triedAt = now;
    return 0;
  }

  private waitForPlace({ key, isUrgent, now }: PaceQuestion): number {
    const place = this.places.get(key);
    if (place !== undefined && place > now) return place - now;
    if (place !== undefined) {
      this.places.delete(key);
      if (isUrgent || this.owed === 0) return 0;
      this.owed -= 1;
    }
    const at = isUrgent ? this.placeAhead(now) : this.placeAtTheEnd(now);
    if (at <= now) return 0;
    this.forget(now);
    this.places.set(key, at);
    return at - now;
  }

  private placeAtTheEnd(now: number): number {
    const at = Math.max(now, this.next);
    this.next = at + this.interval;
    return at;
  }

  private placeAhead(now: number): number {
    const at = Math.max(now, this.nextUrgent);
    this.nextUrgent = at + this.interval;
    if (at >= this.next) this.next = this.nextUrgent;
    else this.owed += 1;
    return at;
  }

  /** Places of those who never came, because somebody else has them or they are no longer so. */
  private forget(now: number): void {
    for (const [key, at] of this.places) {
      if (at > now - PLACE_KEPT) return;
      this.places.delete(key);
    }
  }
}
