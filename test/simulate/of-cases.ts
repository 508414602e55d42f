import type { ReviewPlan } from '@rettidig/planning';
import { later } from '../support/plan-days.js';
import type { Obligation } from './expected.js';
import { committeeOf, committeesOf, dayOfPoint, isPlacedFor, type ToldCase } from './told-case.js';

/** In calendar days: that something happened is told for six weeks. */
const NEWS = 42;

const stepOf = ({ steps }: ReviewPlan, name: string): string | null =>
  steps.find(({ step }) => step === name)?.on ?? null;

/** Everything of a case that somebody must be reminded of, on whatever day. */
export const ofCase = (one: ToldCase): Obligation[] => [
  ...one.plans.flatMap((plan) => (isPlacedFor(one, plan) ? ofPlaced(one, plan) : ofWaiting(one, plan))),
  ...ofNoDate(one),
  ...ofPoints(one),
  ...ofMisses(one),
  ...ofDisagreement(one),
];

/** It stands on no agenda. */
function ofWaiting({ changeId }: ToldCase, plan: ReviewPlan): Obligation[] {
  const { requirementId: item, committeeId, lastUsableOn, aim, atRiskFrom } = plan;
  if (aim !== 'decision') return [];
  const of = { item, changeId, committeeId };
  const meant = plan.bodies.filter(({ kind }) => kind === 'decision' || kind === 'start').map(({ day }) => day);
  const [first] = meant.sort();
  const anchor = stepOf(plan, 'itemIn') ?? stepOf(plan, 'papersOut') ?? lastUsableOn!;
  return [
    ...(lastUsableOn === null ? [] : [{ ...of, kind: 'notPlaced', anchor, until: atRiskFrom ?? undefined }]),
    ...(atRiskFrom === null
      ? []
      : [{ ...of, kind: 'noMeetingLeft', anchor: atRiskFrom, until: later(first ?? plan.reviewBefore!, 1) }]),
  ];
}

/** It stands on an agenda: its papers are to be there, and to go out. */
function ofPlaced({ changeId, filed, dispatched }: ToldCase, plan: ReviewPlan): Obligation[] {
  const { requirementId: item, committeeId, meetingOn, meetingId } = plan;
  if (meetingOn === null || meetingId === null) return [];
  const of = { item, changeId, committeeId, meetingId, until: meetingOn };
  const [itemIn, papersOut] = [stepOf(plan, 'itemIn'), stepOf(plan, 'papersOut')];
  return [
    ...(itemIn === null || filed.length > 0 ? [] : [{ ...of, kind: 'itemDue', anchor: itemIn }]),
    ...(papersOut === null || dispatched.has(meetingId) ? [] : [{ ...of, kind: 'papersDue', anchor: papersOut }]),
  ];
}

/** Nobody said when it is decided, and it stands on no agenda. */
function ofNoDate(one: ToldCase): Obligation[] {
  const waiting = one.plans.filter((plan) => plan.aim !== 'decision' && !isPlacedFor(one, plan));
  const [since] = waiting.map((plan) => plan.since).sort();
  const { changeId } = one;
  return since === undefined
    ? []
    : [{ kind: 'dateNotStated', item: changeId, anchor: since, changeId, committeeId: waiting[0]!.committeeId }];
}

/** Days that nobody has recorded anything of. */
function ofPoints(one: ToldCase): Obligation[] {
  const { changeId, points, answered, duties, plans } = one;
  if (one.withdrawn || ![...duties.values()].some(({ isOpen }) => isOpen)) return [];
  const planned = new Set(plans.flatMap(({ bodies }) => bodies.map(({ pointId }) => pointId)));
  return [...points.values()].flatMap((point) => {
    const anchor = dayOfPoint(point);
    const isMeant = point.kind === 'decision' || point.kind === 'start';
    if (!isMeant || anchor === undefined || (answered.has(point.pointId) && !planned.has(point.pointId))) return [];
    return [{ kind: 'nothingRecorded', item: point.pointId, anchor, changeId, committeeId: committeeOf(one) }];
  });
}

/** Both sides hear of it; as long as nobody speaks of it it is asked for, followed up, and listed from its second week on. */
const ofMisses = ({ changeId, duties }: ToldCase): Obligation[] =>
  [...duties].flatMap(([requirementId, { miss, spokenOf, committeeId }]) => {
    if (!miss) return [];
    const of = { item: `${requirementId}/${miss.by}`, changeId, committeeId };
    const news = { ...of, anchor: miss.on, until: later(miss.on, NEWS) };
    if (spokenOf) return [{ ...news, kind: 'missRecorded' }];
    const daysSinceMonday = (new Date(miss.on).getUTCDay() + 6) % 7;
    return [
      { ...news, kind: 'missRecorded' },
      { ...news, kind: 'missed' },
      { ...news, kind: 'missUnanswered' },
      { ...of, kind: 'missOpen', anchor: later(miss.on, 14 - daysSinceMonday) },
    ];
  });

function ofDisagreement(one: ToldCase): Obligation[] {
  const { changeId, lowerings, disputes } = one;
  const open = [...disputes].filter(([, { settled }]) => !settled);
  return [
    ...lowerings.flatMap(({ actId, act, on, committeeIds }) =>
      committeeIds.map((committeeId) => {
        const item = `${changeId}/${actId}/${act}/${committeeId ?? 'none'}`;
        return { kind: 'dutyLowered', item, anchor: on, until: later(on, NEWS), changeId, committeeId };
      }),
    ),
    ...open.flatMap(([disputeId, { on: anchor }]) =>
      committeesOf(one).map((committeeId) => ({
        ...{ kind: 'disputeOpen', item: `${disputeId}/${committeeId ?? 'none'}`, anchor, changeId, committeeId },
      })),
    ),
  ];
}
