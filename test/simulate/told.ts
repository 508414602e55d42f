import { subjectOf, type RecordedEvent } from '@rettidig/event-sourcing';
import type { ReviewPlan } from '@rettidig/planning';
import { dayOf, latestDay, type DecidingBody, type FuzzyDate } from '@rettidig/vocabulary';

/** Data of any event; every reader below knows what its type holds. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the log holds events of all slices
type Told = any;

export interface ToldPoint {
  readonly pointId: string;
  readonly kind: string;
  readonly body: DecidingBody;
  readonly when: FuzzyDate;
}

/** A case as the log tells it, in the plainest way. */
export interface ToldCase {
  readonly changeId: string;
  readonly registeredOn: string;
  ownerId: string | null;
  unitId: string | null;
  plans: readonly ReviewPlan[];
  readonly points: Map<string, ToldPoint>;
  /** By meeting and item. */
  readonly placed: Map<string, { readonly meetingId: string; readonly committeeId: string; readonly itemId: string }>;
  readonly filed: string[];
  readonly dispatched: Set<string>;
  /** Duties on which a miss stands. */
  readonly missed: Set<string>;
  readonly explained: Set<string>;
  /** Points that a recorded act answered. */
  readonly answered: Set<string>;
  /** MED is owed something on it. */
  owed: boolean;
  withdrawn: boolean;
}

export interface ToldMeeting {
  readonly meetingId: string;
  readonly committeeId: string;
  on: string;
  status: 'scheduled' | 'held' | 'cancelled';
  moves: number;
}

const caseOf = (changeId: string, registeredOn: string): ToldCase => ({
  ...{
    changeId,
    registeredOn,
    ownerId: null,
    unitId: null,
    plans: [],
    points: new Map(),
    placed: new Map(),
    filed: [],
  },
  ...{ dispatched: new Set(), missed: new Set(), explained: new Set(), answered: new Set() },
  ...{ owed: false, withdrawn: false },
});

/** What a log tells to somebody who knows nothing of reminders. */
export class ToldTown {
  readonly cases = new Map<string, ToldCase>();
  readonly meetings = new Map<string, ToldMeeting>();
  readonly closingDays: Told[] = [];

  learn({ type, stream, data, meta }: RecordedEvent): void {
    const told: Told = data;
    const id = subjectOf(stream);
    const on = dayOf(meta.recordedAt);
    if (type === 'ClosingDaysAgreed') this.closingDays.push(told.closingDays);
    if (stream.startsWith('meeting-')) this.learnOfMeeting(id, type, told);
    if (!stream.startsWith('change-')) return;
    if (!this.cases.has(id)) this.cases.set(id, caseOf(id, on));
    learnOfCase(this.cases.get(id)!, type, told);
  }

  private learnOfMeeting(meetingId: string, type: string, told: Told): void {
    if (type === 'MeetingScheduled') {
      const { committeeId, on } = told;
      this.meetings.set(meetingId, { meetingId, committeeId, on, status: 'scheduled', moves: 0 });
    }
    const meeting = this.meetings.get(meetingId)!;
    if (type === 'MeetingMoved') [meeting.on, meeting.moves] = [told.to, meeting.moves + 1];
    if (type === 'MeetingCancelled') meeting.status = 'cancelled';
    if (type === 'AttendanceRecorded') meeting.status = 'held';
  }
}

function learnOfCase(one: ToldCase, type: string, told: Told): void {
  lessons[type]?.(one, told);
}

const at = ({ meetingId, itemId }: Told): string => `${meetingId}/${itemId}`;

const lessons: Readonly<Record<string, (one: ToldCase, told: Told) => unknown>> = {
  ChangeRegistered: (one, told) => {
    [one.ownerId, one.unitId] = [told.ownerId, told.unitId];
  },
  CaseOwnerAssigned: (one, told) => {
    one.ownerId = told.ownerId;
  },
  MedInvolvementAssessed: (one, told) => {
    one.owed = told.requirements.length > 0;
  },
  ReviewsPlanned: (one, told) => {
    one.plans = told.plans;
  },
  DecisionPointPlanned: (one, told) => {
    one.points.set(told.pointId, told);
  },
  DecisionPointMoved: (one, told) => {
    one.points.set(told.pointId, { ...one.points.get(told.pointId)!, when: told.to });
  },
  CasePlacedOnAgenda: (one, told) => {
    one.placed.set(at(told), told);
  },
  CaseTakenOffAgenda: (one, told) => {
    one.placed.delete(at(told));
  },
  PapersFiled: (one, told) => {
    one.filed.push(told.version);
  },
  PapersDispatched: (one, told) => {
    one.dispatched.add(told.meetingId);
  },
  MedReviewMissed: (one, told) => {
    one.missed.add(told.requirementId);
  },
  MissExplained: (one, told) => {
    for (const id of told.requirementIds) one.explained.add(id);
  },
  DecisionRecorded: (one, told) => {
    answer(one, (point) => point.kind === 'decision' && (point.pointId === told.pointId || point.body === told.body));
  },
  ImplementationStarted: (one) => {
    answer(one, ({ kind }) => kind === 'start');
  },
  ChangeWithdrawn: (one) => {
    one.withdrawn = true;
  },
};

function answer(one: ToldCase, isMeant: (point: ToldPoint) => boolean): void {
  for (const point of one.points.values()) if (isMeant(point)) one.answered.add(point.pointId);
}

/** The day of a point, or the latest that it can be. */
export const dayOfPoint = ({ when }: ToldPoint): string | undefined => latestDay(when);

/** A case stands on the agenda of the meeting that a plan aims at. */
export const isPlacedFor = ({ placed }: ToldCase, { meetingId, committeeId }: ReviewPlan): boolean =>
  [...placed.values()].some((at) => at.meetingId === meetingId && at.committeeId === committeeId);
