import { decision } from '@rettidig/event-sourcing/testing';
import { added, approved, discussed, heldOn24April, reference, scheduled } from '../testing/main-committee.js';
import { discussItem } from './discuss-item.js';

const message = { itemId: 'item-5', form: 'discussion' } as const;

describe('the handling of an item is recorded', () => {
  it('with the cases as bundled and the day the meeting was held, not the day it was called for', () => {
    decision(discussItem, { reference })
      .given(scheduled, added(5, 'c1', 'c2'), {
        type: 'AttendanceRecorded',
        data: { heldOn: '2026-04-25', attendance: [] },
      })
      .when(message)
      .then({ type: 'ItemDiscussed', data: { ...message, caseIds: ['c1', 'c2'], heldOn: '2026-04-25' } });
  });

  it('as a briefing when it was one', () => {
    const [event] = decision(discussItem, { reference })
      .given(scheduled, added(5), heldOn24April)
      .when({ itemId: 'item-5', form: 'briefing' })
      .decided();
    expect(event?.data).toMatchObject({ form: 'briefing' });
  });

  it('only of a meeting that was held', () => {
    decision(discussItem, { reference }).given(scheduled, added(5)).when(message).thenRefused('meeting.not-held');
  });

  it('only of an item on the agenda, once', () => {
    const given = [scheduled, added(5), heldOn24April] as const;
    decision(discussItem, { reference })
      .given(...given)
      .when({ ...message, itemId: 'item-6' })
      .thenRefused('meeting.item-unknown');
    decision(discussItem, { reference })
      .given(...given, { type: 'AgendaItemWithdrawn', data: { itemId: 'item-5', caseIds: [], reason: 'x' } })
      .when(message)
      .thenRefused('meeting.item-withdrawn');
    decision(discussItem, { reference })
      .given(...given, discussed(5))
      .when({ ...message, form: 'briefing' })
      .thenRefused('meeting.item-already-discussed');
  });

  it('not after both approved the minutes, but after one did', () => {
    const given = [scheduled, added(5), heldOn24April, approved('chair', false)] as const;
    decision(discussItem, { reference })
      .given(...given)
      .when(message)
      .thenTypes('ItemDiscussed');
    decision(discussItem, { reference })
      .given(...given, approved('deputyChair', true))
      .when(message)
      .thenRefused('meeting.minutes-approved');
  });
});
