import { Clock } from '../clock.js';
import type { Instant } from '../event.js';

/** A clock that stands where a script put it. */
export class ScriptedClock extends Clock {
  constructor(private instant: Instant = '2026-04-24T14:00:00.000Z') {
    super();
  }

  now(): Instant {
    return this.instant;
  }

  /** Forward or back: a clock that was set back is something that must be tried too. */
  set(instant: Instant): void {
    this.instant = instant;
  }
}
