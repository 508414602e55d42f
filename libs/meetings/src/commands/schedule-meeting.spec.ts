import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import { AREA, CHAIR, MAIN, reference, scheduled, told } from '../testing/main-committee.js';
import { scheduleMeeting } from './schedule-meeting.js';

const called = { committeeId: MAIN, on: '2026-04-24', startsAt: '10:00', endsAt: '12:00' };
const flagsFor = (committeeId: string, on: string) => {
  const meeting = told(...decision(scheduleMeeting, { reference }).given().when({ committeeId, on }).decided());
  return scheduleMeeting.answer!(meeting, { committeeId, on }, contextOf({ reference }));
};

describe('a meeting is called', () => {
  it('for a committee that exists, ordinary unless told', () => {
    decision(scheduleMeeting, { reference }).given().when(called).then(scheduled);
  });

  it('not for a committee that was never established', () => {
    decision(scheduleMeeting, { reference })
      .given()
      .when({ ...called, committeeId: 'nobody' })
      .thenRefused('meeting.committee-unknown');
  });

  it('not to end before it starts', () => {
    decision(scheduleMeeting, { reference })
      .given()
      .when({ ...called, endsAt: '09:59' })
      .thenRefused('meeting.ends-before-it-starts');
  });

  it('for a long past day: old meetings are facts too', () => {
    decision(scheduleMeeting, { reference })
      .given()
      .when({ committeeId: MAIN, on: '2014-02-03' })
      .thenTypes('MeetingScheduled');
  });

  it('for a committee that is not in force on the day, but says so', () => {
    expect(flagsFor(MAIN, '2026-04-24')).toEqual({ flags: [] });
    expect(flagsFor(AREA, '2026-04-24')).toEqual({ flags: ['committeeNotInForce'] });
    expect(flagsFor(AREA, '2026-10-01')).toEqual({ flags: [] });
    expect(flagsFor(MAIN, '2025-12-31')).toEqual({ flags: ['committeeNotInForce'] });
  });

  it('with the offices of the actor in that committee, for the table of rights', () => {
    const context = contextOf({ reference, actor: { id: CHAIR, role: 'manager' } });
    expect(scheduleMeeting.resource!(undefined, called, context).offices).toContain('chair');
    expect(scheduleMeeting.resource!(undefined, { ...called, committeeId: AREA }, context).offices).toEqual([]);
  });
});
