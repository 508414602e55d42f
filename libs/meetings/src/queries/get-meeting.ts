import type { QueryDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import { committeeName } from '@rettidig/organisation';
import { AsOf, asOfInstant, Id } from '@rettidig/vocabulary';
import type { DeadlineReference } from '../flags.js';
import { deadlinesOf, flagsOf } from '../flags.js';
import type { MeetingEvent } from '../meeting.events.js';
import { GetMeetingAnswer } from './get-meeting.answer.js';
import { meetingDetail, meetingFrom } from './meeting-detail.js';

export class GetMeeting {
  @Id({ description: 'The meeting.' })
  id!: string;

  @AsOf()
  asOf?: string;
}

export const getMeeting: QueryDefinition<GetMeeting, GetMeetingAnswer, DeadlineReference> = {
  name: 'GetMeeting',
  parameters: GetMeeting,
  answer: GetMeetingAnswer,
  path: '/meetings/{id}',
  tag: 'meetings',
  summary: { da: 'Et møde med dagsorden, deltagere og opfølgning', en: 'A meeting with agenda, attendance, follow-up' },
  refusals: ['meeting.unknown'],
  handle: async ({ id, asOf }, { now, people, readStream, reference }) => {
    const events = await readStream<MeetingEvent>(`meeting-${id}`, asOfInstant(asOf, now));
    const meeting = meetingFrom(events);
    if (!meeting) throw notFound('meeting.unknown');
    const cards = await people([...meeting.calledDeputies.keys(), ...meeting.attendance.map(({ seatId }) => seatId)]);
    return meetingDetail(events, meeting, {
      committeeName: committeeName(reference.organisation, meeting.committeeId) ?? meeting.committeeId,
      flags: flagsOf(meeting, reference),
      deadlines: deadlinesOf(meeting, reference),
      seat: (seatId) => cards.get(seatId)?.name,
    });
  },
};
