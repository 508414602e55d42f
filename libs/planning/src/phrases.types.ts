import type { DeadlineRule, Health, PlannedPoint, StepName } from './plan.types.js';

type PointKind = PlannedPoint['kind'];
/** Steps that are there even when nobody agreed on a day for them. */
type StepWithoutDay = 'draftReady' | 'itemIn' | 'papersOut';

/** What a rule is told with: `days` is "14 kalenderdage før mødet" in the rule's own count. */
export interface RuleWords {
  readonly days: string;
  readonly version: string;
}

/** Everything that can be said of a plan in one language; the other one must say the same. */
export interface Phrases {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly day: (words: { weekday: string; day: number; month: string; year: string; week: number }) => string;
  readonly stepName: Readonly<Record<StepName, string>>;
  /** Whole sentences but for the full stop; `body` is the political body, the manager, or "ikke oplyst". */
  readonly step: Readonly<Record<StepName, (day: string, body: string) => string>>;
  readonly stepAtLatest: Readonly<
    Record<'presentation' | 'decision' | 'start' | 'recommendation', (day: string, body: string) => string>
  >;
  readonly decidesUnknown: (day: string) => string;
  readonly withoutDay: Readonly<Record<StepWithoutDay, string>>;
  /** Clauses that say why a day is that day. */
  readonly rule: Readonly<Record<DeadlineRule['code'], (words: RuleWords) => string>>;
  /** No days of notice were agreed, so the day itself is the last one. */
  readonly onTheDay: string;
  readonly before: Readonly<Record<'meeting' | 'politicalMeeting', (days: string) => string>>;
  readonly sameDay: Readonly<Record<'meeting' | 'politicalMeeting', string>>;
  readonly health: Readonly<Record<Health, string>>;
  readonly beforePoint: Readonly<Record<PointKind, string>>;
  readonly point: Readonly<Record<PointKind, string>>;
  readonly noneLeft: (before: string) => string;
  readonly noneAhead: string;
  readonly nextMeeting: (day: string) => string;
  readonly nextMeetingTooLate: (day: string) => string;
  readonly noneCalled: string;
  readonly extraordinary: Readonly<Record<'inTime' | 'tooLate', (day: string) => string>>;
  readonly noExtraordinary: string;
  readonly move: Readonly<
    Record<'nextMeeting' | 'extraordinary', (point: string, body: string, day: string) => string>
  >;
}
