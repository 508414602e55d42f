import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Id, One, OneOf, SourceOfFact } from '@rettidig/vocabulary';
import type { MeetingReference } from '../checks.js';
import { held, itemToDiscuss, officesInCommittee, openRecord } from '../checks.js';
import type { ItemForm, MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import { itemForms } from '../words.js';

/** An item was taken up at a meeting that was held, with minutes. */
export class DiscussItem {
  @Id({ description: 'The item.' })
  itemId!: string;

  @OneOf(itemForms, {
    description: 'How it was handled. A briefing is information without discussion and never ends a duty.',
    example: 'discussion',
  })
  form!: ItemForm;

  @One(() => SourceOfFact, { description: 'Where in the minutes it stands.', optional: true })
  source?: SourceOfFact;
}

export const discussItem: CommandDefinition<Meeting | undefined, MeetingEvent, DiscussItem, MeetingReference> = {
  name: 'DiscussItem',
  message: DiscussItem,
  decider: meetingDecider,
  kind: 'fact',
  target: 'existing',
  path: '/meetings/{id}/items/{itemId}/discussion',
  tag: 'meetings',
  summary: { da: 'Registrér at et punkt blev drøftet eller orienteret om', en: 'Record how an item was handled' },
  refusals: [
    'meeting.unknown',
    'meeting.cancelled',
    'meeting.minutes-approved',
    'meeting.not-held',
    'meeting.item-unknown',
    'meeting.item-withdrawn',
    'meeting.item-already-discussed',
  ],
  resource: officesInCommittee,
  decide: (state, { itemId, form, source }) => {
    const meeting = held(openRecord(state));
    const { caseIds } = itemToDiscuss(meeting, itemId);
    return [
      { type: 'ItemDiscussed', data: { itemId, caseIds, heldOn: meeting.heldOn, form, ...(source && { source }) } },
    ];
  },
};
