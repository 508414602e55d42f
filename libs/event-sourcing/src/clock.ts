import type { Instant } from './event.js';

/** The only place where time comes from. Tests, the demo and imports of history bring a scripted one. */
export abstract class Clock {
  abstract now(): Instant;
}
