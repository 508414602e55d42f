import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from '../meeting.events.js';
import {
  CHAIR,
  DEPUTY_CHAIR,
  heldOn24April,
  person,
  reference,
  scheduled,
  SECRETARY,
  told,
} from '../testing/main-committee.js';
import { waiveDeadline } from './waive-deadline.js';

const message = { deadline: 'materialDue', on: '2026-04-14', reason: 'Forslag fra en anden forvaltning.' } as const;
const now = '2026-04-14T08:00:00.000Z';
const as = (personId: string, at = now) =>
  decision(waiveDeadline, { reference, now: at, actor: { id: personId, role: 'employee' } });
const waived = (office: 'chair' | 'deputyChair', byBoth: boolean): MeetingEvent => ({
  type: 'DeadlineWaived',
  data: { ...message, office, byBoth },
});
const moved: MeetingEvent = {
  type: 'MeetingMoved',
  data: { from: '2026-04-24', to: '2026-04-28', reason: 'Temadag' },
};

describe('a deadline before a meeting is waived', () => {
  it('by chair and deputy chair, in either order; it counts with the second', () => {
    as(CHAIR).given(scheduled).when(message).then(waived('chair', false));
    as(DEPUTY_CHAIR).given(scheduled, waived('chair', false)).when(message).then(waived('deputyChair', true));
    as(CHAIR).given(scheduled, waived('deputyChair', false)).when(message).then(waived('chair', true));
    expect(told(scheduled, waived('chair', false))).toMatchObject({ waived: [] });
    expect(told(scheduled, waived('chair', false), waived('deputyChair', true))).toMatchObject({
      waived: ['materialDue'],
    });
  });

  it('each deadline for itself', () => {
    as(DEPUTY_CHAIR)
      .given(scheduled, waived('chair', false))
      .when({ ...message, deadline: 'itemsDue' })
      .then({
        type: 'DeadlineWaived',
        data: { ...message, deadline: 'itemsDue', office: 'deputyChair', byBoth: false },
      });
  });

  it('by nobody else, and once by each', () => {
    for (const personId of [person('m2'), SECRETARY, 'stranger']) {
      as(personId).given(scheduled).when(message).thenRefused('meeting.only-chairs-waive');
    }
    as(CHAIR).given(scheduled, waived('chair', false)).when(message).thenRefused('meeting.already-waived');
  });

  it('not by one person for both offices', () => {
    const meeting = {
      ...told(scheduled)!,
      waivers: [{ deadline: 'materialDue', office: 'chair', on: message.on, by: DEPUTY_CHAIR } as const],
    };
    const context = contextOf({ reference, now, actor: { id: DEPUTY_CHAIR, role: 'employee' } });
    expect(() => waiveDeadline.decide(meeting, message, context)).toThrow('meeting.already-waived');
  });

  it('before the meeting, not in the future, and for a meeting that takes place', () => {
    as(CHAIR, '2026-04-26T08:00:00.000Z')
      .given(scheduled, heldOn24April)
      .when({ ...message, on: '2026-04-25' })
      .thenRefused('meeting.waived-after-the-meeting');
    as(CHAIR)
      .given(scheduled)
      .when({ ...message, on: '2026-04-15' })
      .thenRefused('meeting.waived-in-the-future');
    as(CHAIR)
      .given(scheduled, { type: 'MeetingCancelled', data: { reason: 'Aflyst' } })
      .when(message)
      .thenRefused('meeting.cancelled');
  });

  it('for the day that the meeting is called for: a meeting that is moved has its deadlines back', () => {
    const past = [scheduled, waived('chair', false), waived('deputyChair', true), moved];
    expect(told(...past)).toMatchObject({ waived: [], waivers: [] });
    as(CHAIR)
      .given(...past)
      .when(message)
      .then(waived('chair', false));
  });

  it('and the answer says whether the other one is missing, without saying who', () => {
    expect(waiveDeadline.answer!(told(scheduled, waived('chair', false)), message, contextOf({ reference }))).toEqual({
      deadline: 'materialDue',
      given: [{ office: 'chair', on: '2026-04-14' }],
      byBoth: false,
    });
  });
});
