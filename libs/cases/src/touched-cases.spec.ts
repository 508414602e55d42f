import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { filledViews } from '@rettidig/event-sourcing/testing';
import type { ChangeEvent } from './change.events.js';
import { casesView } from './projections/cases.js';
import { PLANS_VIEW, plansView } from './projections/plans.js';
import { caseId, decided, duty, event, owing, plan, review } from './testing/given-cases.js';
import { casesNeverPlanned } from './touched-cases.js';

const neverPlanned = (...events: readonly GivenEvent<ChangeEvent>[]) =>
  casesNeverPlanned(filledViews([casesView, plansView], events));
const discussed = (of: string, more: Parameters<typeof review>[0] = {}) =>
  event('MedReviewHeld', review({ countsFor: [duty(of)], ...more }), { of });

describe('cases of a release that made no plans yet', () => {
  it('wait for a review, or for the rest of one', () => {
    const waiting = neverPlanned(...owing('waits'), ...owing('goesOn'), discussed('goesOn', { goesOn: 'nextMeeting' }));
    expect(waiting).toEqual([caseId('waits'), caseId('goesOn')].sort());
  });

  it('are found without a look at every case there ever was', () => {
    const steps = filledViews([casesView, plansView], [])
      .view(PLANS_VIEW)
      .all<{ detail: string }>('explain query plan select change_id from {planned} where was_planned = 0');
    expect(steps.map(({ detail }) => detail).join()).toMatch(/USING COVERING INDEX \S*never_planned/);
  });

  it('are not among them once they are planned, decided or done', () => {
    const planned = event('ReviewsPlanned', { plans: [plan('planned')], cause: { what: 'case' } }, { of: 'planned' });
    const done = [...owing('done'), discussed('done')];
    expect(
      neverPlanned(
        ...owing('planned'),
        planned,
        ...done,
        ...owing('over'),
        event('DecisionRecorded', decided(), { of: 'over' }),
      ),
    ).toEqual([]);
  });
});
