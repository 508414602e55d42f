import { impossible, Refused } from '@rettidig/event-sourcing';
import type { DecidingBody, FuzzyDate, LocalDate } from '@rettidig/vocabulary';
import { latestDay } from '@rettidig/vocabulary';
import { inProgress } from '../checks.js';
import type { Draft } from '../draft.js';
import { openReadings } from '../points.js';
import { moveDecisionPoint } from './move-decision-point.js';

/** A decision that was put off, and to which day. */
interface Postponement {
  readonly body: DecidingBody;
  /** When it was put off. */
  readonly when: FuzzyDate;
  readonly to: LocalDate;
  readonly reason: string;
  /** The planned point, as far as it is known which one it is. */
  readonly pointId: string | undefined;
}

/** Stands as the reason where nobody gave one. */
export const POSTPONED = 'Beslutningen blev udsat';

/**
 * Moves what was planned to the day that a decision was put off to; plans it where nothing was. The postponed decision is
 * recorded in the draft already.
 * @throws Refused `change.not-postponed-to` for a day that does not lie after the one on which it was put off,
 * `change.point-unclear` where the body has several planned decisions; what moving a point is refused with.
 */
export function postpone(draft: Draft, { body, when, to, reason, pointId }: Postponement): void {
  if (to <= (latestDay(when) ?? '')) throw impossible('change.not-postponed-to', { day: to });
  const { state, context } = draft;
  if (pointId !== undefined) {
    for (const moved of moveDecisionPoint.decide(state, { pointId, to: { on: to }, reason }, context)) draft.add(moved);
    return;
  }
  if (openReadings(inProgress(state), body, context).length > 0) throw new Refused('change.point-unclear', {}, 422);
  const point = { pointId: context.newId('point'), kind: 'decision', body, when: { on: to } } as const;
  draft.add({ type: 'DecisionPointPlanned', data: point });
}
