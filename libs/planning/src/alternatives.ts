import { daysBetween, workdayOnOrAfter } from '@rettidig/calendar';
import { meetingOf } from '@rettidig/meetings';
import type { LocalDate } from '@rettidig/vocabulary';
import { plusCalendarDays } from '@rettidig/vocabulary';
import { bindingDay, papersOut } from './deadlines.js';
import type { Ground } from './ground.js';
import { groundOf } from './ground.js';
import { isRecommendedTo, wantedBy } from './limits.js';
import type { Alternatives, BodyPlan, MovedDecision, PlanQuestion, PlanReference, ReviewPlan } from './plan.types.js';
import { canBeHeld, nextUsable } from './usable.js';

/** Calendar days that are looked ahead: who finds no day in two years has no committee, not too few days. */
const DAYS_AHEAD = 731;

/** What can be done when no usable meeting is left on a day; null while one is. Never just red. */
export function alternativesOf(
  plan: ReviewPlan,
  question: PlanQuestion,
  reference: PlanReference,
  today: LocalDate,
): Alternatives | null {
  const ground = groundOf(reference, plan.committeeId);
  if (isSomethingLeft(plan, question, { reference, ground, today })) return null;
  const { reviewBefore: limit, bodies } = plan;
  const from = today > plan.since ? today : plan.since;
  const next = nextUsable(from, ground);
  const extraordinary = extraordinaryFrom(from, ground);
  const on = next?.on ?? extraordinary;
  return {
    nextMeeting: next
      ? { meetingId: next.meetingId, on: next.on, missesByDays: missedBy(next.on, limit, ground) }
      : null,
    extraordinary: extraordinary
      ? { earliestOn: extraordinary, inTime: limit === null || extraordinary < limit }
      : null,
    moveDecisions: on === undefined ? [] : movedFor(on, bodies, ground),
  };
}

/** A meeting is left while its papers can go out, or else while it is not over; one with the case on its agenda is. */
function isSomethingLeft(
  { meetingId, lastUsableId, reviewBefore }: ReviewPlan,
  { placedAt }: PlanQuestion,
  {
    reference,
    ground,
    today,
  }: { readonly reference: PlanReference; readonly ground: Ground; readonly today: LocalDate },
): boolean {
  const left = reviewBefore === null ? meetingId : lastUsableId;
  const meeting = left === null ? undefined : meetingOf(reference.meetings, left);
  if (!meeting) return false;
  if (meetingId !== null && placedAt.includes(meetingId)) return true;
  return (bindingDay(papersOut(meeting, ground)) ?? meeting.on) >= today;
}

/** By how many days a limit would have to move for a review on a day to be before it. */
const missedBy = (on: LocalDate, limit: LocalDate | null, { calendar }: Ground): number =>
  limit === null || on < limit ? 0 : daysBetween(calendar, limit, on, 'calendar') + 1;

/** The first workday on which the committee could meet with its papers out in time, that nobody would rather avoid. */
function extraordinaryFrom(from: LocalDate, ground: Ground): LocalDate | undefined {
  const { calendar } = ground;
  const last = plusCalendarDays(from, DAYS_AHEAD);
  for (let on = from; on <= last; on = plusCalendarDays(on, 1)) {
    if (!calendar.isWorkday(on) || calendar.isAvoided(on)) continue;
    if (canBeHeld({ on, waived: [] }, from, ground)) return on;
  }
  return undefined;
}

/** Every date of the case before which a meeting on a day would be too late, with the first workday where it would not. */
function movedFor(meets: LocalDate, bodies: readonly BodyPlan[], ground: Ground): MovedDecision[] {
  return bodies
    .filter((body) => body.reviewBefore <= meets && !isMovedWithRecommendation(body, meets, ground))
    .flatMap((body) => {
      const to = firstAfter(body, meets, ground);
      return to === undefined ? [] : [{ pointId: body.pointId, kind: body.kind, body: body.body, to }];
    });
}

/** A date with a recommendation of its own may stay where it is when the recommendation, moved, is still before it. */
function isMovedWithRecommendation(
  { kind, recommendationBy, day }: BodyPlan,
  meets: LocalDate,
  ground: Ground,
): boolean {
  const on = recommendationBy?.on ?? null;
  if (kind === 'recommendation' || on === null) return false;
  const { code } = recommendationBy!.rule;
  const isOwn = code === 'planned' || code === 'plannedAtLatest';
  return isOwn && workdayAfter(on > meets ? on : meets, ground) <= day;
}

const workdayAfter = (day: LocalDate, { calendar }: Ground): LocalDate =>
  workdayOnOrAfter(calendar, plusCalendarDays(day, 1));

/** The first workday after its own day on which a date leaves room for a meeting. */
function firstAfter(body: BodyPlan, meets: LocalDate, ground: Ground): LocalDate | undefined {
  const first = workdayAfter(body.day > meets ? body.day : meets, ground);
  const last = plusCalendarDays(first, DAYS_AHEAD);
  for (let to = first; to <= last; to = workdayAfter(to, ground)) {
    const limit = isRecommendedTo(body) && body.recommendationBy ? wantedBy(body, to, ground).on! : to;
    if (limit > meets) return to;
  }
  return undefined;
}
