import { recorded } from '@rettidig/event-sourcing/testing';
import { COMMITTEE, MEETING, ofMeeting, referenceOf } from '../testing/told.js';
import { timeOf } from './more-of.js';

const called = (times: object = {}) =>
  ofMeeting('2026-01-05', 'MeetingScheduled', {
    ...{ committeeId: COMMITTEE, on: '2026-06-01', extraordinary: false },
    ...times,
  });
const timed = { startsAt: '10:00', endsAt: '12:00' };
const said = (language: 'da' | 'en', ...given: ReturnType<typeof called>[]) =>
  told('meetingComing', language, ...given);
const told = (kind: string, language: 'da' | 'en', ...given: ReturnType<typeof called>[]) =>
  timeOf({ kind, about: { meetingId: MEETING } }, { reference: referenceOf(recorded(given)), language });
const movedTo = (to: string, hours: object = {}) =>
  ofMeeting('2026-01-06', 'MeetingMoved', { from: '2026-06-01', to, ...hours, reason: 'Ferie' });

describe('when a meeting is', () => {
  it('is said by the clock, where it is known', () => {
    expect(said('da', called(timed))).toEqual(['Mødet er kl. 10.00–12.00.']);
    expect(said('en', called({ startsAt: '10:00' }))).toEqual(['The meeting is at 10:00.']);
  });

  it('is asked of the secretariat where no time is recorded for its day, with what it was on the day before', () => {
    expect(said('da', called())).toEqual([expect.stringContaining('spørg sekretariatet')]);
    expect(said('da', called(timed), movedTo('2026-06-08'))).toEqual([
      'Klokkeslættet på den nye dag er ikke oplyst (på den gamle var det kl. 10.00–12.00); spørg sekretariatet.',
    ]);
  });

  it('is said of the new day where that is known, and to whoever is told of the change what it was before', () => {
    const later = { startsAt: '13:00', endsAt: '15:00' };
    expect(said('da', called(timed), movedTo('2026-06-08', later))).toEqual(['Mødet er kl. 13.00–15.00.']);
    expect(told('meetingChanged', 'da', called(timed), movedTo('2026-06-01', later))).toEqual([
      'Mødet er kl. 13.00–15.00 (før kl. 10.00–12.00).',
    ]);
    expect(told('meetingChanged', 'en', called(timed), movedTo('2026-06-08', timed))).toEqual([
      'The meeting is at 10:00–12:00.',
    ]);
  });

  it('is nothing of a meeting that is cancelled', () => {
    expect(said('da', called(timed), ofMeeting('2026-01-06', 'MeetingCancelled', { reason: 'Ferie' }))).toEqual([]);
  });
});
