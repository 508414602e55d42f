import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import { FreeText, Id } from '@rettidig/vocabulary';
import type { MeetingReference } from '../checks.js';
import { itemOnAgenda, officesInCommittee, openRecord } from '../checks.js';
import type { MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';

/** An item is taken off the agenda before it was discussed. Lowers a duty where it carries cases, so it needs a reason. */
export class WithdrawAgendaItem {
  @Id({ description: 'The item.' })
  itemId!: string;

  @FreeText({ description: 'Why it is taken off.', example: 'Materialet er ikke færdigt.', max: 500 })
  reason!: string;
}

export const withdrawAgendaItem: CommandDefinition<
  Meeting | undefined,
  MeetingEvent,
  WithdrawAgendaItem,
  MeetingReference
> = {
  name: 'WithdrawAgendaItem',
  message: WithdrawAgendaItem,
  decider: meetingDecider,
  kind: 'change',
  target: 'existing',
  path: '/meetings/{id}/items/{itemId}/withdrawal',
  tag: 'meetings',
  summary: { da: 'Tag et punkt af dagsordenen', en: 'Take an item off the agenda' },
  refusals: [
    'meeting.unknown',
    'meeting.cancelled',
    'meeting.minutes-approved',
    'meeting.item-unknown',
    'meeting.item-withdrawn',
    'meeting.item-discussed',
  ],
  resource: officesInCommittee,
  decide: (state, { itemId, reason }) => {
    const item = itemOnAgenda(openRecord(state), itemId);
    if (item.status === 'discussed') throw new Refused('meeting.item-discussed', { number: item.number });
    return [{ type: 'AgendaItemWithdrawn', data: { itemId, caseIds: item.caseIds, reason } }];
  },
};
