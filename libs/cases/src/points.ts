import type { DecidingBody, LocalDate } from '@rettidig/vocabulary';
import { latestDay } from '@rettidig/vocabulary';
import type { Act, ChangeState, Point } from './change.state.js';
import { standingActs } from './change.state.js';
import type { ReferenceContext } from './checks.js';
import { earliestOf, readingsBy, readingsHeld, readUntil } from './readings.js';

/**
 * Whether what was planned has happened: a decision was recorded for it, or by its body, or the recommendation to its body
 * went; after that its date is history. Of a body that treats the case several times only the reading that it was about
 * is, and what lay before that (A17).
 */
export function isPast(state: ChangeState, point: Point, context: ReferenceContext): boolean {
  const acts = standingActs(state);
  if (point.kind === 'start') return acts.some(({ kind }) => kind === 'start');
  if (point.kind === 'recommendation' && state.recommended.some((sent) => isSent(state, point, sent, context))) {
    return true;
  }
  return acts.some((act) => act.kind === 'decision' && isDecided(state, point, act, context));
}

function isSent(
  state: ChangeState,
  point: Point,
  sent: ChangeState['recommended'][number],
  context: ReferenceContext,
): boolean {
  if (sent.to !== point.body) return false;
  return readingsBy(state, sent.to, sent.on, context) === 1 || isReached(point, readUntil(state, sent, sent.on));
}

function isDecided(state: ChangeState, point: Point, act: Act, context: ReferenceContext): boolean {
  if (act.pointId === point.pointId) return true;
  if (act.body === 'notStated' || act.body !== point.body) return false;
  const isLast = readingsHeld(state, act.body) >= readingsBy(state, act.body, act.day, context);
  return isLast || isReached(point, readUntil(state, act, act.day));
}

/** A date that nobody knows lies before nothing. */
const isReached = ({ when }: Point, until: LocalDate): boolean => (latestDay(when) ?? '9999') <= until;

/**
 * Whether the decision was put off when its day came, and nobody has said to which day. What was to be recommended to the
 * same body before it is history too.
 */
export function isPostponed(state: ChangeState, point: Point): boolean {
  const planned = latestDay(point.when);
  if (planned === undefined) return false;
  return Object.values(state.acts).some(
    (act) => !act.counts && !act.neverTaken && planned <= act.day && putsOff(act, point),
  );
}

function putsOff(act: Act, { pointId, kind, body }: Point): boolean {
  if (act.pointId === pointId) return true;
  return kind !== 'start' && act.body === body && (kind !== 'decision' || act.pointId === undefined);
}

/** The planned decision of a body that a recorded one fulfils: the only one left, or, of several readings, the next. */
export function pointOf(
  state: ChangeState,
  body: DecidingBody,
  on: LocalDate,
  context: ReferenceContext,
): string | undefined {
  const open = openReadings(state, body, context);
  if (open.length <= 1 || readingsBy(state, body, on, context) === 1)
    return open.length === 1 ? open[0]!.pointId : undefined;
  return (open.find(({ when }) => latestDay(when) === on) ?? earliestOf(open))?.pointId;
}

/** Planned decisions of a body that were not recorded yet. */
export const openReadings = (state: ChangeState, body: DecidingBody, context: ReferenceContext): Point[] =>
  Object.values(state.points).filter(
    (point) => point.kind === 'decision' && point.body === body && !isPast(state, point, context),
  );
