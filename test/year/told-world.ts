import { subjectOf, type RecordedEvent } from '@rettidig/event-sourcing';
import type { ClosingDays } from '@rettidig/calendar';
import type { PlannedPoint, PlanQuestion } from '@rettidig/planning';
import type { LocalTimetable, PoliticalTimetable, Readings } from '@rettidig/rules';
import { dayOf, isPolitical, latestDay, type DecidingBody, type FuzzyDate } from '@rettidig/vocabulary';
import type { OracleMeeting, OracleWorld } from '../support/plan-oracle.js';
import { assessed, isAhead, isLate, noCase, reaches } from './told-case.js';
import type { Sent, Told, ToldCase } from './told-case.js';

interface ToldCommittee {
  readonly level: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string | null;
}

/**
 * What a log tells, read by somebody who knows nothing of the program: plain lists, in the plainest way. Plans, duties
 * and committees that the product worked out are taken as recorded; which meeting they aim at is not.
 */
export class ToldWorld implements OracleWorld {
  readonly timetables: LocalTimetable[] = [];
  readonly politicalTimetables: PoliticalTimetable[] = [];
  readonly closingDays: ClosingDays[] = [];
  private readonly readings: Readings[] = [];
  readonly cases = new Map<string, ToldCase>();
  private readonly committees = new Map<string, ToldCommittee>();
  private readonly agreed: { readonly committeeId: string; readonly from: string; readonly to?: string }[] = [];
  private readonly periods: { readonly levelsInForce: string[]; readonly from: string; readonly to?: string }[] = [];
  private readonly called = new Map<string, OracleMeeting>();

  isPolitical(body: string): boolean {
    return isPolitical(body as DecidingBody);
  }

  get meetings(): readonly OracleMeeting[] {
    return [...this.called.values()];
  }

  isInForce(committeeId: string, day: string): boolean {
    const committee = this.committees.get(committeeId);
    if (!committee || day < committee.from || (committee.to !== null && day >= committee.to)) return false;
    const holds = ({ from, to }: { from: string; to?: string }) => from <= day && (to === undefined || day < to);
    const isTransitional = committee.kind === 'transitionalLocal';
    if (isTransitional && !this.agreed.some((one) => one.committeeId === committeeId && holds(one))) return false;
    const period = this.periods
      .filter(holds)
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1);
    return !period || period.levelsInForce.includes(committee.level);
  }

  /** What there is to plan for a case. */
  questions(changeId: string): PlanQuestion[] {
    const one = this.cases.get(changeId);
    if (!one || one.withdrawn) return [];
    const points = [...one.points.values()].filter((point) => !this.isPast(one, point));
    if ((one.decided.length > 0 || one.started.length > 0) && points.length === 0) return [];
    return [...one.duties]
      .filter(([id]) => !one.finished.has(id))
      .map(([id, duty]) => ({ ...duty, requirementId: id, points: points.filter((point) => isAhead(one, id, point)) }))
      .filter(({ requirementId, points: ahead }) => ahead.length > 0 || !one.missed.has(requirementId))
      .map(({ requirementId, committeeId, before, since, points: ahead }) => ({
        ...{ requirementId, committeeId, before, since, points: ahead },
        recommended: one.recommended
          .filter((sent) => !this.isAnswered(one, sent))
          .map((sent) => ({
            ...{ body: sent.to, on: sent.on },
            ...(this.treats(one, sent.to, sent.on) > 1 ? { until: reaches(one, sent, sent.on) } : {}),
            beforeMed: sent.recommendedBeforeMed.includes(requirementId),
          })),
        placedAt: [...one.placed.values()].filter((at) => at.committeeId === committeeId).map((at) => at.meetingId),
        dispatchedFor: [...one.dispatched],
      }));
  }

  /** How many times a body treats the case, by what holds on a day. */
  private treats({ kind }: ToldCase, body: string, day: string): number {
    const held = this.readings
      .filter((one) => one.kind === kind && one.effectiveFrom <= day && (one.body ?? body) === body)
      .map((one, at) => ({ ...one, order: `${one.body ? 1 : 0} ${one.effectiveFrom} ${String(at).padStart(3, '0')}` }))
      .sort((a, b) => (a.order < b.order ? -1 : 1));
    return isPolitical(body as DecidingBody) ? (held.at(-1)?.readings ?? 1) : 1;
  }

  private isPast(one: ToldCase, { pointId, kind, body, when }: PlannedPoint): boolean {
    if (kind === 'start') return one.started.length > 0;
    if (one.decided.some((decided) => decided.pointId === pointId)) return true;
    const day = latestDay(when) ?? 'never';
    const sent = kind === 'recommendation' ? one.recommended.filter(({ to }) => to === body) : [];
    if (sent.some((it) => this.treats(one, body, it.on) === 1 || day <= reaches(one, it, it.on))) return true;
    const theirs = one.decided.filter((decided) => decided.body === body);
    const times = new Set(theirs.map((decided) => decided.pointId ?? decided.decisionId)).size;
    return theirs.some((it) => times >= this.treats(one, body, it.day) || day <= reaches(one, it, it.day));
  }

  /** What was recommended was decided on, in the reading that it was for where there are several. */
  private isAnswered(one: ToldCase, { to, on, pointId }: Sent): boolean {
    const decided = one.decided.filter(({ body }) => body === to);
    if (this.treats(one, to, on) === 1) return decided.length > 0;
    const point = pointId === undefined ? undefined : one.points.get(pointId);
    return point ? this.isPast(one, point) : decided.some(({ day }) => day >= on);
  }

  learn({ type, stream, data, meta }: RecordedEvent): void {
    const told: Told = data;
    const id = subjectOf(stream);
    const on = dayOf(meta.recordedAt);
    const meeting = (change: Partial<OracleMeeting>) => this.called.set(id, { ...this.called.get(id)!, ...change });
    const lessons: Readonly<Record<string, () => unknown>> = {
      CommitteeEstablished: () =>
        this.committees.set(told.committeeId, {
          ...{ level: told.level, kind: told.kind, from: told.validFrom, to: told.validTo ?? null },
        }),
      CommitteeDissolved: () =>
        this.committees.set(told.committeeId, { ...this.committees.get(told.committeeId)!, to: told.on }),
      TransitionalBodyAgreed: () => this.agreed.push(told),
      TransitionPeriodDeclared: () => this.periods.push(told),
      LocalTimetableAgreed: () => this.timetables.push(told.timetable),
      PoliticalTimetableAgreed: () => this.politicalTimetables.push(told),
      ClosingDaysAgreed: () => this.closingDays.push(told.closingDays),
      ReadingsAgreed: () => this.readings.push(told),
      MeetingScheduled: () =>
        this.called.set(id, {
          ...{ meetingId: id, committeeId: told.committeeId, on: told.on, status: 'scheduled', waived: [] },
        }),
      // Deadlines were let be for the day that the meeting had.
      MeetingMoved: () => meeting({ on: told.to, waived: [] }),
      MeetingCancelled: () => meeting({ status: 'cancelled' }),
      AttendanceRecorded: () => meeting({ status: 'held' }),
      DeadlineWaived: () => told.byBoth && meeting({ waived: [...this.called.get(id)!.waived, told.deadline] }),
    };
    lessons[type]?.();
    if (stream.startsWith('change-')) this.learnOfCase(this.caseOf(id), type, told, on);
  }

  private caseOf(id: string): ToldCase {
    const one = this.cases.get(id) ?? noCase();
    this.cases.set(id, one);
    return one;
  }

  private learnOfCase(one: ToldCase, type: string, told: Told, on: string): void {
    const at = `${told.meetingId}/${told.itemId}`;
    const lessons: Readonly<Record<string, () => unknown>> = {
      MedInvolvementAssessed: () => assessed(one, told, on),
      DecisionPointPlanned: () => one.points.set(told.pointId, told),
      DecisionPointMoved: () =>
        one.points.set(told.pointId, { ...one.points.get(told.pointId)!, when: told.to as FuzzyDate }),
      CasePlacedOnAgenda: () => one.placed.set(at, told),
      CaseTakenOffAgenda: () => one.placed.delete(at),
      PapersDispatched: () => one.dispatched.add(told.meetingId),
      MedReviewHeld: () => {
        if (told.goesOn !== undefined) return;
        // Too late for one body is in time for the next.
        const late = told.doesNotCountFor.filter(({ why }: Told) => isLate.includes(why));
        const ids = [...told.countsFor, ...late.map(({ requirementId }: Told) => requirementId)];
        for (const id of ids) one.finished.add(id);
      },
      MedReviewMissed: () => one.missed.set(told.requirementId, told.decisionId ?? told.startId),
      ChangeRegistered: () => Object.assign(one, { kind: told.kind, decider: told.decider.body }),
      RecommendationSubmitted: () => one.recommended.push(told),
      DecisionRecorded: () => {
        if (told.outcome === 'postponed') return;
        const day = latestDay(told.when) ?? on;
        one.decided.push({ ...told, day });
        one.acts.set(told.decisionId, { isStart: false, body: told.body, day });
      },
      ImplementationStarted: () => {
        one.started.push(told.startId);
        const body = one.decided.at(-1)?.body ?? one.decider;
        one.acts.set(told.startId, { isStart: true, body, day: latestDay(told.when) ?? on });
      },
      ChangeWithdrawn: () => (one.withdrawn = true),
    };
    lessons[type]?.();
  }
}
