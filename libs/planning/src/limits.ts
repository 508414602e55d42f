import type { LocalDate } from '@rettidig/vocabulary';
import { isPolitical, latestDay } from '@rettidig/vocabulary';
import { daysBefore, planned } from './deadlines.js';
import type { Ground } from './ground.js';
import type { BodyPlan, Deadline, PlannedPoint, PlanQuestion, SentRecommendation } from './plan.types.js';

/** A dated point of the case with the day before which the review must be held. */
export interface Limit extends Omit<BodyPlan, 'meetingId'> {
  readonly point: PlannedPoint;
}

/** What every dated point asks for, the earliest limit first; of one day by the point's id. A briefing asks for nothing. */
export function limitsOf(question: Pick<PlanQuestion, 'points' | 'recommended'>, ground: Ground): Limit[] {
  const limits: Limit[] = [];
  for (const point of question.points) {
    const day = latestDay(point.when);
    if (day === undefined || point.kind === 'forInformation') continue;
    const recommendationBy = recommendationOf({ ...point, day }, question, ground);
    const { pointId, kind, body } = point;
    limits.push({ pointId, kind, body, day, reviewBefore: recommendationBy?.on ?? day, recommendationBy, point });
  }
  return limits.sort((a, b) => order(a.reviewBefore, b.reviewBefore) || order(a.pointId, b.pointId));
}

const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Whether a recommendation goes before it: politicians decide on one, or are presented with one. */
export const isRecommendedTo = ({ kind, body }: Pick<PlannedPoint, 'kind' | 'body'>): boolean =>
  isPolitical(body) && (kind === 'decision' || kind === 'presentation');

/**
 * When the recommendation must be sent: as the case plans it, else as the political body wants it, else on its day. One
 * that was sent is not waited for.
 */
function recommendationOf(
  point: PlannedPoint & { readonly day: LocalDate },
  { points, recommended }: Pick<PlanQuestion, 'points' | 'recommended'>,
  ground: Ground,
): Deadline | null {
  if (point.kind === 'recommendation') return planned(point.when);
  if (!isRecommendedTo(point) || recommended.some((sent) => isFor(sent, point))) return null;
  const own = ownRecommendation(point, points);
  return own ? planned(own.when) : wantedBy(point, point.day, ground);
}

/** A later reading of the same body awaits a recommendation of its own. */
const isFor = ({ body, until }: SentRecommendation, point: { body: PlannedPoint['body']; day: LocalDate }): boolean =>
  body === point.body && (until === undefined || point.day <= until);

/** The latest recommendation to the same body that is not planned for a later day than the point. */
function ownRecommendation(
  { body, day }: { readonly body: PlannedPoint['body']; readonly day: LocalDate },
  points: readonly PlannedPoint[],
): PlannedPoint | undefined {
  let latest: { readonly day: LocalDate; readonly point: PlannedPoint } | undefined;
  for (const point of points) {
    if (point.kind !== 'recommendation' || point.body !== body) continue;
    const its = latestDay(point.when);
    if (its === undefined || its > day) continue;
    const isLater = !latest || its > latest.day || (its === latest.day && point.pointId < latest.point.pointId);
    if (isLater) latest = { day: its, point };
  }
  return latest?.point;
}

/** When a political body that meets on a day wants the recommendation; without an agreement on the day itself. */
export function wantedBy({ body }: Pick<PlannedPoint, 'body'>, day: LocalDate, ground: Ground): Deadline {
  const timetable = ground.politicalTimetableOn(body, day);
  const { recommendationDue: days, version } = timetable ?? {};
  const deadline = daysBefore(ground.calendar, { day, days, version, code: 'politicalTimetable' });
  return { ...deadline, on: deadline.on ?? day };
}
