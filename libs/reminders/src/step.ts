import type { DayCount } from '@rettidig/calendar';
import type { LocalDate } from '@rettidig/vocabulary';

/** Who is told, as a function; the persons who have it are found at the moment of sending. */
export type ReceiverFunction =
  | 'owner'
  /** The manager of the unit that the case is about. */
  | 'unitManager'
  | 'secretariat'
  | 'chair'
  | 'deputyChair'
  /** Everybody with a seat in the committee, and the deputies called for the meeting. */
  | 'members'
  | 'seatHolder'
  /** Whoever was told of the same item before. */
  | 'toldBefore';

/** One reminder of a kind: so many days before or after the day that it is about. No two of a kind have the same days. */
export interface Step {
  /** Negative: before the day. Lands it on a closing day, it is the next workday. */
  readonly offset: DayCount;
  readonly to: readonly ReceiverFunction[];
  readonly on: boolean;
  /** Where it goes another way than its kind. */
  readonly lane?: Lane;
  /** Goes past those who were told before, to whoever stands above them. */
  readonly escalates?: boolean;
  /**
   * It comes again every week after its own day, for as long as there is something to tell: a line in the digest. Only of a
   * step in calendar days; each time is a step of its own, named by its own days.
   */
  readonly again?: 'weekly';
}

/** A step with the day from which it holds; undefined for one that the product always had. */
export interface HeldStep extends Step {
  readonly since?: LocalDate;
}

/**
 * `urgent`: at once. `dated`: in the morning mail of its day. `notice`: nothing that anybody has to do; at once, in the
 * digest or not at all, as each person wants.
 */
export type Lane = 'urgent' | 'dated' | 'notice';
