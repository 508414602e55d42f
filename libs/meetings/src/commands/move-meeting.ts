import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import { Day, FreeText, Pattern } from '@rettidig/vocabulary';
import { inOrder, officesInCommittee, stillScheduled } from '../checks.js';
import type { DeadlineReference } from '../flags.js';
import { flagsOf } from '../flags.js';
import type { Hours, MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { hoursOf, meetingDecider } from '../meeting.js';
import { MeetingSurprises } from './answers.js';
import { TIME_OF_DAY } from './schedule-meeting.js';

/**
 * A meeting that was not held yet gets another day, or other hours of its day; every case on its agenda moves with it. Of
 * another day only the hours hold that are said of it: a room that is free from ten on one day need not be so on the next,
 * and a guessed hour would go into people's calendars. Whoever says none is told so, and can say them later with the same
 * day. Of the same day, what is not said stays.
 */
export class MoveMeeting {
  @Day({ description: 'The new day; that which it has where only the hours change.' })
  to!: string;

  @Pattern(TIME_OF_DAY, {
    description: 'Start on the new day, local time of day. On another day the old one holds no longer when left out.',
    example: '10:00',
    optional: true,
  })
  startsAt?: string;

  @Pattern(TIME_OF_DAY, { description: 'End on the new day; likewise.', example: '12:00', optional: true })
  endsAt?: string;

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
  summary: {
    da: 'Flyt et MED-møde til en anden dag eller et andet klokkeslæt',
    en: 'Move a meeting to another day or hour',
  },
  refusals: ['meeting.unknown', 'meeting.not-scheduled', 'meeting.same-day', 'meeting.ends-before-it-starts'],
  resource: officesInCommittee,
  decide: (state, { to, reason, ...said }) => {
    const { on: from, hours: before } = stillScheduled(state);
    const hours = { ...(from === to && before), ...hoursOf(said) };
    if (from === to && isSame(before, hours)) throw new Refused('meeting.same-day', { day: to });
    inOrder(hours);
    return [{ type: 'MeetingMoved', data: { from, to, ...hours, reason } }];
  },
  answer: (meeting, _message, context): MeetingSurprises => ({ flags: flagsOf(meeting, context.reference) }),
  answerType: MeetingSurprises,
};

const isSame = (a: Hours, b: Hours): boolean => a.startsAt === b.startsAt && a.endsAt === b.endsAt;
