import type { RecordedEvent } from '@rettidig/event-sourcing';
import type { ReviewPlan } from '@rettidig/planning';
import { dayOf, latestDay, type DecidingBody, type FuzzyDate } from '@rettidig/vocabulary';
import type { Told } from './told-data.js';

export interface ToldPoint {
  readonly pointId: string;
  readonly kind: string;
  readonly body: DecidingBody;
  readonly when: FuzzyDate;
}

/** A duty of a case, in the order in which they came. */
interface ToldDuty {
  readonly committeeId: string | null;
  isOpen: boolean;
  /** The miss that stands on it. */
  miss?: { readonly by: string; readonly on: string };
  /** Somebody said why, or acknowledged it. */
  spokenOf: boolean;
}

/** Somebody lowered what a case owes. */
interface ToldLowering {
  readonly actId: string;
  readonly act: string;
  readonly on: string;
  readonly committeeIds: readonly (string | null)[];
}

/** A case as the log tells it, in the plainest way. */
export interface ToldCase {
  readonly changeId: string;
  /** As people say it, `2026-0143`: counted in the order of the log. */
  readonly number: string;
  readonly registeredOn: string;
  ownerId: string | null;
  unitId: string | null;
  plans: readonly ReviewPlan[];
  readonly points: Map<string, ToldPoint>;
  /** By meeting and item. */
  readonly placed: Map<string, { readonly meetingId: string; readonly committeeId: string; readonly itemId: string }>;
  readonly filed: string[];
  readonly dispatched: Set<string>;
  readonly duties: Map<string, ToldDuty>;
  readonly lowerings: ToldLowering[];
  readonly disputes: Map<string, { readonly on: string; settled: boolean }>;
  /** Points that a recorded act answered. */
  readonly answered: Set<string>;
  withdrawn: boolean;
}

export const caseOf = (changeId: string, number: string, registeredOn: string): ToldCase => ({
  ...{ changeId, number, registeredOn, ownerId: null, unitId: null, plans: [], points: new Map(), placed: new Map() },
  ...{ filed: [], dispatched: new Set(), answered: new Set(), duties: new Map(), lowerings: [], disputes: new Map() },
  withdrawn: false,
});

export function learnOfCase(one: ToldCase, { type, data, meta }: RecordedEvent): void {
  lessons[type]?.(one, data, dayOf(meta.recordedAt));
  const act = LOWERING[type];
  if (act !== undefined && isLowering(type, data)) noteLowering(one, act, data, meta);
  const { ends = [], superseded = [] }: Told = data;
  for (const id of [...ends, ...superseded]) if (one.duties.has(id)) one.duties.get(id)!.isOpen = false;
  // What an overriding act asks for stands after what it ends.
  if (type === 'AssessmentOverridden' || type === 'MedInvolvementAssessed') stand(one, data);
}

const LOWERING: Readonly<Record<string, string>> = {
  ChangeFactsCorrected: 'facts',
  DeclaredNotMedRelevant: 'notMedRelevant',
  AssessmentOverridden: 'override',
  CaseTakenOffAgenda: 'takenOffAgenda',
  ChangeWithdrawn: 'withdrawal',
};

function isLowering(type: string, told: Told): boolean {
  if (type === 'CaseTakenOffAgenda') return told.because === 'itemWithdrawn' && told.requirementIds.length > 0;
  return type === 'DeclaredNotMedRelevant' || type === 'AssessmentOverridden' || told.ends.length > 0;
}

function noteLowering(one: ToldCase, act: string, told: Told, meta: RecordedEvent['meta']): void {
  const ids: string[] = told.requirementIds ?? told.ends;
  const known = new Set(ids.flatMap((id) => one.duties.get(id)?.committeeId ?? []));
  const committeeIds = known.size > 0 ? [...known] : [null];
  one.lowerings.push({ actId: meta.commandId, act, on: dayOf(meta.recordedAt), committeeIds });
}

function stand(one: ToldCase, { requirements }: Told): void {
  for (const { requirementId, committeeId } of requirements) {
    const known = one.duties.get(requirementId);
    one.duties.set(requirementId, { spokenOf: false, ...known, committeeId, isOpen: true });
  }
}

const at = ({ meetingId, itemId }: Told): string => `${meetingId}/${itemId}`;

const lessons: Readonly<Record<string, (one: ToldCase, told: Told, on: string) => unknown>> = {
  ChangeRegistered: (one, told) => {
    [one.ownerId, one.unitId] = [told.ownerId, told.unitId];
  },
  ChangeFactsCorrected: (one, told) => {
    if (told.unitId !== undefined) one.unitId = told.unitId;
  },
  CaseOwnerAssigned: (one, told) => {
    one.ownerId = told.ownerId;
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
  MedReviewMissed: (one, told, on) => {
    const duty = one.duties.get(told.requirementId)!;
    [duty.miss, duty.spokenOf] = [{ by: told.decisionId ?? told.startId ?? '', on }, false];
  },
  MissRebutted: (one, told) => delete one.duties.get(told.requirementId)!.miss,
  MissExplained: (one, told) => {
    for (const id of told.requirementIds) one.duties.get(id)!.spokenOf = true;
  },
  MissAcknowledged: (one, told) => {
    for (const id of told.requirementIds) one.duties.get(id)!.spokenOf = true;
  },
  AssessmentDisputed: (one, told, on) => one.disputes.set(told.disputeId, { on, settled: false }),
  DisputeSettled: (one, told) => {
    if (told.byBoth) one.disputes.get(told.disputeId)!.settled = true;
    for (const id of told.reopens) one.duties.get(id)!.isOpen = true;
  },
  DecisionRecorded: (one, told) => {
    answer(one, (point) => point.kind === 'decision' && (point.pointId === told.pointId || point.body === told.body));
    if (told.outcome !== 'postponed') one.withdrawn = false;
  },
  ImplementationStarted: (one) => {
    answer(one, ({ kind }) => kind === 'start');
    one.withdrawn = false;
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
  [...placed.values()].some((one) => one.meetingId === meetingId && one.committeeId === committeeId);

/** Every committee with which a case had to do: whoever may settle what it owes sits in one of them. */
export function committeesOf({ duties }: ToldCase): (string | null)[] {
  const known = new Set([...duties.values()].flatMap(({ committeeId }) => committeeId ?? []));
  return known.size === 0 ? [null] : [...known];
}

/** The committee of a case as a whole: of the first duty that is open, else of the first that there ever was. */
export function committeeOf({ duties }: ToldCase): string | null {
  const all = [...duties.values()].filter(({ committeeId }) => committeeId !== null);
  return (all.find(({ isOpen }) => isOpen) ?? all[0])?.committeeId ?? null;
}
