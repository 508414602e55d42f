import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import { Day, FreeText } from '@rettidig/vocabulary';
import { officesInCommittee, stillScheduled } from '../checks.js';
import type { DeadlineReference } from '../flags.js';
import { flagsOf } from '../flags.js';
import type { MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import { MeetingSurprises } from './answers.js';

/** A meeting that was not held yet gets another day; every case on its agenda moves with it. */
export class MoveMeeting {
  @Day({ description: 'The new day.' })
  to!: string;

  @FreeText({ description: 'Why it is moved.', example: 'Mødet faldt sammen med en temadag.', max: 500 })
  reason!: string;
}

export const moveMeeting: CommandDefinition<
  Meeting | undefined,
  MeetingEvent,
  MoveMeeting,
  DeadlineReference,
  MeetingSurprises
> = {
  name: 'MoveMeeting',
  message: MoveMeeting,
  decider: meetingDecider,
  kind: 'change',
  target: 'existing',
  path: '/meetings/{id}/date',
  tag: 'meetings',
  summary: { da: 'Flyt et MED-møde', en: 'Move a meeting to another day' },
  refusals: ['meeting.unknown', 'meeting.not-scheduled', 'meeting.same-day'],
  resource: officesInCommittee,
  decide: (state, { to, reason }) => {
    const { on: from } = stillScheduled(state);
    if (from === to) throw new Refused('meeting.same-day', { day: to });
    return [{ type: 'MeetingMoved', data: { from, to, reason } }];
  },
  answer: (meeting, _message, context): MeetingSurprises => ({ flags: flagsOf(meeting, context.reference) }),
  answerType: MeetingSurprises,
};
