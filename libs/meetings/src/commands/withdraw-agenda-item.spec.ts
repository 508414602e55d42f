import { decision } from '@rettidig/event-sourcing/testing';
import { added, discussed, heldOn24April, reference, scheduled } from '../testing/main-committee.js';
import { withdrawAgendaItem } from './withdraw-agenda-item.js';

const message = { itemId: 'item-2', reason: 'Materialet er ikke færdigt' };

describe('an item is taken off the agenda', () => {
  it('with the cases that lose their place and the reason', () => {
    decision(withdrawAgendaItem, { reference })
      .given(scheduled, added(2, 'c1', 'c2'))
      .when(message)
      .then({ type: 'AgendaItemWithdrawn', data: { ...message, caseIds: ['c1', 'c2'] } });
  });

  it('never after it was discussed', () => {
    decision(withdrawAgendaItem, { reference })
      .given(scheduled, added(2, 'c1'), heldOn24April, discussed(2, 'c1'))
      .when(message)
      .thenRefused('meeting.item-discussed');
  });

  it('only once, and only when it was on it', () => {
    decision(withdrawAgendaItem, { reference })
      .given(scheduled, added(2), { type: 'AgendaItemWithdrawn', data: { ...message, caseIds: [] } })
      .when(message)
      .thenRefused('meeting.item-withdrawn');
    decision(withdrawAgendaItem, { reference }).given(scheduled).when(message).thenRefused('meeting.item-unknown');
  });
});
