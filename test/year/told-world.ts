import { subjectOf, type RecordedEvent } from '@rettidig/event-sourcing';
import type { ClosingDays } from '@rettidig/calendar';
import type { PlannedPoint, PlanQuestion } from '@rettidig/planning';
import type { LocalTimetable, PoliticalTimetable } from '@rettidig/rules';
import { dayOf, isPolitical, latestDay, type DecidingBody, type FuzzyDate } from '@rettidig/vocabulary';
import type { OracleMeeting, OracleWorld } from '../support/plan-oracle.js';

/** Data of any event; every reader below knows what its type holds. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the log holds events of all slices
type Told = any;

interface ToldCommittee {
  readonly level: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string | null;
}

interface ToldDuty {
  readonly committeeId: string | null;
  readonly before: PlanQuestion['before'];
  readonly since: string;
}

interface ToldCase {
  readonly duties: Map<string, ToldDuty>;
  /** The first day of each duty that ever stood: one that comes back stands since then. */
  readonly since: Map<string, string>;
  readonly finished: Set<string>;
  /** By duty: the decision or start that came before MED. */
  readonly missed: Map<string, string>;
  readonly acts: Map<string, { readonly body: DecidingBody; readonly day: string }>;
  readonly points: Map<string, PlannedPoint>;
  readonly decided: { readonly body: DecidingBody; readonly pointId?: string }[];
  readonly started: string[];
  readonly recommended: { readonly to: string; readonly on: string; readonly recommendedBeforeMed: string[] }[];
  readonly placed: Map<string, { readonly meetingId: string; readonly committeeId: string }>;
  readonly dispatched: Set<string>;
  decider: DecidingBody;
  withdrawn: boolean;
}

const noCase = (): ToldCase => ({
  ...{
    duties: new Map(),
    since: new Map(),
    finished: new Set(),
    missed: new Map(),
    acts: new Map(),
    points: new Map(),
    decided: [],
    started: [],
    recommended: [],
  },
  ...{ placed: new Map(), dispatched: new Set(), decider: 'notStated', withdrawn: false },
});

/**
 * What a log tells, read by somebody who knows nothing of the program: plain lists, in the plainest way. Plans, duties
 * and committees that the product worked out are taken as recorded; which meeting they aim at is not.
 */
export class ToldWorld implements OracleWorld {
  readonly timetables: LocalTimetable[] = [];
  readonly politicalTimetables: PoliticalTimetable[] = [];
  readonly closingDays: ClosingDays[] = [];
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
    const points = [...one.points.values()].filter((point) => !isPast(one, point));
    if ((one.decided.length > 0 || one.started.length > 0) && points.length === 0) return [];
    return [...one.duties]
      .filter(([id]) => !one.finished.has(id))
      .map(([id, duty]) => ({ ...duty, requirementId: id, points: points.filter((point) => isAhead(one, id, point)) }))
      .filter(({ requirementId, points: ahead }) => ahead.length > 0 || !one.missed.has(requirementId))
      .map(({ requirementId, committeeId, before, since, points: ahead }) => ({
        ...{ requirementId, committeeId, before, since, points: ahead },
        recommended: one.recommended
          .filter(({ to }) => one.decided.every(({ body }) => body !== to))
          .map(({ to, on, recommendedBeforeMed }) => ({
            ...{ body: to as DecidingBody, on },
            beforeMed: recommendedBeforeMed.includes(requirementId),
          })),
        placedAt: [...one.placed.values()].filter((at) => at.committeeId === committeeId).map((at) => at.meetingId),
        dispatchedFor: [...one.dispatched],
      }));
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
      ChangeRegistered: () => (one.decider = told.decider.body),
      RecommendationSubmitted: () => one.recommended.push(told),
      DecisionRecorded: () => {
        if (told.outcome === 'postponed') return;
        one.decided.push(told);
        one.acts.set(told.decisionId, { body: told.body, day: latestDay(told.when) ?? on });
      },
      ImplementationStarted: () => {
        one.started.push(told.startId);
        one.acts.set(told.startId, { body: one.decided.at(-1)?.body ?? one.decider, day: latestDay(told.when) ?? on });
      },
      ChangeWithdrawn: () => (one.withdrawn = true),
    };
    lessons[type]?.();
  }
}

/** All that stands now; what stood before stands since then. */
function assessed(one: ToldCase, { requirements }: Told, on: string): void {
  one.duties.clear();
  for (const { requirementId, committeeId, before } of requirements) {
    const since = one.since.get(requirementId) ?? on;
    one.since.set(requirementId, since);
    one.duties.set(requirementId, { committeeId, before, since });
  }
}

const isLate = ['afterDecision', 'sameDayAsDecision', 'orderNotKnown', 'minutesNotApproved'];

/** What is still before a duty: after a miss only what another body decides or is presented with on that day or later. */
function isAhead({ missed, acts }: ToldCase, requirementId: string, { kind, body, when }: PlannedPoint): boolean {
  const by = missed.get(requirementId);
  if (by === undefined) return true;
  const act = acts.get(by);
  if (!act || [act.body, body].includes('notStated') || act.body === body) return false;
  return !['start', 'forInformation'].includes(kind) && !((latestDay(when) ?? '9999') < act.day);
}

const isPast = ({ decided, started, recommended }: ToldCase, { pointId, kind, body }: PlannedPoint): boolean =>
  (kind === 'recommendation' && recommended.some(({ to }) => to === body)) ||
  (kind === 'start' ? started.length > 0 : decided.some((one) => one.pointId === pointId || one.body === body));
