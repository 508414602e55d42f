import type { ClosingDays, DayCount } from '@rettidig/calendar';
import type { DomainEvent } from '@rettidig/event-sourcing';
import type { LocalDate, PoliticalBody, Source } from '@rettidig/vocabulary';

/** On which days the municipality is closed, from a day on. Said anew as a whole; a day left out is a workday again. */
export type ClosingDaysAgreed = DomainEvent<
  'ClosingDaysAgreed',
  { readonly closingDays: ClosingDays; readonly source?: Source }
>;

/** What a committee's local agreement or rules of procedure say of its deadlines, from a day on. */
export type LocalTimetableAgreed = DomainEvent<'LocalTimetableAgreed', { readonly timetable: LocalTimetable }>;

/** When a political body wants recommendations, from a day on. */
export type PoliticalTimetableAgreed = DomainEvent<'PoliticalTimetableAgreed', PoliticalTimetable>;

/** How early reviews of a kind of change are to be, from a day on (A15). */
export type TimelinessTargetAgreed = DomainEvent<'TimelinessTargetAgreed', TimelinessTarget>;

/**
 * The deadlines of one committee (domain.md section 1.11). Nothing is agreed until somebody says so: what is left out is
 * "Frist ikke aftalt", and nobody is ever late for it. It replaces the committee's earlier one as a whole.
 */
export interface LocalTimetable {
  readonly committeeId: string;
  /** Unique for the committee. */
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  /** Items must be in: days before the meeting. */
  readonly itemsDue?: DayCount;
  /** Agenda and annexes must be out: days before the meeting. */
  readonly materialDue?: DayCount;
  /** Expectations are aligned with MED before anything is drafted (A18): days before the meeting. No review. */
  readonly alignment?: DayCount;
  /** Papers must be there as a draft: days before the meeting. */
  readonly draftReady?: DayCount;
  /** The contact committee, where papers are adjusted, meets: days before the meeting. */
  readonly contactCommittee?: DayCount;
  /** The sides hold their pre-meetings (formøder): days before the meeting. */
  readonly preMeeting?: DayCount;
  /** Minutes must be out: days after the meeting. */
  readonly minutesDue?: DayCount;
  /** Ordinary meetings in a calendar year. */
  readonly minimumMeetings?: number;
  readonly source?: Source;
}

/** The deadline of one political body. */
export interface PoliticalTimetable {
  readonly body: PoliticalBody;
  /** Unique for the body. */
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  /** The recommendation must be with the body: days before it decides. */
  readonly recommendationDue: DayCount;
  readonly source?: Source;
}

/** What is measured of a review: days from one thing to the next, and from the first review of a case to its decision. */
export type TimelyInterval = 'papersToMeeting' | 'meetingToRecommendation' | 'meetingToDecision' | 'firstToDecision';

/**
 * A target for one interval of one kind of change: what is measured against, never a deadline. Nothing is agreed until
 * somebody says so; a review of a kind without a target is neither early enough nor late.
 */
export interface TimelinessTarget {
  /** As a rule set names it: `newService`. */
  readonly kind: string;
  readonly interval: TimelyInterval;
  /** Unique for the kind and the interval. */
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  /** So many days at least; fewer are under the target. */
  readonly days: TargetDays;
  readonly source?: Source;
}

/** Days as intervals between two dates are measured. */
export interface TargetDays extends DayCount {
  readonly kind: 'calendar' | 'workday';
}
