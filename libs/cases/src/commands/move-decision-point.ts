import { notFound, Refused } from '@rettidig/event-sourcing';
import type { FuzzyDate } from '@rettidig/vocabulary';
import { FreeText, Id, UncertainDay } from '@rettidig/vocabulary';
import { inProgress } from '../checks.js';
import { isPast } from '../points.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** A planned date moves; the old one stays in the history, with the reason (A19). */
export class MoveDecisionPoint {
  @Id({ description: 'The decision point.' })
  pointId!: string;

  @UncertainDay({ description: 'Its new date, as well as it is known.' })
  to!: FuzzyDate;

  @FreeText({ description: 'Why.', example: 'Udvalgets møde er flyttet.', max: 1000, multiline: true })
  reason!: string;
}

export const moveDecisionPoint: CaseCommand<MoveDecisionPoint> = {
  ...onCase,
  name: 'MoveDecisionPoint',
  message: MoveDecisionPoint,
  kind: 'change',
  path: '/changes/{id}/decision-points/{pointId}/date',
  summary: { da: 'Flyt et beslutningspunkt', en: 'Move a decision point' },
  refusals: ['change.unknown', 'change.withdrawn', 'change.point-unknown', 'change.point-past'],
  decide: (state, { pointId, to, reason }, context) => {
    const point = inProgress(state).points[pointId];
    if (!point) throw notFound('change.point-unknown');
    if (isPast(state, point, context)) throw new Refused('change.point-past');
    if (JSON.stringify(point.when) === JSON.stringify(to)) return [];
    return [{ type: 'DecisionPointMoved', data: { pointId, from: point.when, to, reason } }];
  },
};
