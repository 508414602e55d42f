import { reaction, subjectOf } from '@rettidig/event-sourcing';
import type { ChangeEvent } from '../change.events.js';
import type { ChangeReference } from '../checks.js';
import { overtakenBy } from '../projections/around-cases.js';
import { PLANS_VIEW } from '../projections/plans.js';

/**
 * A case may be assessed and planned in the very moment in which a meeting moves: by what was known just before, and too
 * late to be found among the cases that the move touches. It is looked at once more.
 */
export const lookAgainAtOvertaken = reaction<ChangeEvent, ChangeReference>({
  name: 'look-again-at-overtaken-cases',
  startAt: 'head',
  on: {
    MedInvolvementAssessed: (event, { views }) => {
      const by = overtakenBy(views.view(PLANS_VIEW), event, ['structure', 'rules']);
      if (!by) return [];
      return [{ command: 'ReassessChange', subjectId: subjectOf(event.stream), message: { cause: by } }];
    },
    ReviewsPlanned: (event, { views }) => {
      const what = overtakenBy(views.view(PLANS_VIEW), event, ['meeting', 'timetable', 'calendar', 'readings']);
      if (!what) return [];
      return [{ command: 'ReplanChange', subjectId: subjectOf(event.stream), message: { cause: { what } } }];
    },
  },
});
