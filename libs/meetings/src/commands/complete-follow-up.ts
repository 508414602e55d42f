import type { CommandDefinition } from '@rettidig/event-sourcing';
import { notFound, Refused } from '@rettidig/event-sourcing';
import { Day, FreeText, Id } from '@rettidig/vocabulary';
import type { MeetingReference } from '../checks.js';
import { existing, notInTheFuture, officesInCommittee } from '../checks.js';
import type { MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';

/** What was agreed is done. Possible at any time, also long after the minutes were approved. */
export class CompleteFollowUp {
  @Id({ description: 'The follow-up.' })
  followUpId!: string;

  @Day({ description: 'The day on which it was done; not after today.' })
  on!: string;

  @FreeText({
    description: 'What was done.',
    example: 'Bemærkningerne er sendt og lagt på sagen.',
    max: 1000,
    multiline: true,
  })
  how!: string;
}

export const completeFollowUp: CommandDefinition<
  Meeting | undefined,
  MeetingEvent,
  CompleteFollowUp,
  MeetingReference
> = {
  name: 'CompleteFollowUp',
  message: CompleteFollowUp,
  decider: meetingDecider,
  kind: 'fact',
  target: 'existing',
  path: '/meetings/{id}/follow-ups/{followUpId}/completion',
  tag: 'meetings',
  summary: { da: 'Registrér at en opfølgning er udført', en: 'Record that a follow-up was done' },
  refusals: [
    'meeting.unknown',
    'meeting.follow-up-unknown',
    'meeting.follow-up-already-done',
    'meeting.follow-up-done-in-the-future',
  ],
  resource: officesInCommittee,
  decide: (state, { followUpId, on, how }, context) => {
    const followUp = existing(state).followUps.get(followUpId);
    if (!followUp) throw notFound('meeting.follow-up-unknown', { followUpId });
    if (followUp.doneOn) throw new Refused('meeting.follow-up-already-done', { doneOn: followUp.doneOn });
    notInTheFuture(on, context, 'meeting.follow-up-done-in-the-future');
    const { itemId, caseIds } = followUp;
    return [{ type: 'FollowUpDone', data: { followUpId, itemId, caseIds, on, how } }];
  },
};
