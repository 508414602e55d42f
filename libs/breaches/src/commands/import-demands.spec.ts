import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import { MAIN, MEETING, notRaised, OTHER, raised, reference, tabled } from '../testing/story.js';
import { importDemands } from './import-demands.js';

const { newId } = contextOf({ reference });
const message = {
  committeeId: MAIN,
  on: '2026-04-24',
  meetingId: MEETING,
  itemId: 'item-5',
  demands: [
    { text: 'Alle ledere får et kursus', answer: 'Det er vi åbne for', reference: 'linje 11' },
    { text: 'Et fast punkt', reference: 'linje 12' },
  ],
  reference: 'Referat, linje 10',
};

describe('demands of imported minutes', () => {
  it('are a list of their own, with the answers as they stand and without a verdict on them', () => {
    const source = (reference: string) => ({ kind: 'minutes' as const, reference });
    const on = '2026-04-24';
    decision(importDemands, { reference })
      .given()
      .when(message)
      .then(
        {
          type: 'DemandsTabled',
          data: { committeeId: MAIN, on, meetingId: MEETING, itemId: 'item-5', source: source('Referat, linje 10') },
        },
        {
          type: 'DemandRaised',
          data: {
            ...{ demandId: newId('demand-0'), number: 1, kind: 'other' as const },
            ...{ text: 'Alle ledere får et kursus', on, source: source('linje 11') },
          },
        },
        {
          type: 'DemandAnswered',
          data: {
            demandId: newId('demand-0'),
            on,
            parts: [{ kind: 'notClassified', text: 'Det er vi åbne for' }],
            source: source('linje 11'),
          },
        },
        {
          type: 'DemandRaised',
          data: {
            ...{ demandId: newId('demand-1'), number: 2, kind: 'other' as const },
            ...{ text: 'Et fast punkt', on, source: source('linje 12') },
          },
        },
      );
  });

  it('join a choice without demands, and are recorded once', () => {
    const given = decision(importDemands, { reference });
    given.given(notRaised).when(message).thenTypes('DemandRaised', 'DemandAnswered', 'DemandRaised');
    given.given(notRaised, raised(1)).when(message).then();
    given.given(tabled, raised(1)).when(message).then();
  });

  it.each([
    [{ on: '2026-04-25' }, 'breach.in-the-future'],
    [{ committeeId: 'nobody' }, 'breach.committee-unknown'],
    [{ committeeId: OTHER }, 'breach.meeting-of-another-committee'],
    [{ meetingId: 'nothing' }, 'breach.meeting-unknown'],
    [{ itemId: 'nothing' }, 'breach.item-unknown'],
  ])('are refused with %j', (change, code) => {
    decision(importDemands, { reference })
      .given()
      .when({ ...message, ...change })
      .thenRefused(code);
  });
});
