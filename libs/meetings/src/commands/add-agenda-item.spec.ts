import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import { meetingsPart } from '../meetings.js';
import { added, approved, heldOn24April, reference as known, scheduled } from '../testing/main-committee.js';
import { addAgendaItem } from './add-agenda-item.js';

const reference = { ...known, meetings: meetingsPart.initial };
const newItemId = contextOf({ reference }).newId('item');
const withdrawn = {
  type: 'AgendaItemWithdrawn',
  data: { itemId: 'item-2', caseIds: [], reason: 'x' },
} as const;

describe('an item is put on the agenda', () => {
  it('with the cases that it bundles, each once, also a case that stands on another item (G2)', () => {
    decision(addAgendaItem, { reference })
      .given(scheduled, added(2, 'c1'))
      .when({ number: 5, title: 'Samlet punkt', caseIds: ['c1', 'c2', 'c1'] })
      .then({
        type: 'AgendaItemAdded',
        data: { itemId: newItemId, number: 5, title: 'Samlet punkt', caseIds: ['c1', 'c2'], standing: false },
      });
  });

  it('with the next number when none is given', () => {
    const [event] = decision(addAgendaItem, { reference })
      .given(scheduled, added(2), added(7))
      .when({ title: 'Eventuelt', standing: true })
      .decided();
    expect(event?.data).toMatchObject({ number: 8, standing: true, caseIds: [] });
  });

  it('under a number of its own: that of a withdrawn item is not free', () => {
    decision(addAgendaItem, { reference })
      .given(scheduled, added(2), withdrawn)
      .when({ number: 2, title: 'Punkt' })
      .thenRefused('meeting.number-taken');
  });

  it('without cases when it is a standing item', () => {
    decision(addAgendaItem, { reference })
      .given(scheduled)
      .when({ title: 'Meddelelser', standing: true, caseIds: ['c1'] })
      .thenRefused('meeting.standing-item-with-cases');
  });

  it('also after the meeting was held, until both approved the minutes', () => {
    const item = { title: 'Taget op på mødet' };
    decision(addAgendaItem, { reference }).given(scheduled, heldOn24April).when(item).thenTypes('AgendaItemAdded');
    decision(addAgendaItem, { reference })
      .given(scheduled, heldOn24April, approved('chair', false), approved('deputyChair', true))
      .when(item)
      .thenRefused('meeting.minutes-approved');
  });

  it('not of a cancelled meeting', () => {
    decision(addAgendaItem, { reference })
      .given(scheduled, { type: 'MeetingCancelled', data: { reason: 'x' } })
      .when({ title: 'Punkt' })
      .thenRefused('meeting.cancelled');
  });
});
