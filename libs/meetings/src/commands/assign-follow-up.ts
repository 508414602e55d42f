import type { CommandDefinition } from '@rettidig/event-sourcing';
import { impossible, notFound, Refused } from '@rettidig/event-sourcing';
import { FreeText, Id, One } from '@rettidig/vocabulary';
import type { MeetingReference } from '../checks.js';
import { existing, officesInCommittee } from '../checks.js';
import type { MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import { dueOf, FollowUpDueGiven } from './agree-follow-up.js';

/** Who follows up, or by when, of what was agreed without saying so (E4); said anew, it is that from then on. */
export class AssignFollowUp {
  @Id({ description: 'The follow-up.' })
  followUpId!: string;

  @FreeText({
    description: 'Who does it: a function, never a name.',
    example: 'Sekretariatet',
    max: 200,
    optional: true,
  })
  owner?: string;

  @One(() => FollowUpDueGiven, { description: 'When it is due: a day, or the next meeting.', optional: true })
  due?: FollowUpDueGiven;
}

export const assignFollowUp: CommandDefinition<Meeting | undefined, MeetingEvent, AssignFollowUp, MeetingReference> = {
  name: 'AssignFollowUp',
  message: AssignFollowUp,
  decider: meetingDecider,
  kind: 'fact',
  target: 'existing',
  path: '/meetings/{id}/follow-ups/{followUpId}/assignment',
  tag: 'meetings',
  summary: {
    da: 'Registrér, hvem der følger op, eller hvornår',
    en: 'Record who does a follow-up, or by when',
  },
  refusals: [
    'meeting.unknown',
    'meeting.follow-up-unknown',
    'meeting.follow-up-already-done',
    'meeting.follow-up-due-unclear',
    'meeting.follow-up-nothing-stated',
  ],
  resource: officesInCommittee,
  decide: (state, message) => {
    const { followUpId, owner } = message;
    const followUp = existing(state).followUps.get(followUpId);
    if (!followUp) throw notFound('meeting.follow-up-unknown', { followUpId });
    if (followUp.doneOn) throw new Refused('meeting.follow-up-already-done', { doneOn: followUp.doneOn });
    const due = message.due && dueOf(message.due);
    if (due && 'notStated' in due) throw impossible('meeting.follow-up-due-unclear');
    if (owner === undefined && !due) throw impossible('meeting.follow-up-nothing-stated');
    const { itemId, caseIds } = followUp;
    const data = { followUpId, itemId, caseIds, ...(owner !== undefined && { owner }), ...(due && { due }) };
    return [{ type: 'FollowUpAssigned', data }];
  },
};
