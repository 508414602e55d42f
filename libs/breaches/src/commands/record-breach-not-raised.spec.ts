import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import { DEPUTY_CHAIR, MAIN, MEETING, notRaised, OTHER, reference, sixCases } from '../testing/story.js';
import type { RecordBreachNotRaised } from './record-breach-not-raised.js';
import { recordBreachNotRaised } from './record-breach-not-raised.js';

const message = notRaised.data as RecordBreachNotRaised;
const record = (more: Partial<RecordBreachNotRaised> = {}) =>
  decision(recordBreachNotRaised, { reference })
    .given()
    .when({ ...message, ...more });

describe('a breach is not raised', () => {
  it('on a list of cases, with the reservation for later ones and where it was said (D2, D3)', () => {
    record().then(notRaised);
    const [event] = record({ caseIds: [...sixCases, 's1'] }).decided();
    expect(event?.data).toMatchObject({ caseIds: sixCases });
  });

  it('on a day that has come', () => {
    record({ on: '2026-04-25' }).thenRefused('breach.in-the-future');
    record({ on: '2019-04-25' }).thenTypes('BreachNotRaised');
  });

  it('in a committee that exists, at one of its own meetings, under an item of it', () => {
    record({ committeeId: 'nobody' }).thenRefused('breach.committee-unknown');
    record({ committeeId: OTHER }).thenRefused('breach.meeting-of-another-committee');
    record({ meetingId: 'unheard-of' }).thenRefused('breach.meeting-unknown');
    record({ itemId: 'item-9' }).thenRefused('breach.item-unknown');
    const { meetingId: _meeting, ...itemOnly } = message;
    decision(recordBreachNotRaised, { reference }).given().when(itemOnly).thenRefused('breach.item-unknown');
  });

  it('also outside a meeting', () => {
    decision(recordBreachNotRaised, { reference })
      .given()
      .when({ committeeId: OTHER, caseIds: ['s1'], on: '2026-04-24', reservesLaterCases: false })
      .then({
        type: 'BreachNotRaised',
        data: { committeeId: OTHER, caseIds: ['s1'], on: '2026-04-24', reservesLaterCases: false },
      });
  });

  it('with the offices of the actor in that committee, for the table of rights', () => {
    const context = contextOf({ reference, actor: { id: DEPUTY_CHAIR, role: 'employeeRep' } });
    expect(recordBreachNotRaised.resource!(undefined, message, context).offices).toContain('deputyChair');
    expect(message).toMatchObject({ committeeId: MAIN, meetingId: MEETING });
  });
});
