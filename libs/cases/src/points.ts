import type { DecidingBody } from '@rettidig/vocabulary';
import { latestDay } from '@rettidig/vocabulary';
import type { Act, ChangeState, Point } from './change.state.js';
import { standingActs } from './change.state.js';

/**
 * Whether what was planned has happened: a decision was recorded for it, or by its body, or the recommendation to its body
 * went; after that its date is history.
 */
export function isPast(state: ChangeState, { pointId, kind, body }: Point): boolean {
  if (kind === 'recommendation' && state.recommended.some(({ to }) => to === body)) return true;
  return standingActs(state).some((act) => {
    if (kind === 'start') return act.kind === 'start';
    return act.kind === 'decision' && (act.pointId === pointId || (body !== 'notStated' && act.body === body));
  });
}

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

/** The planned decision of a body that a recorded one fulfils, when there is exactly one left. */
export function pointOf(state: ChangeState, body: DecidingBody): string | undefined {
  const open = Object.values(state.points).filter(
    (point) => point.kind === 'decision' && point.body === body && !isPast(state, point),
  );
  return open.length === 1 ? open[0]!.pointId : undefined;
}
