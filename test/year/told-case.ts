import type { PlannedPoint, PlanQuestion } from '@rettidig/planning';
import { latestDay, type DecidingBody } from '@rettidig/vocabulary';

/** Data of any event; every reader below knows what its type holds. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the log holds events of all slices
export type Told = any;

interface ToldDuty {
  readonly committeeId: string | null;
  readonly before: PlanQuestion['before'];
  readonly since: string;
}

interface Decided {
  readonly decisionId: string;
  readonly body: DecidingBody;
  readonly day: string;
  readonly pointId?: string;
}

/** A recommendation that went. */
export interface Sent {
  readonly to: DecidingBody;
  readonly on: string;
  readonly pointId?: string;
  readonly recommendedBeforeMed: readonly string[];
}

/** What a log tells of one case. */
export interface ToldCase {
  readonly duties: Map<string, ToldDuty>;
  readonly finished: Set<string>;
  /** By duty: the decision or start that came before MED. */
  readonly missed: Map<string, string>;
  readonly acts: Map<string, { readonly isStart: boolean; readonly body: DecidingBody; readonly day: string }>;
  readonly points: Map<string, PlannedPoint>;
  readonly decided: Decided[];
  readonly started: string[];
  readonly recommended: Sent[];
  readonly placed: Map<string, { readonly meetingId: string; readonly committeeId: string }>;
  readonly dispatched: Set<string>;
  kind: string;
  decider: DecidingBody;
  withdrawn: boolean;
}

/** Nothing is told yet. */
export const noCase = (): ToldCase => ({
  ...{
    duties: new Map(),
    finished: new Set(),
    missed: new Map(),
    acts: new Map(),
    points: new Map(),
    decided: [],
    started: [],
    recommended: [],
  },
  ...{ placed: new Map(), dispatched: new Set(), kind: 'other', decider: 'notStated', withdrawn: false },
});

/** All that stands now: what stood until now since the day it did, and what is new or comes back since today. */
export function assessed(one: ToldCase, { requirements }: Told, on: string): void {
  const until = new Map(one.duties);
  one.duties.clear();
  for (const { requirementId, committeeId, before } of requirements) {
    const since = until.get(requirementId)?.since ?? on;
    one.duties.set(requirementId, { committeeId, before, since });
  }
}

/** Why a review came too late for one body, and in time for the next. */
export const isLate = ['afterDecision', 'sameDayAsDecision', 'orderNotKnown', 'minutesNotApproved'];

/**
 * What is still before a duty: after a miss only what another body decides or is presented with on that day or later, or
 * the same one in its next reading.
 */
export function isAhead(
  { missed, acts }: ToldCase,
  requirementId: string,
  { kind, body, when }: PlannedPoint,
): boolean {
  const by = missed.get(requirementId);
  if (by === undefined) return true;
  const act = acts.get(by);
  if (!act || [act.body, body].includes('notStated') || (act.isStart && act.body === body)) return false;
  return !['start', 'forInformation'].includes(kind) && !((latestDay(when) ?? '9999') < act.day);
}

/** The day up to which what a body has is behind a reading that was named, or a day. */
export function reaches({ points }: ToldCase, { pointId }: { readonly pointId?: string }, on: string): string {
  const point = pointId === undefined ? undefined : points.get(pointId);
  return [on, (point && latestDay(point.when)) ?? on].sort().at(-1)!;
}
