import { Clock, type Instant } from '@rettidig/event-sourcing';

/** The clock of this machine. */
export class SystemClock extends Clock {
  now(): Instant {
    return new Date().toISOString();
  }
}
