import type { MeetingState } from '@rettidig/meetings';
import { meetingOf } from '@rettidig/meetings';
import type { LocalDate } from '@rettidig/vocabulary';
import { plusCalendarDays } from '@rettidig/vocabulary';
import { plusDays } from '@rettidig/calendar';
import { bindingDay, itemIn, papersOut } from './deadlines.js';
import type { Ground } from './ground.js';
import { groundOf } from './ground.js';
import type { Limit } from './limits.js';
import { limitsOf } from './limits.js';
import type { BodyPlan, PlanQuestion, PlanReference, ReviewPlan } from './plan.types.js';
import { stepsOf } from './steps.js';
import { isUsable, lastUsable, nextUsable } from './usable.js';

/** Papers shall be ready so many workdays before they must be out (design section 6). */
const PAPERS_READY = 3;

/**
 * The way back from the dates of a case to the draft, for one open duty (A12, A20): the last meeting at which a review is
 * in time before every date, or, without a date, the next meeting. Follows from recorded facts alone: never from today.
 */
export function planReview(question: PlanQuestion, reference: PlanReference): ReviewPlan {
  const { requirementId, committeeId, since } = question;
  const ground = groundOf(reference, committeeId);
  const limits = limitsOf(question, ground);
  const lasts = limits.map(({ reviewBefore }) => lastUsable(since, reviewBefore, ground));
  const [binding, last] = [limits[0], lasts[0]];
  const placed = placedMeeting(question, binding?.reviewBefore ?? null, { reference, ground });
  const meeting = placed ?? (binding ? last : nextUsable(since, ground, true));
  return {
    ...{ requirementId, committeeId, since },
    aim: aimOf(committeeId, binding, meeting),
    bodies: limits.map((limit, at) => bodyPlan(limit, lasts[at])),
    ...boundBy(binding),
    pastFrom: pastFrom(question, binding),
    ...{ meetingId: idOf(meeting), meetingOn: dayOf(meeting), lastUsableId: idOf(last), lastUsableOn: dayOf(last) },
    steps: stepsOf(meeting, limits, ground),
    atRiskFrom: binding ? riskFrom(question, { placed, last, ground }) : null,
  };
}

const idOf = (meeting: MeetingState | undefined): string | null => meeting?.meetingId ?? null;
const dayOf = (meeting: MeetingState | undefined): LocalDate | null => meeting?.on ?? null;

const bodyPlan = ({ point: _point, ...limit }: Limit, last: MeetingState | undefined): BodyPlan => ({
  ...limit,
  meetingId: idOf(last),
});

const boundBy = (binding: Limit | undefined): Pick<ReviewPlan, 'reviewBefore' | 'bindingPointId'> => ({
  reviewBefore: binding?.reviewBefore ?? null,
  bindingPointId: binding?.pointId ?? null,
});

/** What was recommended without MED is too late from the day it went; what is left is to come before the decision. */
function pastFrom({ recommended }: PlanQuestion, binding: Limit | undefined): LocalDate | null {
  const sent = recommended.filter(({ beforeMed }) => beforeMed).map(({ on }) => on);
  return [...sent, ...(binding ? [binding.reviewBefore] : [])].sort()[0] ?? null;
}

function aimOf(
  committeeId: string | null,
  binding: Limit | undefined,
  meeting: MeetingState | undefined,
): ReviewPlan['aim'] {
  if (committeeId === null) return 'none';
  if (binding) return 'decision';
  return meeting ? 'nextMeeting' : 'none';
}

/** Where the case stands on the agenda, the latest of those meetings at which a review is in time. */
function placedMeeting(
  { committeeId, placedAt, since }: PlanQuestion,
  before: LocalDate | null,
  { reference, ground }: { readonly reference: PlanReference; readonly ground: Ground },
): MeetingState | undefined {
  let latest: MeetingState | undefined;
  for (const meetingId of placedAt) {
    const meeting = meetingOf(reference.meetings, meetingId);
    if (!meeting || meeting.committeeId !== committeeId || !isUsable(meeting, { since, before }, ground)) continue;
    const isLater = !latest || meeting.on > latest.on || (meeting.on === latest.on && meetingId < latest.meetingId);
    if (isLater) latest = meeting;
  }
  return latest;
}

/** From which day on a review before the first date is at risk; null while everything has been done for it. */
function riskFrom(
  { since, dispatchedFor }: PlanQuestion,
  {
    placed,
    last,
    ground,
  }: { readonly placed: MeetingState | undefined; readonly last: MeetingState | undefined; readonly ground: Ground },
): LocalDate | null {
  if (placed) {
    const papers = bindingDay(papersOut(placed, ground));
    if (papers === null || dispatchedFor.includes(placed.meetingId)) return null;
    return plusDays(ground.calendar, papers, { count: -PAPERS_READY, kind: 'workday' });
  }
  if (!last) return since;
  const stated = [bindingDay(itemIn(last, ground)), bindingDay(papersOut(last, ground)), last.on];
  return plusCalendarDays(stated.filter((day) => day !== null).sort()[0]!, 1);
}
