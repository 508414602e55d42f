import type { DayCount } from '@rettidig/calendar';
import type { Meetings } from '@rettidig/meetings';
import type { Organisation } from '@rettidig/organisation';
import type { BeforeAct, RuleBook } from '@rettidig/rules';
import type { DecidingBody, FuzzyDate, LocalDate } from '@rettidig/vocabulary';

/** A date that lies ahead of a case. */
export interface PlannedPoint {
  readonly pointId: string;
  readonly kind: 'presentation' | 'forInformation' | 'recommendation' | 'decision' | 'start';
  readonly body: DecidingBody;
  readonly when: FuzzyDate;
}

/** A recommendation that went to politicians. */
export interface SentRecommendation {
  readonly body: DecidingBody;
  readonly on: LocalDate;
  /** Where the body treats the case several times: it is for what the body has until that day, and for nothing later. */
  readonly until?: LocalDate;
  /** It went although the duty was not discussed yet: no review can come before it any more. */
  readonly beforeMed: boolean;
}

/** One open duty, as it is planned for. */
export interface PlanQuestion {
  readonly requirementId: string;
  /** Null while there is no committee for it. */
  readonly committeeId: string | null;
  readonly before: BeforeAct;
  /** The day on which the duty first stood, or after which the proposal is what it is: nobody plans for a day before it. */
  readonly since: LocalDate;
  /** Dates of the case that have not passed by a recorded act. */
  readonly points: readonly PlannedPoint[];
  /** Sent to bodies that have not decided yet: a review can only be held before their decision itself. */
  readonly recommended: readonly SentRecommendation[];
  /** Meetings on whose agenda the case stands. */
  readonly placedAt: readonly string[];
  /** Meetings for which its papers went out. */
  readonly dispatchedFor: readonly string[];
}

/** Where a plan is looked up. */
export interface PlanReference {
  readonly organisation: Organisation;
  readonly ruleBook: RuleBook;
  readonly meetings: Meetings;
}

/** By what a date follows: codes and values, prose is made when it is read. */
export interface DeadlineRule {
  readonly code:
    | 'timetable'
    | 'politicalTimetable'
    /** The case itself names the day. */
    | 'planned'
    /** The case itself names it as the latest possible day: it may be earlier. */
    | 'plannedAtLatest'
    | 'meeting'
    /** Papers must be out when the pre-meeting begins. */
    | 'preMeeting'
    /** The draft must be there when the contact committee meets. */
    | 'contactCommittee'
    /** "Frist ikke aftalt": never late. */
    | 'notAgreed'
    /** Chair and deputy chair both let it be. */
    | 'waived';
  /** The version of the timetable. */
  readonly version?: string;
  readonly days?: DayCount;
  /** The version of the calendar that the days were counted with. */
  readonly calendar?: string;
}

/** A local date that ends at midnight in Copenhagen, with the rule it was computed by. Null: not agreed. */
export interface Deadline {
  readonly on: LocalDate | null;
  readonly rule: DeadlineRule;
}

export type StepName =
  /** Expectations are aligned with MED before drafting (A18): never a review. */
  | 'alignment'
  | 'draftReady'
  | 'contactCommittee'
  | 'itemIn'
  | 'papersOut'
  | 'preMeeting'
  | 'meeting'
  | 'recommendation'
  /** What the way leads to: the binding point of the case. */
  | 'presentation'
  | 'decision'
  | 'start';

/** One date of the way back from the decision. */
export interface PlannedStep extends Deadline {
  readonly step: StepName;
  /** Whose decision or recommendation. */
  readonly body?: DecidingBody;
}

/** What one body's date asks for (A20): every one of them is gated. */
export interface BodyPlan {
  readonly pointId: string;
  readonly kind: PlannedPoint['kind'];
  readonly body: DecidingBody;
  /** The day of the point itself, or the latest one that it can be. */
  readonly day: LocalDate;
  /** The review must be held on an earlier day than this; the day itself shows no order. */
  readonly reviewBefore: LocalDate;
  /** When politicians decide, the recommendation to them is sent by then; null where none goes, or it went already. */
  readonly recommendationBy: Deadline | null;
  /** The last usable meeting before it; null when none is left. */
  readonly meetingId: string | null;
}

/** The way back from the decision to the draft, for one open duty. Follows from recorded facts alone, not from today. */
export interface ReviewPlan {
  readonly requirementId: string;
  readonly committeeId: string | null;
  /** `nextMeeting`: no date is known, so the next meeting is aimed at. `none`: there is nothing to aim at. */
  readonly aim: 'decision' | 'nextMeeting' | 'none';
  readonly since: LocalDate;
  /** One for each dated point, the earliest limit first. */
  readonly bodies: readonly BodyPlan[];
  /** The earliest limit; null while no date is known. */
  readonly reviewBefore: LocalDate | null;
  readonly bindingPointId: string | null;
  /** The meeting aimed at: where it stands on the agenda, else the last usable one, else, without a date, the next. */
  readonly meetingId: string | null;
  readonly meetingOn: LocalDate | null;
  readonly lastUsableId: string | null;
  readonly lastUsableOn: LocalDate | null;
  /** In the order of their days, from the draft to the decision; a step without a day stands where it belongs. */
  readonly steps: readonly PlannedStep[];
  /** From this day on it is at risk; null while it is not. */
  readonly atRiskFrom: LocalDate | null;
  /** From this day on no review can be in time: the earliest limit, or the day of a recommendation that went without it. */
  readonly pastFrom: LocalDate | null;
}

/** How an open duty stands today. */
export type Health = 'onTrack' | 'atRisk' | 'pastLatestDate' | 'unconfirmed';

/** What can still be done when no usable meeting is left. The first two are null when they do not exist. */
export interface Alternatives {
  /** `missesByDays`: by how many calendar days the limit would have to move; 0 when it is in time. */
  readonly nextMeeting: { readonly meetingId: string; readonly on: LocalDate; readonly missesByDays: number } | null;
  /** The earliest day on which one could be held with its papers out in time. */
  readonly extraordinary: { readonly earliestOn: LocalDate; readonly inTime: boolean } | null;
  /** Every date of the case that would have to move for the next meeting, else for the extraordinary one, and to when. */
  readonly moveDecisions: readonly MovedDecision[];
}

/** A date of the case and the first workday that leaves room for the review before it. */
export interface MovedDecision {
  readonly pointId: string;
  readonly kind: PlannedPoint['kind'];
  readonly body: DecidingBody;
  readonly to: LocalDate;
}
