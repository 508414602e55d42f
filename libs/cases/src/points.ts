import type { DecidingBody } from '@rettidig/vocabulary';
import type { ChangeState, Point } from './change.state.js';
import { standingActs } from './change.state.js';

/**
 * Whether what was planned has happened: a decision was recorded for it, or by its body; after that its date is
 * history.
 */
export function isPast(state: ChangeState, { pointId, kind, body }: Point): boolean {
  return standingActs(state).some((act) => {
    if (kind === 'start') return act.kind === 'start';
    return act.kind === 'decision' && (act.pointId === pointId || (body !== 'notStated' && act.body === body));
  });
}

/** The planned decision of a body that a recorded one fulfils, when there is exactly one left. */
export function pointOf(state: ChangeState, body: DecidingBody): string | undefined {
  const open = Object.values(state.points).filter(
    (point) => point.kind === 'decision' && point.body === body && !isPast(state, point),
  );
  return open.length === 1 ? open[0]!.pointId : undefined;
}
