import type { CommandDefinition } from '@rettidig/event-sourcing';
import { impossible, Refused } from '@rettidig/event-sourcing';
import { Count, dayOf, Flag, FreeText, Ids, One, OneOf, SourceOfFact } from '@rettidig/vocabulary';
import type { MeetingReference } from '../checks.js';
import { distinct, existing, officesInCommittee, openRecord } from '../checks.js';
import { notTreatedTwice } from '../double-treatment.js';
import type { MeetingEvent, Stage } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import type { Meetings } from '../meetings.js';
import { stages } from '../words.js';
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

  @Ids({
    description:
      'The cases bundled in it. A case may be on several items; at one stage it is treated in one committee, apart from its local one.',
    optional: true,
  })
  caseIds?: string[];

  @Flag({ description: 'Comes back at every meeting and is about no case. False when left out.', optional: true })
  standing?: boolean;

  @OneOf(stages, {
    description: 'How far the material has come. Treatments at different stages are no double treatment (A14).',
    example: 'firstDraft',
    optional: true,
  })
  stage?: Stage;

  @FreeText({
    description: 'Why a case is treated once more at the same stage; goes past the guard against double treatment.',
    max: 1000,
    optional: true,
  })
  treatedAgainBecause?: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const addAgendaItem: CommandDefinition<
  Meeting | undefined,
  MeetingEvent,
  AddAgendaItem,
  MeetingReference & { readonly meetings: Meetings },
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
    'meeting.case-treated-elsewhere',
    'meeting.case-discussed-at-this-stage',
  ],
  resource: officesInCommittee,
  decide: (state, message, context) => {
    const meeting = openRecord(state);
    const caseIds = distinct(message.caseIds ?? []);
    const standing = message.standing ?? false;
    if (standing && caseIds.length > 0) throw impossible('meeting.standing-item-with-cases');
    const { stage, treatedAgainBecause, source } = message;
    // What a committee had before it is a fact, however often; only what is planned can be put right.
    const planned = meeting.status === 'scheduled' && meeting.on >= dayOf(context.now);
    if (planned && !treatedAgainBecause) {
      const { on, committeeId } = meeting;
      for (const caseId of caseIds) {
        notTreatedTwice({ caseId, meetingId: context.subjectId, committeeId, on, stage }, context.reference);
      }
    }
    const data = {
      itemId: context.newId('item'),
      number: freeNumber(meeting, message.number),
      title: message.title,
      caseIds,
      standing,
      ...(stage && { stage }),
      ...(treatedAgainBecause && { treatedAgainBecause }),
      ...(source && { source }),
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
