import { Day, Id, One, OneOf } from '@rettidig/vocabulary';
import { registered } from '../checks.js';
import type { PlanCause, PlanCauseCode } from '../plan.events.js';
import { byReaction } from './on-case.js';
import type { PlanningCommand } from './with-plan.js';

const causes = [
  'case',
  'meeting',
  'calendar',
  'timetable',
  'readings',
  'waiver',
  'dayCame',
] as const satisfies readonly PlanCauseCode[];
const meetingActs = ['scheduled', 'moved', 'cancelled', 'held'] as const;

/** What happened around the case. */
export class CauseOfPlan implements PlanCause {
  @OneOf(causes, { description: 'What changed; `case` for the first plan of a case.' })
  what!: (typeof causes)[number];

  @Id({ description: 'The meeting.', optional: true })
  id?: string;

  @OneOf(meetingActs, { description: 'What became of the meeting.', optional: true })
  did?: (typeof meetingActs)[number];

  @Day({ description: 'Its earlier day.', optional: true })
  from?: string;

  @Day({ description: 'Its day, or the day that came.', optional: true })
  on?: string;
}

/** A meeting, a deadline or a closing day changed. The case says anew how it gets to its dates, where that is different. */
export class ReplanChange {
  @One(() => CauseOfPlan, { description: 'Why.' })
  cause!: CauseOfPlan;
}

export const replanChange: PlanningCommand<ReplanChange> = {
  ...byReaction,
  name: 'ReplanChange',
  message: ReplanChange,
  summary: { da: 'Planlæg sagen på ny', en: 'Plan the case anew' },
  planCause: (_state, { cause }) => cause,
  decide: (state) => {
    registered(state);
    return [];
  },
};
