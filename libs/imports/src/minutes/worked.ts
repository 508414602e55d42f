import type { AttendancePlan } from './attendance.js';
import type { DemandsPlan } from './demands.js';
import type { MinutesFound } from './look-up.js';
import type { Completed } from './new-seats.js';
import type { KnownSeat } from './roster.js';
import type { ItemPlan } from './item-plan.js';

/** Everything that was worked out about a set of minutes. */
export interface Worked {
  readonly found: MinutesFound;
  readonly seats: readonly KnownSeat[];
  readonly roster: Completed;
  readonly attendance: AttendancePlan;
  readonly items: readonly ItemPlan[];
  readonly demands: DemandsPlan;
}
