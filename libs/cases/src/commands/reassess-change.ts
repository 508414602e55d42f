import { Day, OneOf } from '@rettidig/vocabulary';
import type { LocalDate } from '@rettidig/vocabulary';
import { registered } from '../checks.js';
import { assessAndJudge, atReassessment } from '../consequences.js';
import { Draft } from '../draft.js';
import { byReaction } from './on-case.js';
import type { PlanningCommand } from './with-plan.js';

const causes = ['structure', 'rules'] as const;

/**
 * The organisation or the rules changed. What is in flight keeps its committee (B5), the rest is routed anew; of a
 * decided case a duty may come to light that nobody knew of. A miss is never removed.
 */
export class ReassessChange {
  @OneOf(causes, { description: 'What changed.' })
  cause!: (typeof causes)[number];

  @Day({ description: 'The day on which it took effect, when it had been recorded before.', optional: true })
  cameOn?: LocalDate;
}

export const reassessChange: PlanningCommand<ReassessChange> = {
  ...byReaction,
  name: 'ReassessChange',
  message: ReassessChange,
  summary: { da: 'Vurdér sagen på ny', en: 'Assess the case anew' },
  planCause: (_state, { cause, cameOn }) => (cameOn ? { what: 'dayCame', on: cameOn } : { what: cause }),
  decide: (state, { cause }, context) => {
    if (registered(state).withdrawn) return [];
    const draft = new Draft(state, context);
    assessAndJudge(draft, { cause }, atReassessment(context));
    return draft.events;
  },
};
