import { decision } from '@rettidig/event-sourcing/testing';
import { added, discussed, heldOn24April, reference, scheduled } from '../testing/main-committee.js';
import { discussItem } from './discuss-item.js';
import { summariseItemJointly } from './summarise-item-jointly.js';

const row = { employeeSide: 'Ventetiden er lang.', managementSide: 'Takker for bemærkningen.' };
const message = { itemId: 'item-6', summary: [row] };
const summarised = {
  type: 'ItemDiscussedWithJointSummary',
  data: { ...message, caseIds: ['c1'], heldOn: '2026-04-24' },
} as const;

describe('an item without minutes', () => {
  it('is recorded by its joint summary alone, employee side and management side row by row (H2, H4)', () => {
    decision(summariseItemJointly, { reference })
      .given(scheduled, added(6, 'c1'), heldOn24April)
      .when(message)
      .then(summarised);
  });

  it('has the summary as its only record: no other handling before or after it (H1)', () => {
    decision(summariseItemJointly, { reference })
      .given(scheduled, added(6), heldOn24April, discussed(6))
      .when(message)
      .thenRefused('meeting.item-already-discussed');
    decision(discussItem, { reference })
      .given(scheduled, added(6, 'c1'), heldOn24April, summarised)
      .when({ itemId: 'item-6', form: 'discussion' })
      .thenRefused('meeting.item-already-discussed');
  });

  it('was discussed at a meeting that was held', () => {
    decision(summariseItemJointly, { reference })
      .given(scheduled, added(6))
      .when(message)
      .thenRefused('meeting.not-held');
  });
});
