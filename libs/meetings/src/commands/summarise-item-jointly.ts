import type { CommandDefinition } from '@rettidig/event-sourcing';
import { FreeText, Id, ListOf, One, SourceOfFact } from '@rettidig/vocabulary';
import type { MeetingReference } from '../checks.js';
import { held, itemToDiscuss, officesInCommittee, openRecord } from '../checks.js';
import type { MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';

/** One row of a joint summary: a remark of the employee side and what management does about it (H4). */
export class JointSummaryRow {
  @FreeText({
    description: 'The remark of the employee side.',
    example: 'Bekymring for arbejdsmiljøet i overgangen.',
    max: 4000,
    multiline: true,
  })
  employeeSide!: string;

  @FreeText({
    description: 'The follow-up of the management side.',
    example: 'Der følges op efter tre måneder.',
    max: 4000,
    multiline: true,
  })
  managementSide!: string;

  @One(() => SourceOfFact, { description: 'Where in the minutes the row stands.', optional: true })
  source?: SourceOfFact;
}

/** An item was discussed without minutes; what both sides agreed to write down is its only record (H1, H2). */
export class SummariseItemJointly {
  @Id({ description: 'The item.' })
  itemId!: string;

  @ListOf(() => JointSummaryRow, { description: 'The joint summary, row by row.', min: 1 })
  summary!: JointSummaryRow[];
}

export const summariseItemJointly: CommandDefinition<
  Meeting | undefined,
  MeetingEvent,
  SummariseItemJointly,
  MeetingReference
> = {
  name: 'SummariseItemJointly',
  message: SummariseItemJointly,
  decider: meetingDecider,
  kind: 'fact',
  target: 'existing',
  path: '/meetings/{id}/items/{itemId}/joint-summary',
  tag: 'meetings',
  summary: {
    da: 'Registrér et punkt drøftet uden referat, med fælles opsamling',
    en: 'Record an item discussed without minutes, by its joint summary',
  },
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
  decide: (state, { itemId, summary }) => {
    const meeting = held(openRecord(state));
    const { caseIds } = itemToDiscuss(meeting, itemId);
    return [
      {
        type: 'ItemDiscussedWithJointSummary',
        data: { itemId, caseIds, heldOn: meeting.heldOn, summary },
      },
    ];
  },
};
