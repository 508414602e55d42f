import type { MeetingState } from '@rettidig/meetings';
import { alignment, contactCommittee, draftReady, itemIn, papersOut, planned, preMeeting } from './deadlines.js';
import type { Ground } from './ground.js';
import type { Limit } from './limits.js';
import { isRecommendedTo } from './limits.js';
import type { Deadline, PlannedStep, StepName } from './plan.types.js';

/** The way to a meeting and on to the first date of the case, in the order of the days. */
export function stepsOf(
  meeting: MeetingState | undefined,
  limits: readonly Limit[],
  ground: Ground,
): readonly PlannedStep[] {
  return inOrder([...(meeting ? stepsTo(meeting, ground) : []), ...stepsFrom(limits)]);
}

const step = (name: StepName, { on, rule }: Deadline): PlannedStep => ({ step: name, on, rule });

/** Alignment, contact committee and pre-meeting are steps only where a committee has them; the others may be without a day. */
function stepsTo(meeting: MeetingState, ground: Ground): PlannedStep[] {
  const [contact, pre] = [contactCommittee(meeting, ground), preMeeting(meeting, ground)];
  const aligned = alignment(meeting, ground);
  return [
    ...(aligned.on === null ? [] : [step('alignment', aligned)]),
    step('draftReady', draftReady(meeting, ground)),
    ...(contact.on === null ? [] : [step('contactCommittee', contact)]),
    step('itemIn', itemIn(meeting, ground)),
    step('papersOut', papersOut(meeting, ground)),
    ...(pre.on === null ? [] : [step('preMeeting', pre)]),
    step('meeting', { on: meeting.on, rule: { code: 'meeting' } }),
  ];
}

/** The recommendation and the date of the case that bind; of a recommendation planned by itself, the date it is for. */
function stepsFrom(limits: readonly Limit[]): PlannedStep[] {
  const [binding] = limits;
  if (!binding) return [];
  const { body, recommendationBy } = binding;
  const end = binding.kind === 'recommendation' ? limits.find((limit) => isFor(limit, binding)) : binding;
  return [
    ...(recommendationBy ? [{ ...step('recommendation', recommendationBy), body }] : []),
    ...(end ? [{ ...step(endOf(end), planned(end.point.when)), body }] : []),
  ];
}

const isFor = (limit: Limit, recommendation: Limit): boolean =>
  isRecommendedTo(limit) && limit.body === recommendation.body && limit.reviewBefore === recommendation.reviewBefore;

const endOf = ({ kind }: Limit): 'presentation' | 'decision' | 'start' =>
  kind === 'presentation' || kind === 'start' ? kind : 'decision';

/** Steps with a day in the order of their days; one without a day keeps its place. */
function inOrder(steps: readonly PlannedStep[]): readonly PlannedStep[] {
  const dated = steps.filter(({ on }) => on !== null).sort((a, b) => (a.on! < b.on! ? -1 : a.on! > b.on! ? 1 : 0));
  let next = 0;
  return steps.map((one) => (one.on === null ? one : dated[next++]!));
}
