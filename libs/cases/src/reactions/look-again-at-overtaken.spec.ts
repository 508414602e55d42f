import type { DomainEvent, RecordedEvent } from '@rettidig/event-sourcing';
import { filledViews, recorded } from '@rettidig/event-sourcing/testing';
import { plansView } from '../projections/plans.js';
import { assessed, caseId, event, plan, registered } from '../testing/given-cases.js';
import { MAIN, meetingIdOf } from '../testing/town.js';
import { lookAgainAtOvertaken } from './look-again-at-overtaken.js';

const scheduled = {
  type: 'MeetingScheduled',
  data: { committeeId: MAIN, on: '2026-05-12', extraordinary: false },
  stream: `meeting-${meetingIdOf('m')}`,
};
const published = { type: 'RuleSetPublished', data: { ruleSet: {} }, stream: 'ruleBook-administration' };
const log = [
  event('ChangeRegistered', registered()),
  scheduled,
  published,
  event('MedInvolvementAssessed', assessed()),
  event('ReviewsPlanned', { plans: [plan()], cause: { what: 'case' } }),
] as unknown as DomainEvent[];

const events = recorded(log);
const views = filledViews([plansView], log);

/** What is asked for when the event was decided by what was known at another one. */
function wanted(type: 'MedInvolvementAssessed' | 'ReviewsPlanned', knownUntil: number) {
  const happened = events.find((one) => one.type === type)!;
  const meta = { ...happened.meta, basis: events[knownUntil]!.position };
  const react = lookAgainAtOvertaken.on[type] as (event: RecordedEvent, context: object) => readonly object[];
  return react({ ...happened, meta }, { views });
}

describe('a case that was decided on while something around it changed', () => {
  it('is looked at once more', () => {
    const subjectId = caseId();
    expect(wanted('MedInvolvementAssessed', 0)).toEqual([
      { command: 'ReassessChange', subjectId, message: { cause: 'rules' } },
    ]);
    expect(wanted('ReviewsPlanned', 0)).toEqual([
      { command: 'ReplanChange', subjectId, message: { cause: { what: 'meeting' } } },
    ]);
  });

  it('is left alone when all of that was known', () => {
    expect(wanted('MedInvolvementAssessed', 2)).toEqual([]);
    expect(wanted('ReviewsPlanned', 1)).toEqual([]);
  });
});
