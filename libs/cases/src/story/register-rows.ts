import { exactDay, calendarDaysBetween, latestDay, plusCalendarDays } from '@rettidig/vocabulary';
import type { LocalDate, Source } from '@rettidig/vocabulary';
import { isOpen } from './case-story.js';
import type { CaseStory, PointStory, RequirementStory } from './case-story.js';

/**
 * What a row of the register says of its requirement. `missed` is what the register counts; the others stand beside it
 * and are counted apart.
 */
export type RegisterState =
  | 'missed'
  /** A planned date has passed and nothing was recorded: neither that MED was involved nor that it was decided. */
  | 'unconfirmed'
  | 'endedWithoutReview'
  | 'recommendedBeforeMed'
  /** Recommended before MED, discussed before the decision. */
  | 'discussedLate'
  | 'rebutted'
  | 'recordedInError';

/** One row, as far as it follows from the story of its case alone. */
export interface RegisterRow {
  readonly requirement: RequirementStory;
  readonly state: RegisterState;
  /** The first day on which it shows; null shows at once. */
  readonly shownFrom: LocalDate | null;
  readonly kind: string;
  readonly unitId: string | null;
  /** Calendar days from decision to found; null when either is not known exactly (A2). */
  readonly daysToFound: number | null;
  /** The day that a period is compared with: of the decision, of the recommendation, or that passed. */
  readonly day: LocalDate | null;
  readonly sources: readonly RowSource[];
}

/** Where something about a row was found, for the line of the minutes behind it. */
export interface RowSource extends Source {
  readonly of: 'registration' | 'decision' | 'miss' | 'explanation';
}

/** The rows of a case. Open duties before their date and complete ones have none. */
export const registerRows = (story: CaseStory): RegisterRow[] =>
  Object.values(story.requirements).flatMap((requirement) => {
    const state = stateOf(requirement, story);
    return state ? [rowOf(story, requirement, state)] : [];
  });

/** What came later stands before what came first; a row that was recorded in error stays, whatever is owed now. */
function stateOf(requirement: RequirementStory, story: CaseStory): RegisterState | undefined {
  const { progress, recommendedOn, miss } = requirement;
  if (miss && miss.state !== 'recordedInError') return miss.state;
  if (progress === 'endedWithoutReview') return progress;
  if (recommendedOn)
    return progress === 'discussed' || progress === 'complete' ? 'discussedLate' : 'recommendedBeforeMed';
  if (miss) return 'recordedInError';
  return isOpen(requirement) && pastFrom(story, requirement) ? 'unconfirmed' : undefined;
}

function rowOf(story: CaseStory, requirement: RequirementStory, state: RegisterState): RegisterRow {
  const { miss } = requirement;
  const passed = state === 'unconfirmed' ? pastFrom(story, requirement)! : null;
  const day = miss ? latestDay(miss.when) : (requirement.recommendedOn ?? (passed && plusCalendarDays(passed, -1)));
  return {
    requirement,
    state,
    shownFrom: passed,
    kind: miss?.kind ?? story.kind,
    unitId: miss ? miss.unitId : story.unitId,
    daysToFound: miss ? daysToFound(miss) : null,
    day: day ?? null,
    sources: sourcesOf(story, requirement),
  };
}

function daysToFound({ when, foundOn }: NonNullable<RequirementStory['miss']>): number | null {
  const [decided, found] = [exactDay(when), exactDay(foundOn)];
  return decided && found ? calendarDaysBetween(decided, found) : null;
}

/**
 * The first day after the earliest planned act that the duty lies before and that nothing was recorded about. The plan
 * alone says it; no clock is read.
 */
function pastFrom(story: CaseStory, requirement: RequirementStory): LocalDate | undefined {
  const days = Object.values(story.points)
    .filter((point) => binds(point, requirement) && !isAnswered(point, story))
    .map(({ when }) => latestDay(when))
    .filter((day) => day !== undefined);
  const first = days.sort()[0];
  return first && plusCalendarDays(first, 1);
}

const binds = ({ kind }: PointStory, { before }: RequirementStory): boolean =>
  kind === 'decision' || kind === 'start' || (kind === 'recommendation' && before === 'recommendation');

/** Whether anything was recorded about a planned act. */
export function isAnswered(point: PointStory, { points, decisions, recommendations, starts }: CaseStory): boolean {
  if (point.kind === 'start') return starts.length > 0;
  const isSent = recommendations.some(
    ({ to, pointId }) => to === point.body && (pointId === null || !isAfter(point, points[pointId])),
  );
  if (point.kind === 'recommendation' && isSent) return true;
  return Object.values(decisions).some(
    (decision) =>
      !decision.neverTaken &&
      (decision.pointId === point.pointId || (decision.pointId === null && decision.body === point.body)) &&
      (decision.outcome !== 'postponed' || isSameOrLater(latestDay(decision.when), latestDay(point.when))),
  );
}

/** What is recommended after one reading is for the next (A17). */
const isAfter = (point: PointStory, reading: PointStory | undefined): boolean =>
  reading !== undefined && (latestDay(point.when) ?? '9999') > (latestDay(reading.when) ?? '9999');

/** A postponement answers the date that it put off, not the new one. */
const isSameOrLater = (recorded: LocalDate | undefined, planned: LocalDate | undefined): boolean =>
  recorded !== undefined && planned !== undefined && recorded >= planned;

function sourcesOf(story: CaseStory, { miss }: RequirementStory): RowSource[] {
  const decision = miss?.decisionId ? story.decisions[miss.decisionId] : undefined;
  const found: [RowSource['of'], Source | null | undefined][] = [
    ['miss', miss?.source],
    ['decision', decision?.source],
    ['registration', story.source],
    ...(miss?.explanations ?? []).map(({ source }): [RowSource['of'], Source | null] => ['explanation', source]),
  ];
  return found.flatMap(([of, source]) => (source ? [{ of, ...source }] : []));
}
