import type { ChangeState, Point } from '@rettidig/cases';
import { openDuties } from '@rettidig/cases';
import { latestDay } from '@rettidig/vocabulary';
import type { SubjectKind } from '../kind.js';
import { stepsTo, workdays } from './days.js';
import { aboutCase, committeeOf } from './of-case.js';

/** A day came on which something was to be decided or started, and nobody recorded whether it was. */
export const nothingRecorded: SubjectKind<ChangeState> = {
  name: 'nothingRecorded',
  subject: 'change',
  lane: 'dated',
  whenPast: 'sendLate',
  steps: stepsTo(['owner', 'secretariat'], [workdays(1), workdays(5)]),
  occasions: (state, changeId) => {
    if (state.withdrawn || openDuties(state).length === 0) return [];
    const planned = new Set(state.plans.flatMap(({ bodies }) => bodies.map(({ pointId }) => pointId)));
    return Object.values(state.points).flatMap((point) => {
      const on = latestDay(point.when);
      if (on === undefined || !isAct(point) || !(planned.has(point.pointId) || isUnanswered(state, point))) return [];
      const { kind: code, body } = point;
      const about = { ...aboutCase(state, changeId), committeeId: committeeOf(state), code, body };
      return [{ item: point.pointId, anchor: on, about }];
    });
  },
};

const isAct = ({ kind }: Point): boolean => kind === 'decision' || kind === 'start';

/**
 * Nothing was recorded of the body, or of any start. A body that treats a case several times is asked about the later times
 * only while a review is still planned for: the plan knows which of its dates are history.
 */
const isUnanswered = ({ acts }: ChangeState, { pointId, kind, body }: Point): boolean =>
  !Object.values(acts).some(
    (act) =>
      !act.neverTaken && (act.pointId === pointId || (act.kind === kind && (kind === 'start' || act.body === body))),
  );
