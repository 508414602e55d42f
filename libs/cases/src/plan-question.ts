import type { PlanQuestion, SentRecommendation } from '@rettidig/planning';
import type { LocalDate } from '@rettidig/vocabulary';
import { latestDay, plusCalendarDays } from '@rettidig/vocabulary';
import { alteredOn } from './after-review.js';
import type { Act, ChangeState, Duty, Point } from './change.state.js';
import { isDecided, openDuties, standingActs, standingMiss } from './change.state.js';
import type { ReferenceContext } from './checks.js';
import { dispatchedFor } from './papers.js';
import { isPast, isPostponed } from './points.js';
import { discussionOf } from './progress.js';
import { readingsBy, readUntil } from './readings.js';

/**
 * What there is to plan for: every duty that stands and was not discussed to the end. A missed one as well, while other
 * bodies are to decide. Follows from recorded facts, never from today, so that a plan changes by events alone. Empty for a
 * case that is withdrawn, or decided with nothing ahead.
 */
export function planQuestions(state: ChangeState, context: ReferenceContext): PlanQuestion[] {
  if (state.withdrawn) return [];
  const duties = openDuties(state).filter((duty) => discussionOf(state, duty, context) !== 'finished');
  if (duties.length === 0) return [];
  const points = Object.values(state.points)
    .filter((point) => !isPast(state, point, context))
    .map((point): Point => (isPostponed(state, point) ? { ...point, when: { notStated: true } } : point));
  if (isDecided(state) && points.length === 0) return [];
  return duties.flatMap((duty) => {
    const miss = standingMiss(duty);
    const ahead = miss ? decidedAfter(state.acts[miss.by], points) : points;
    if (miss && ahead.length === 0) return [];
    const { requirementId, committeeId, before } = duty.requirement;
    return [
      {
        ...{ requirementId, committeeId, before },
        since: plannedSince(state, duty),
        points: ahead,
        recommended: recommended(state, duty, context),
        placedAt: placedAt(state, duty),
        dispatchedFor: dispatchedFor(state),
      },
    ];
  });
}

/**
 * What other bodies, each of which MED comes before (A20), are to decide after an act that MED was missed before; and the
 * same body once more, where it treats the case several times: that is the second chance (A17).
 */
function decidedAfter(act: Act | undefined, points: readonly Point[]): Point[] {
  if (!act || act.body === 'notStated') return [];
  return points
    .filter(({ kind }) => kind === 'presentation' || kind === 'recommendation' || kind === 'decision')
    .filter(({ body }) => body !== 'notStated' && (act.kind === 'decision' || body !== act.body))
    .filter(({ when }) => (latestDay(when) ?? act.day) >= act.day);
}

/** A proposal that became another one is discussed after that day: on the day itself nobody can show which came first. */
function plannedSince(state: ChangeState, duty: Duty): LocalDate {
  const altered = alteredOn(state, duty);
  const next = altered === undefined ? duty.since : plusCalendarDays(altered, 1);
  return next > duty.since ? next : duty.since;
}

/**
 * Recommendations whose decision is still to come. One that went before the proposal became another one told of another.
 */
function recommended(state: ChangeState, duty: Duty, context: ReferenceContext): SentRecommendation[] {
  const altered = alteredOn(state, duty);
  const { requirementId } = duty.requirement;
  return state.recommended
    .filter((sent) => !isAnswered(state, sent, context))
    .map((sent) => ({
      ...{ body: sent.to, on: sent.on },
      beforeMed: sent.beforeMed.includes(requirementId) && (altered === undefined || sent.on > altered),
      ...(readingsBy(state, sent.to, sent.on, context) === 1 ? {} : { until: readUntil(state, sent, sent.on) }),
    }));
}

/** Its body decided; where it treats the case several times, in the reading that the recommendation was for. */
function isAnswered(
  state: ChangeState,
  { to, on, pointId }: ChangeState['recommended'][number],
  context: ReferenceContext,
): boolean {
  const decisions = standingActs(state).filter(({ kind, body }) => kind === 'decision' && body === to);
  if (readingsBy(state, to, on, context) === 1) return decisions.length > 0;
  const point = pointId === undefined ? undefined : state.points[pointId];
  return point ? isPast(state, point, context) : decisions.some(({ day }) => day >= on);
}

/** Meetings of its committee on whose agenda the case stands. */
const placedAt = (state: ChangeState, { requirement }: Duty): string[] => [
  ...new Set(
    Object.values(state.placements)
      .filter(({ standing, committeeId }) => standing && committeeId === requirement.committeeId)
      .map(({ meetingId }) => meetingId),
  ),
];
