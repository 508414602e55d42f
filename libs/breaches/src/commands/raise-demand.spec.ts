import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import { notRaised, raised, reference } from '../testing/story.js';
import { raiseDemand } from './raise-demand.js';

const demandId = contextOf({ reference }).newId('demand');
const message = { kind: 'training', text: 'Uddannelse til administrationen', on: '2026-04-24' } as const;

describe('a demand is raised', () => {
  it('with its kind and the next number', () => {
    decision(raiseDemand, { reference })
      .given(notRaised, raised(1), raised(4))
      .when(message)
      .then({ type: 'DemandRaised', data: { ...message, demandId, number: 5 } });
  });

  it('under a number of its own', () => {
    const given = decision(raiseDemand, { reference }).given(notRaised, raised(1));
    given.when({ ...message, number: 3 }).thenTypes('DemandRaised');
    given.when({ ...message, number: 1 }).thenRefused('breach.number-taken');
  });

  it('on a day that has come, and under a choice that was recorded', () => {
    decision(raiseDemand, { reference })
      .given(notRaised)
      .when({ ...message, on: '2026-04-25' })
      .thenRefused('breach.in-the-future');
    decision(raiseDemand, { reference }).given().when(message).thenRefused('breach.unknown');
  });
});
