import { recorded } from '@rettidig/event-sourcing/testing';
import { meetingOf } from '@rettidig/meetings';
import { COMMITTEE, MEETING, ofMeeting, referenceOf } from '../testing/told.js';
import { invitationTo } from './meeting-invitation.js';

const called = ofMeeting('2026-01-05', 'MeetingScheduled', {
  ...{ committeeId: COMMITTEE, on: '2026-06-01', startsAt: '10:00', endsAt: '12:00', extraordinary: false },
});
const movedOn = (day: string, to: string, hours: object = {}) =>
  ofMeeting(day, 'MeetingMoved', { from: '2026-06-01', to, ...hours, reason: 'Ferie' });
const cancelled = ofMeeting('2026-01-09', 'MeetingCancelled', { reason: 'Ferie' });

/** What stands in the file, field by field. */
const fieldsOf = (...given: ReturnType<typeof ofMeeting>[]) => fieldsFor(true, ...given);

function fieldsFor(isCalled: boolean, ...given: ReturnType<typeof ofMeeting>[]) {
  const { content, method } = invitationTo({
    isCalled,
    meeting: meetingOf(referenceOf(recorded(given)).meetings, MEETING)!,
    ...{ committee: 'HovedMED', language: 'da', attendee: 'bo@eksempel.dk', publicUrl: 'https://med.example' },
    organizer: { name: 'Rettidig', address: 'rettidig@eksempel.dk' },
  });
  const field = (name: string) => new RegExp(`^${name}[^:\r\n]*:(.*)$`, 'm').exec(content.replace(/\r\n /g, ''))?.[1];
  expect(field('METHOD')?.trim()).toBe(method);
  expect(field('STATUS')?.trim()).toBe(method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED');
  return ['METHOD', 'UID', 'SEQUENCE', 'DTSTART', 'DTEND', 'URL'].map((name) => field(name)?.trim());
}

describe('a meeting in the calendar of its members', () => {
  const url = `https://med.example/meetings/${MEETING}`;

  it('is one entry whatever becomes of it: each change of day or hour, and its end, is a new version', () => {
    const later = movedOn('2026-01-07', '2026-06-08', { startsAt: '13:00', endsAt: '15:00' });
    const hours = ofMeeting('2026-01-08', 'MeetingMoved', { ...later.data, from: '2026-06-08', startsAt: '14:00' });
    const at = (sequence: string, start: string, end: string, method = 'REQUEST') => [
      ...[method, MEETING, sequence, `2026060${start}00Z`, `2026060${end}00Z`, url],
    ];
    expect(fieldsOf(called)).toEqual(at('0', '1T0800', '1T1000'));
    expect(fieldsOf(called, later)).toEqual(at('1', '8T1100', '8T1300'));
    expect(fieldsOf(called, later, hours)).toEqual(at('2', '8T1200', '8T1300'));
    expect(fieldsOf(called, later, hours, cancelled)).toEqual(at('3', '8T1200', '8T1300', 'CANCEL'));
  });

  it('leaves the calendar of whoever does not come to it any more, and of nobody else', () => {
    const later = movedOn('2026-01-07', '2026-06-08', { startsAt: '13:00' });
    const both = [called, later];
    const meeting = meetingOf(referenceOf(recorded(both)).meetings, MEETING)!;
    const methodFor = (isCalled: boolean) =>
      invitationTo({
        ...{ meeting, isCalled, committee: 'HovedMED', language: 'da', attendee: 'bo@eksempel.dk' },
        ...{ publicUrl: 'https://med.example', organizer: { name: 'Rettidig', address: 'rettidig@eksempel.dk' } },
      }).content;
    // The same meeting, one after the other: what is kept of the one is not given to the other.
    expect([true, false, true].map((one) => /METHOD:(\w+)/.exec(methodFor(one))?.[1])).toEqual([
      ...['REQUEST', 'CANCEL', 'REQUEST'],
    ]);
    expect(fieldsFor(false, ...both).slice(0, 3)).toEqual(['CANCEL', MEETING, '1']);
  });

  it('is all of a day of which nobody said the hours', () => {
    const [, , , start, end] = fieldsOf(called, movedOn('2026-01-07', '2026-06-08'));
    expect([start, end]).toEqual(['20260608', undefined]);
  });
});
