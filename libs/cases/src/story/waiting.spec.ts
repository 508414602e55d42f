import { recorded } from '@rettidig/event-sourcing/testing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import type { ChangeEvent } from '../change.events.js';
import { assessed, event, planned, registered, requirement, review } from '../testing/given-cases.js';
import { UNITS } from '../testing/town.js';
import { noStory } from './case-story.js';
import { tell } from './tell.js';
import { waitingOf } from './waiting.js';

const remarksFor = (...events: readonly GivenEvent<ChangeEvent>[]) => {
  const decider = { body: 'socialCommittee', managerUnitId: UNITS.centre } as const;
  const told = recorded([
    event('ChangeRegistered', registered({ decider })),
    event('MedInvolvementAssessed', assessed([requirement('one', { before: 'recommendation' })])),
    event('DecisionPointPlanned', planned('2026-06-03', { body: 'healthAndCareCommittee' })),
    event('MedReviewHeld', review()),
    ...events,
  ]);
  const story = told.reduce((before, one) => tell(before, one), noStory);
  return waitingOf(story).flatMap((one) => (one.what === 'remarks' ? [one.to] : []));
};
const forwarded = (to: 'socialCommittee' | 'healthAndCareCommittee', completes: readonly string[] = []) =>
  event('RemarksForwarded', { to, on: '2026-05-01', completes });

describe('remarks that a case with several political bodies waits for', () => {
  it('are owed to every one of them, and then to those that still lack them', () => {
    expect(remarksFor()).toEqual(['socialCommittee', 'healthAndCareCommittee']);
    expect(remarksFor(forwarded('socialCommittee'))).toEqual(['healthAndCareCommittee']);
    expect(remarksFor(forwarded('healthAndCareCommittee'))).toEqual(['socialCommittee']);
  });

  it('are owed to whoever decides in the first place, when all were sent some too early', () => {
    expect(remarksFor(forwarded('socialCommittee'), forwarded('healthAndCareCommittee'))).toEqual(['socialCommittee']);
  });

  it('are owed to nobody once the duty is complete', () => {
    const [{ requirementId }] = [requirement('one')];
    expect(remarksFor(forwarded('socialCommittee'), forwarded('healthAndCareCommittee', [requirementId]))).toEqual([]);
  });
});
