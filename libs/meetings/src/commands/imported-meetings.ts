import type { CommandDefinition } from '@rettidig/event-sourcing';
import type { MeetingReference } from '../checks.js';
import { officesIn } from '../checks.js';
import type { MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import { cancelMeeting } from './cancel-meeting.js';
import { moveMeeting } from './move-meeting.js';
import { scheduled, ScheduleMeeting } from './schedule-meeting.js';

/**
 * What a plan of meetings says. Whoever imports it has looked at its preview rather than at each meeting, so there is no
 * revision that could be out of date: the decision alone says whether it can be so.
 */

/** A meeting of the plan: its id follows from the entry, so that the same entry is never called twice. */
export const scheduleImportedMeeting: CommandDefinition<
  Meeting | undefined,
  MeetingEvent,
  ScheduleMeeting,
  MeetingReference
> = {
  name: 'ScheduleImportedMeeting',
  message: ScheduleMeeting,
  decider: meetingDecider,
  kind: 'fact',
  target: 'given',
  path: null,
  tag: 'meetings',
  summary: { da: 'Indkald et møde fra en mødeplan', en: 'Schedule a meeting of a plan' },
  refusals: ['meeting.committee-unknown', 'meeting.ends-before-it-starts'],
  resource: (_none, message, context) => officesIn(message.committeeId, context),
  decide: (known, message, context) => (known ? [] : scheduled(message, context)),
};

/** The plan has it on another day. */
export const moveImportedMeeting: typeof moveMeeting = {
  ...moveMeeting,
  name: 'MoveImportedMeeting',
  kind: 'fact',
  path: null,
};

/** The plan has it as cancelled. */
export const cancelImportedMeeting: typeof cancelMeeting = {
  ...cancelMeeting,
  name: 'CancelImportedMeeting',
  kind: 'fact',
  path: null,
};
