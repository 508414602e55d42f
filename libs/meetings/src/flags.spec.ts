import type { DayCount } from '@rettidig/calendar';
import { recorded } from '@rettidig/event-sourcing/testing';
import { ruleBookPart } from '@rettidig/rules';
import { flagsOf } from './flags.js';
import type { MeetingEvent } from './meeting.events.js';
import { meetingOf, meetingsPart } from './meetings.js';
import { MAIN, reference } from './testing/main-committee.js';

const days = (count: number): DayCount => ({ count, kind: 'calendar' });

/** The flags of a meeting that each of these happened to at noon of a day, where fourteen days were agreed. */
function flags(agreed: object, ...happened: readonly (readonly [day: string, event: MeetingEvent])[]) {
  const timetable = { committeeId: MAIN, version: '1', effectiveFrom: '2026-01-01', ...agreed };
  const ruleBook = recorded([{ type: 'LocalTimetableAgreed', data: { timetable } }]).reduce(
    ruleBookPart.evolve,
    ruleBookPart.initial,
  );
  const events = happened.map(([day, event]) => ({
    ...event,
    stream: 'meeting-m',
    recordedAt: `${day}T10:00:00.000Z`,
  }));
  const meetings = recorded(events).reduce(meetingsPart.evolve, meetingsPart.initial);
  return flagsOf(meetingOf(meetings, 'm'), { ...reference, ruleBook });
}

const called: MeetingEvent = {
  type: 'MeetingScheduled',
  data: { committeeId: MAIN, on: '2026-04-24', extraordinary: false },
};
const movedTo = (to: string): MeetingEvent => ({ type: 'MeetingMoved', data: { from: '2026-04-24', to, reason: 'x' } });
const waived: MeetingEvent = {
  type: 'DeadlineWaived',
  data: { deadline: 'materialDue', office: 'chair', byBoth: true, on: '2026-04-11', reason: 'x' },
};

describe('a meeting without time for its papers', () => {
  const agreed = { materialDue: days(14) };

  it('is one that was called or moved when they should have been out already', () => {
    expect(flags(agreed, ['2026-04-10', called])).toEqual([]);
    expect(flags(agreed, ['2026-04-11', called])).toEqual(['noTimeForPapers']);
    expect(flags(agreed, ['2026-04-01', called], ['2026-04-14', movedTo('2026-04-17')])).toEqual(['noTimeForPapers']);
    expect(flags(agreed, ['2026-04-11', called], ['2026-04-14', movedTo('2026-05-08')])).toEqual([]);
  });

  it('is one whose papers must be there before the pre-meeting', () => {
    expect(flags({ ...agreed, preMeeting: days(16) }, ['2026-04-09', called])).toEqual(['noTimeForPapers']);
  });

  it('is none where nothing was agreed, or where chair and deputy chair let the deadline be', () => {
    expect(flags({}, ['2026-04-23', called])).toEqual([]);
    expect(flags(agreed, ['2026-04-11', called], ['2026-04-11', waived])).toEqual([]);
  });
});
