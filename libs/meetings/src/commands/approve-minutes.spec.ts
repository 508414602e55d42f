import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from '../meeting.events.js';
import {
  added,
  CHAIR,
  DEPUTY_CHAIR,
  discussed,
  heldOn24April,
  reference,
  scheduled,
  SECRETARY,
  told,
  person,
} from '../testing/main-committee.js';
import { approveMinutes } from './approve-minutes.js';

const message = { on: '2026-05-04' };
const now = '2026-05-04T08:00:00.000Z';
const as = (personId: string) =>
  decision(approveMinutes, { reference, now, actor: { id: personId, role: 'employee' } });
const chairApproved: MeetingEvent = { type: 'MinutesApproved', data: { office: 'chair', byBoth: false, ...message } };

describe('minutes are approved', () => {
  it('by the chair and by the deputy chair; the second of the two makes them proof, whichever it is', () => {
    as(CHAIR).given(scheduled, heldOn24April).when(message).then(chairApproved);
    as(DEPUTY_CHAIR)
      .given(scheduled, heldOn24April, chairApproved)
      .when(message)
      .then({ type: 'MinutesApproved', data: { office: 'deputyChair', byBoth: true, ...message } });
    as(DEPUTY_CHAIR)
      .given(scheduled, heldOn24April)
      .when(message)
      .then({ type: 'MinutesApproved', data: { office: 'deputyChair', byBoth: false, ...message } });
  });

  it('by nobody else, whatever their role', () => {
    for (const personId of [person('m2'), SECRETARY, 'stranger']) {
      as(personId).given(scheduled, heldOn24April).when(message).thenRefused('meeting.only-chairs-approve');
    }
  });

  it('by whoever held the office on the day of the approval', () => {
    as(CHAIR)
      .given(scheduled, { type: 'AttendanceRecorded', data: { heldOn: '2025-12-01', attendance: [] } })
      .when({ on: '2025-12-20' })
      .thenRefused('meeting.only-chairs-approve');
  });

  it('once by each', () => {
    as(CHAIR).given(scheduled, heldOn24April, chairApproved).when(message).thenRefused('meeting.already-approved');
  });

  it('anew when the record changed after the first approval: it covered something else', () => {
    const past = [scheduled, added(2), heldOn24April, chairApproved, discussed(2)];
    as(DEPUTY_CHAIR)
      .given(...past)
      .when(message)
      .then({ type: 'MinutesApproved', data: { office: 'deputyChair', byBoth: false, ...message } });
    as(CHAIR)
      .given(...past)
      .when(message)
      .then(chairApproved);
  });

  it('after the meeting and not in the future', () => {
    as(CHAIR).given(scheduled).when(message).thenRefused('meeting.not-held');
    as(CHAIR).given(scheduled, heldOn24April).when({ on: '2026-04-23' }).thenRefused('meeting.approved-before-held');
    as(CHAIR).given(scheduled, heldOn24April).when({ on: '2026-05-05' }).thenRefused('meeting.approved-in-the-future');
  });

  it('and the answer says whether the other one is missing, without saying who', () => {
    const meeting = told(scheduled, heldOn24April, chairApproved);
    expect(approveMinutes.answer!(meeting, message, contextOf({ reference }))).toEqual({
      approvals: [{ office: 'chair', on: '2026-05-04' }],
      byBoth: false,
    });
  });
});
