import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Day, Flag, FreeText, Id, One, Pattern, SourceOfFact } from '@rettidig/vocabulary';
import type { MeetingContext } from '../checks.js';
import { inOrder, knownCommittee, officesIn } from '../checks.js';
import type { DeadlineReference } from '../flags.js';
import { flagsOf } from '../flags.js';
import type { MeetingEvent } from '../meeting.events.js';
import type { Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import { MeetingSurprises } from './answers.js';

/** Hours and minutes, local time. */
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A meeting of a MED committee on a day, in the plan or long ago. */
export class ScheduleMeeting {
  @Id({ description: 'The committee that meets.' })
  committeeId!: string;

  @Day({ description: 'The day it is called for. Past days are accepted: old meetings can be entered.' })
  on!: string;

  @Pattern(TIME_OF_DAY, { description: 'Start, local time of day.', example: '10:00', optional: true })
  startsAt?: string;

  @Pattern(TIME_OF_DAY, { description: 'End, local time of day.', example: '12:00', optional: true })
  endsAt?: string;

  @Flag({ description: 'Outside the yearly plan (J7). False when left out.', optional: true })
  extraordinary?: boolean;

  @FreeText({ description: 'Where it is held.', example: 'Mødelokale 2', max: 200, optional: true })
  place?: string;

  @One(() => SourceOfFact, { description: 'Where the day is known from.', optional: true })
  source?: SourceOfFact;
}

export const scheduleMeeting: CommandDefinition<
  Meeting | undefined,
  MeetingEvent,
  ScheduleMeeting,
  DeadlineReference,
  MeetingSurprises
> = {
  name: 'ScheduleMeeting',
  message: ScheduleMeeting,
  decider: meetingDecider,
  kind: 'change',
  target: 'new',
  path: '/meetings',
  tag: 'meetings',
  summary: { da: 'Indkald et MED-møde', en: 'Schedule a meeting of a committee' },
  refusals: ['meeting.committee-unknown', 'meeting.ends-before-it-starts'],
  resource: (_none, message, context) => officesIn(message.committeeId, context),
  decide: (_none, message, context) => scheduled(message, context),
  answer: (meeting, _message, context): MeetingSurprises => ({ flags: flagsOf(meeting, context.reference) }),
  answerType: MeetingSurprises,
};

/** A meeting that is called, whoever calls it. */
export function scheduled(message: ScheduleMeeting, context: MeetingContext): readonly MeetingEvent[] {
  knownCommittee(context, message.committeeId);
  inOrder(message);
  return [{ type: 'MeetingScheduled', data: { ...message, extraordinary: message.extraordinary ?? false } }];
}
