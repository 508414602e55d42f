import type { DomainEvent } from '@rettidig/event-sourcing';
import type { ReviewPlan } from '@rettidig/planning';
import type { LocalDate } from '@rettidig/vocabulary';

/** What moved a plan: `case` is the case itself, everything else happened around it. */
export type PlanCauseCode =
  | 'case'
  | 'meeting'
  | 'structure'
  | 'rules'
  /** Closing days. */
  | 'calendar'
  | 'timetable'
  /** How often politicians treat the case (A17). */
  | 'readings'
  /** Chair and deputy chair let a deadline be. */
  | 'waiver'
  /** A day came on which something took effect that had been recorded earlier. */
  | 'dayCame';

/** Why a plan is another one now: codes and values, the sentence is made when it is read. */
export interface PlanCause {
  readonly what: PlanCauseCode;
  /** The meeting. */
  readonly id?: string;
  /** What became of the meeting. */
  readonly did?: 'scheduled' | 'moved' | 'cancelled' | 'held' | 'onAgenda' | 'offAgenda';
  /** The meeting's earlier day. */
  readonly from?: LocalDate;
  /** The meeting's day, or the day that came. */
  readonly on?: LocalDate;
}

/**
 * The way back from each date of the case, for every duty that is still to be discussed: the plan as it now stands. Written
 * only where a date, a meeting or a committee differs from the plan before; empty once nothing is left to plan for.
 */
export type ReviewsPlanned = DomainEvent<
  'ReviewsPlanned',
  { readonly plans: readonly ReviewPlan[]; readonly cause: PlanCause }
>;
