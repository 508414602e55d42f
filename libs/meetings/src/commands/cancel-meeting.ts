import type { CommandDefinition } from '@rettidig/event-sourcing';
import { FreeText } from '@rettidig/vocabulary';
import type { MeetingReference } from '../checks.js';
import { officesInCommittee, stillScheduled } from '../checks.js';
import type { MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';

/** A meeting that will not be held; its cases lose their place and show as unplaced again. */
export class CancelMeeting {
  @FreeText({ description: 'Why it is cancelled.', example: 'For mange afbud.', max: 500 })
  reason!: string;
}

export const cancelMeeting: CommandDefinition<Meeting | undefined, MeetingEvent, CancelMeeting, MeetingReference> = {
  name: 'CancelMeeting',
  message: CancelMeeting,
  decider: meetingDecider,
  kind: 'change',
  target: 'existing',
  path: '/meetings/{id}/cancellation',
  tag: 'meetings',
  summary: { da: 'Aflys et MED-møde', en: 'Cancel a meeting' },
  refusals: ['meeting.unknown', 'meeting.not-scheduled'],
  resource: officesInCommittee,
  decide: (state, { reason }) => {
    stillScheduled(state);
    return [{ type: 'MeetingCancelled', data: { reason } }];
  },
};
