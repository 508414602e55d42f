import type { CommandDefinition } from '@rettidig/event-sourcing';
import { impossible, Refused } from '@rettidig/event-sourcing';
import { Count, Flag, FreeText, Ids, One, SourceOfFact } from '@rettidig/vocabulary';
import type { MeetingReference } from '../checks.js';
import { distinct, existing, officesInCommittee, openRecord } from '../checks.js';
import type { MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import { AddedItem } from './answers.js';

/** A point of the agenda: about one case, several (G2), or none. */
export class AddAgendaItem {
  @Count({
    description: 'Its number on the agenda; the next free one when left out.',
    min: 1,
    max: 500,
    optional: true,
  })
  number?: number;

  @FreeText({
    description: 'Its title as it stands on the agenda.',
    example: 'Flere afdelingsledere i Center for Unge',
    max: 300,
  })
  title!: string;

  @Ids({ description: 'The cases bundled in it. The same case may be on several items.', optional: true })
  caseIds?: string[];

  @Flag({ description: 'Comes back at every meeting and is about no case. False when left out.', optional: true })
  standing?: boolean;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const addAgendaItem: CommandDefinition<
  Meeting | undefined,
  MeetingEvent,
  AddAgendaItem,
  MeetingReference,
  AddedItem
> = {
  name: 'AddAgendaItem',
  message: AddAgendaItem,
  decider: meetingDecider,
  kind: 'change',
  target: 'existing',
  path: '/meetings/{id}/items',
  tag: 'meetings',
  summary: { da: 'Sæt et punkt på dagsordenen', en: 'Put an item on the agenda' },
  refusals: [
    'meeting.unknown',
    'meeting.cancelled',
    'meeting.minutes-approved',
    'meeting.number-taken',
    'meeting.standing-item-with-cases',
  ],
  resource: officesInCommittee,
  decide: (state, message, context) => {
    const meeting = openRecord(state);
    const caseIds = distinct(message.caseIds ?? []);
    const standing = message.standing ?? false;
    if (standing && caseIds.length > 0) throw impossible('meeting.standing-item-with-cases');
    const data = {
      itemId: context.newId('item'),
      number: freeNumber(meeting, message.number),
      title: message.title,
      caseIds,
      standing,
      ...(message.source && { source: message.source }),
    };
    return [{ type: 'AgendaItemAdded', data }];
  },
  answer: (meeting, _message, context): AddedItem => {
    const itemId = context.newId('item');
    return { itemId, number: existing(meeting).items.get(itemId)!.number };
  },
  answerType: AddedItem,
};

/** Numbers are never used twice, those of withdrawn items included: minutes and people refer to them. */
function freeNumber(meeting: Meeting, wanted: number | undefined): number {
  const taken = [...meeting.items.values()].map((item) => item.number);
  if (wanted === undefined) return Math.max(0, ...taken) + 1;
  if (taken.includes(wanted)) throw new Refused('meeting.number-taken', { number: wanted });
  return wanted;
}
