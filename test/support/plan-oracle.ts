import type { ClosingDays, DayCount } from '@rettidig/calendar';
import type {
  Alternatives,
  BodyPlan,
  Deadline,
  DeadlineRule,
  Health,
  PlannedPoint,
  PlannedStep,
  PlanQuestion,
  ReviewPlan,
} from '@rettidig/planning';
import type { LocalTimetable, PoliticalTimetable } from '@rettidig/rules';
import { backFrom, isAvoided, isWorkday, lastInForce, later } from './plan-days.js';

/** Everything that a plan may know, as plain lists in any order but that of agreement. */
export interface OracleWorld {
  readonly meetings: readonly OracleMeeting[];
  readonly isInForce: (committeeId: string, day: string) => boolean;
  /** In the order in which they were agreed, as the next two. */
  readonly timetables: readonly LocalTimetable[];
  readonly politicalTimetables: readonly PoliticalTimetable[];
  readonly closingDays: readonly ClosingDays[];
  /** Whether a body is one of politicians. */
  readonly isPolitical: (body: string) => boolean;
}

export interface OracleMeeting {
  readonly meetingId: string;
  readonly committeeId: string;
  readonly on: string;
  readonly status: 'scheduled' | 'held' | 'cancelled';
  readonly waived: readonly ('itemsDue' | 'materialDue')[];
}

/** What a plan must be: by trying every meeting and every day, without any order or index. */
export class PlanOracle {
  constructor(private readonly world: OracleWorld) {}

  plan(question: PlanQuestion): ReviewPlan {
    const { requirementId, committeeId, since, points } = question;
    const bypassed = question.recommended.flatMap(({ on, beforeMed }) => (beforeMed ? [on] : []));
    const bodies = points
      .filter((point) => point.kind !== 'forInformation' && dayOf(point) !== null)
      .map((point) => this.bodyPlan(point, question))
      .sort((a, b) => (`${a.reviewBefore} ${a.pointId}` < `${b.reviewBefore} ${b.pointId}` ? -1 : 1));
    const { reviewBefore, pointId } = bodies[0] ?? { reviewBefore: null, pointId: null };
    const { placed, last, meeting } = this.aimsAt(question, reviewBefore);
    const nothing = { meetingId: null, on: null };
    return {
      ...{ requirementId, committeeId, since, bodies, reviewBefore, bindingPointId: pointId },
      pastFrom: [...bypassed, reviewBefore].reduce(earlier, null),
      aim:
        committeeId === null || (!meeting && reviewBefore === null)
          ? 'none'
          : reviewBefore
            ? 'decision'
            : 'nextMeeting',
      ...{ meetingId: (meeting ?? nothing).meetingId, meetingOn: (meeting ?? nothing).on },
      ...{ lastUsableId: (last ?? nothing).meetingId, lastUsableOn: (last ?? nothing).on },
      steps: this.steps(meeting, bodies, points),
      atRiskFrom: reviewBefore === null ? null : this.riskFrom(question, placed, last),
    };
  }

  private aimsAt({ committeeId, since, placedAt }: PlanQuestion, before: string | null) {
    const usable = this.all(committeeId).filter((meeting) => this.isUsable(meeting, since, before));
    const placed = latest(usable.filter(({ meetingId }) => placedAt.includes(meetingId)));
    const last = before === null ? undefined : latest(usable);
    const next = earliest(usable.filter((meeting) => (this.binds(this.itemIn(meeting)) ?? since) >= since));
    return { placed, last, meeting: placed ?? (before === null ? next : last) };
  }

  alternatives(question: PlanQuestion, today: string): Alternatives | null {
    const plan = this.plan(question);
    const limit = plan.reviewBefore;
    if (this.isOneLeft(plan, question, today)) return null;
    const from = today > plan.since ? today : plan.since;
    const next = earliest(this.all(plan.committeeId).filter((meeting) => this.isUsable(meeting, from, null)));
    const twoYears = Array.from({ length: 732 }, (_, n) => later(from, n));
    const extraordinary = twoYears.find((on) => this.couldMeet(plan.committeeId, on, from));
    const meets = next ? next.on : extraordinary;
    return {
      nextMeeting: next
        ? {
            ...{ meetingId: next.meetingId, on: next.on },
            // The limit is moved on day by day until the meeting is before it.
            missesByDays: limit === null ? 0 : count((n) => next.on >= later(limit, n)),
          }
        : null,
      extraordinary: extraordinary
        ? { earliestOn: extraordinary, inTime: limit === null || extraordinary < limit }
        : null,
      moveDecisions: meets ? this.moves(plan.bodies, meets) : [],
    };
  }

  private isOneLeft(plan: ReviewPlan, { placedAt }: PlanQuestion, today: string): boolean {
    const leftId = plan.reviewBefore === null ? plan.meetingId : plan.lastUsableId;
    const left = this.all(plan.committeeId).find(({ meetingId }) => meetingId === leftId);
    const isPlaced = plan.meetingId !== null && placedAt.includes(plan.meetingId);
    return left !== undefined && (isPlaced || (this.binds(this.papersOut(left)) ?? left.on) >= today);
  }

  health(question: PlanQuestion, today: string): Health {
    const { bodies, pastFrom, atRiskFrom } = this.plan(question);
    if (bodies.some(({ kind, day }) => (kind === 'decision' || kind === 'start') && day < today)) return 'unconfirmed';
    if (pastFrom !== null && today >= pastFrom) return 'pastLatestDate';
    return atRiskFrom !== null && today >= atRiskFrom ? 'atRisk' : 'onTrack';
  }

  private all(committeeId: string | null): readonly OracleMeeting[] {
    return this.world.meetings.filter((meeting) => meeting.committeeId === committeeId);
  }

  private isUsable(meeting: OracleMeeting, since: string, before: string | null): boolean {
    const papers = this.binds(this.papersOut(meeting));
    return [
      meeting.status === 'scheduled',
      meeting.on >= since,
      before === null || meeting.on < before,
      this.world.isInForce(meeting.committeeId, meeting.on),
      papers === null || papers >= since,
    ].every(Boolean);
  }

  private couldMeet(committeeId: string | null, on: string, from: string): boolean {
    const { closingDays } = this.world;
    if (
      committeeId === null ||
      !this.world.isInForce(committeeId, on) ||
      !isWorkday(closingDays, on) ||
      isAvoided(closingDays, on)
    )
      return false;
    return this.isUsable({ meetingId: '', committeeId, on, status: 'scheduled', waived: [] }, from, null);
  }

  private bodyPlan(point: PlannedPoint, question: PlanQuestion): BodyPlan {
    const { pointId, kind, body } = point;
    const day = dayOf(point)!;
    const recommendationBy = this.recommendationBy(point, question);
    const reviewBefore = recommendationBy?.on ?? day;
    const usable = this.all(question.committeeId).filter((one) => this.isUsable(one, question.since, reviewBefore));
    return { pointId, kind, body, day, reviewBefore, recommendationBy, meetingId: latest(usable)?.meetingId ?? null };
  }

  private recommendationBy(point: PlannedPoint, { points, recommended }: PlanQuestion): Deadline | null {
    const day = dayOf(point)!;
    if (point.kind === 'recommendation') return { on: day, rule: planned(point) };
    if (!this.isRecommendedTo(point)) return null;
    for (const sent of recommended)
      if (sent.body === point.body && !(sent.until !== undefined && sent.until < day)) return null;
    const own = points
      .filter((one) => one.kind === 'recommendation' && one.body === point.body && (dayOf(one) ?? '9999') <= day)
      .sort((a, b) => (dayOf(a)! === dayOf(b)! ? (a.pointId < b.pointId ? 1 : -1) : dayOf(a)! < dayOf(b)! ? -1 : 1))
      .at(-1);
    return own ? { on: dayOf(own), rule: planned(own) } : this.wanted(point.body, day);
  }

  private isRecommendedTo({ kind, body }: Pick<PlannedPoint, 'kind' | 'body'>): boolean {
    return this.world.isPolitical(body) && (kind === 'decision' || kind === 'presentation');
  }

  private wanted(body: string, day: string): Deadline {
    const timetable = lastInForce(
      this.world.politicalTimetables.filter((one) => one.body === body),
      day,
    );
    if (!timetable) return { on: day, rule: { code: 'notAgreed' } };
    return this.agreed('politicalTimetable', day, timetable.recommendationDue, timetable.version);
  }

  private agreed(code: DeadlineRule['code'], day: string, days: DayCount, version: string): Deadline {
    const { closingDays } = this.world;
    const calendar = `dk-1/${closingDays.at(-1)?.version ?? 'standard'}`;
    return { on: backFrom(closingDays, day, days), rule: { code, version, days, calendar } };
  }

  private before(
    meeting: OracleMeeting,
    what: 'alignment' | 'itemsDue' | 'materialDue' | 'draftReady' | 'contactCommittee' | 'preMeeting',
  ) {
    const timetable = lastInForce(
      this.world.timetables.filter(({ committeeId }) => committeeId === meeting.committeeId),
      meeting.on,
    );
    const days = timetable?.[what];
    const none: Deadline = { on: null, rule: { code: 'notAgreed' } };
    return timetable && days ? this.agreed('timetable', meeting.on, days, timetable.version) : none;
  }

  private itemIn(meeting: OracleMeeting): Deadline {
    return waivedIf(meeting.waived.includes('itemsDue'), this.before(meeting, 'itemsDue'));
  }

  private papersOut(meeting: OracleMeeting): Deadline {
    const [papers, pre] = [this.before(meeting, 'materialDue'), this.before(meeting, 'preMeeting')];
    const isEarlier = papers.on !== null && pre.on !== null && pre.on < papers.on;
    return waivedIf(meeting.waived.includes('materialDue'), isEarlier ? named('preMeeting', pre) : papers);
  }

  /** A day that somebody can be late for. */
  private binds({ on, rule }: Deadline): string | null {
    return rule.code === 'waived' || rule.code === 'notAgreed' ? null : on;
  }

  private steps(
    meeting: OracleMeeting | undefined,
    [binding, ...others]: readonly BodyPlan[],
    points: readonly PlannedPoint[],
  ): readonly PlannedStep[] {
    const steps: PlannedStep[] = [];
    if (meeting) {
      const aligned = this.before(meeting, 'alignment');
      if (aligned.on !== null) steps.push({ step: 'alignment', ...aligned });
      const [draft, contact] = [this.before(meeting, 'draftReady'), this.before(meeting, 'contactCommittee')];
      const fallback = contact.on === null ? draft : named('contactCommittee', contact);
      steps.push({ step: 'draftReady', ...(draft.on === null ? fallback : draft) });
      if (contact.on !== null) steps.push({ step: 'contactCommittee', ...contact });
      steps.push({ step: 'itemIn', ...this.itemIn(meeting) }, { step: 'papersOut', ...this.papersOut(meeting) });
      const pre = this.before(meeting, 'preMeeting');
      if (pre.on !== null) steps.push({ step: 'preMeeting', ...pre });
      steps.push({ step: 'meeting', on: meeting.on, rule: { code: 'meeting' } });
    }
    if (binding) {
      const { body } = binding;
      if (binding.recommendationBy) steps.push({ step: 'recommendation', ...binding.recommendationBy, body });
      const end =
        binding.kind !== 'recommendation'
          ? binding
          : others.find(
              (one) => this.isRecommendedTo(one) && one.body === body && one.reviewBefore === binding.reviewBefore,
            );
      const point = points.find(({ pointId }) => pointId === end?.pointId);
      if (end && point)
        steps.push({
          step: end.kind as 'presentation' | 'decision' | 'start',
          on: end.day,
          rule: planned(point),
          body,
        });
    }
    return byDay(steps);
  }

  private riskFrom(
    { since, dispatchedFor }: PlanQuestion,
    placed: OracleMeeting | undefined,
    last: OracleMeeting | undefined,
  ): string | null {
    if (!last) return since;
    if (placed) {
      const papers = this.binds(this.papersOut(placed));
      if (papers === null || dispatchedFor.includes(placed.meetingId)) return null;
      return backFrom(this.world.closingDays, papers, { count: 3, kind: 'workday' });
    }
    const days = [this.binds(this.itemIn(last)), this.binds(this.papersOut(last)), last.on].filter(
      (day) => day !== null,
    );
    return later(days.sort()[0]!, 1);
  }

  private moves(bodies: readonly BodyPlan[], meets: string): Alternatives['moveDecisions'] {
    const workdayAfter = (day: string): string => {
      const days = Array.from({ length: 30 }, (_, n) => later(day, n + 1));
      return days.find((one) => isWorkday(this.world.closingDays, one))!;
    };
    const afterBoth = (day: string): string => workdayAfter(day > meets ? day : meets);
    return bodies
      .filter(({ reviewBefore }) => reviewBefore <= meets)
      .filter(({ kind, recommendationBy, day }) => {
        const isOwn = kind !== 'recommendation' && /^planned/.test(recommendationBy?.rule.code ?? '');
        return !isOwn || day < afterBoth(recommendationBy!.on!);
      })
      .flatMap((one) => {
        const { pointId, kind, body } = one;
        for (let to = afterBoth(one.day); to < later(meets, 2000); to = workdayAfter(to)) {
          const waits = one.recommendationBy !== null && this.isRecommendedTo(one);
          const limit = waits ? this.wanted(body, to).on! : to;
          if (limit > meets) return [{ pointId, kind, body, to }];
        }
        return [];
      });
  }
}

const dayOf = ({ when }: PlannedPoint): string | null =>
  'on' in when ? when.on : 'onOrBefore' in when ? when.onOrBefore : null;

const planned = ({ when }: PlannedPoint): DeadlineRule => ({ code: 'on' in when ? 'planned' : 'plannedAtLatest' });

const named = (code: DeadlineRule['code'], { on, rule }: Deadline): Deadline => ({ on, rule: { ...rule, code } });

const waivedIf = (isWaived: boolean, deadline: Deadline): Deadline =>
  isWaived && deadline.on !== null ? named('waived', deadline) : deadline;

/** Of two meetings of one day the one with the smaller id. */
const latest = (meetings: readonly OracleMeeting[]): OracleMeeting | undefined => {
  const day = meetings
    .map(({ on }) => on)
    .sort()
    .at(-1);
  return meetings.filter(({ on }) => on === day).sort(byId)[0];
};
const earliest = (meetings: readonly OracleMeeting[]): OracleMeeting | undefined => {
  const day = meetings.map(({ on }) => on).sort()[0];
  return meetings.filter(({ on }) => on === day).sort(byId)[0];
};
const byId = (a: OracleMeeting, b: OracleMeeting): number => (a.meetingId < b.meetingId ? -1 : 1);

const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);

function count(holds: (n: number) => boolean): number {
  let n = 0;
  while (holds(n)) n += 1;
  return n;
}

/** The days in order, each in a place that had a day. */
function byDay(steps: readonly PlannedStep[]): readonly PlannedStep[] {
  const sorted = steps.filter(({ on }) => on !== null).sort((a, b) => a.on!.localeCompare(b.on!));
  return steps.map((step) => (step.on === null ? step : sorted.shift()!));
}
