import { inProgress } from '../checks.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { PlannedPoint } from './parts.js';

/** One more date before which something must have happened; several bodies are several points (A12, A20). */
export class PlanDecisionPoint extends PlannedPoint {}

export const planDecisionPoint: CaseCommand<PlanDecisionPoint> = {
  ...onCase,
  name: 'PlanDecisionPoint',
  message: PlanDecisionPoint,
  kind: 'change',
  path: '/changes/{id}/decision-points',
  summary: { da: 'Planlæg et beslutningspunkt', en: 'Plan a decision point' },
  refusals: ['change.unknown', 'change.withdrawn'],
  decide: (state, message, context) => {
    inProgress(state);
    return [{ type: 'DecisionPointPlanned', data: { pointId: context.newId('point'), ...message } }];
  },
};
