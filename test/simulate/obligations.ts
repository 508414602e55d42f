import type { DayCount } from '@rettidig/calendar';
import type { ReviewPlan } from '@rettidig/planning';
import { backFrom, isWorkday, later } from '../support/plan-days.js';
import type { ToldCase, ToldTown } from './told.js';
import { dayOfPoint, isPlacedFor } from './told.js';

/** Something that somebody must be reminded of, as far as an outsider can tell from the log. */
export interface Obligation {
  readonly kind: string;
  readonly item: string;
  readonly anchor: string;
  readonly changeId?: string;
  /** Who must be among those who are told; null when that cannot be said so simply. */
  readonly owner: string | null;
}

/** The steps that are expected, once more in plain words: so many workdays or calendar days from the day. */
const STEPS: Readonly<Record<string, readonly DayCount[]>> = {
  notPlaced: [-20, -10, -3].map((count) => ({ count, kind: 'workday' })),
  itemDue: [-10, -3, -1].map((count) => ({ count, kind: 'workday' })),
  papersDue: [-3, -1, 0].map((count) => ({ count, kind: 'workday' })),
  meetingComing: [-7, -1].map((count) => ({ count, kind: 'calendar' })),
  nothingRecorded: [1, 5].map((count) => ({ count, kind: 'workday' })),
};

const stepOf = ({ steps }: ReviewPlan, name: string): string | null =>
  steps.find(({ step }) => step === name)?.on ?? null;

/** Everything that lies open, in the plainest way. */
export function obligations(told: ToldTown, today: string): Obligation[] {
  const found: Obligation[] = [];
  for (const one of told.cases.values()) if (!one.withdrawn) found.push(...ofCase(one, today));
  for (const { meetingId, on, status } of told.meetings.values())
    if (status === 'scheduled' && on >= today)
      found.push({ kind: 'meetingComing', item: meetingId, anchor: on, owner: null });
  return found;
}

function ofCase(one: ToldCase, today: string): Obligation[] {
  const { changeId, ownerId: owner } = one;
  const of = one.plans.flatMap((plan) => ofPlan(one, plan, today));
  if (!one.owed) return of;
  for (const point of one.points.values()) {
    const anchor = dayOfPoint(point);
    const isMeant = point.kind === 'decision' || point.kind === 'start';
    if (isMeant && anchor !== undefined && anchor < today && !one.answered.has(point.pointId))
      of.push({ kind: 'nothingRecorded', item: point.pointId, anchor, changeId, owner });
  }
  return of;
}

function ofPlan(one: ToldCase, plan: ReviewPlan, today: string): Obligation[] {
  const { meetingId, meetingOn } = plan;
  if (meetingId === null || meetingOn === null || meetingOn <= today) return [];
  return isPlacedFor(one, plan) ? ofPlaced(one, plan, meetingId) : ofWaiting(one, plan, today);
}

/** It stands on no agenda: until the day on which it is too late for the last meeting. */
function ofWaiting({ changeId, ownerId: owner }: ToldCase, plan: ReviewPlan, today: string): Obligation[] {
  const { requirementId: item, meetingOn, aim, atRiskFrom } = plan;
  if (aim !== 'decision' || (atRiskFrom !== null && atRiskFrom <= today)) return [];
  const anchor = stepOf(plan, 'itemIn') ?? stepOf(plan, 'papersOut') ?? meetingOn!;
  return [{ kind: 'notPlaced', item, anchor, changeId, owner }];
}

/** It stands on an agenda: its papers are to be there, and to go out. */
function ofPlaced(one: ToldCase, plan: ReviewPlan, meetingId: string): Obligation[] {
  const { changeId, ownerId: owner } = one;
  const of = { item: plan.requirementId, changeId };
  const [itemIn, papersOut] = [stepOf(plan, 'itemIn'), stepOf(plan, 'papersOut')];
  const isFiled = one.filed.length > 0;
  return [
    ...(itemIn === null || isFiled ? [] : [{ ...of, kind: 'itemDue', anchor: itemIn, owner }]),
    ...(papersOut === null || one.dispatched.has(meetingId)
      ? []
      : [{ ...of, kind: 'papersDue', anchor: papersOut, owner: null }]),
  ];
}

/** Of each list of closing days, the days of steps that were counted already. */
const counted = new WeakMap<object, Map<string, string>>();

/** As `dayOfStep`: the same day is asked for every evening as long as something lies open. */
function knownDayOfStep(closing: ToldTown['closingDays'], anchor: string, offset: DayCount): string {
  const known = counted.get(closing) ?? new Map<string, string>();
  counted.set(closing, known);
  const name = `${closing.length} ${anchor} ${offset.count} ${offset.kind}`;
  const day = known.get(name) ?? dayOfStep(closing, anchor, offset);
  known.set(name, day);
  return day;
}

/** The day of a step: counted one day at a time, and moved on to the next workday. */
function dayOfStep(closing: ToldTown['closingDays'], anchor: string, { count, kind }: DayCount): string {
  let day = count < 0 ? backFrom(closing, anchor, { count: -count, kind }) : anchor;
  for (let left = count; left > 0;) {
    day = later(day, 1);
    if (kind === 'calendar' || isWorkday(closing, day)) left -= 1;
  }
  while (!isWorkday(closing, day)) day = later(day, 1);
  return day;
}

/** The name and the day of the last step that has come; undefined before the first. */
export function reached({ closingDays }: ToldTown, { kind, anchor }: Obligation, today: string) {
  const come = STEPS[kind]!.map((offset) => ({
    name: `${offset.kind}${offset.count < 0 ? '' : '+'}${offset.count}`,
    day: knownDayOfStep(closingDays, anchor, offset),
  })).filter(({ day }) => day <= today);
  return come.at(-1);
}
