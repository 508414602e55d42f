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
  timeOf({ about: { meetingId: MEETING } }, { reference: referenceOf(recorded(given)), language });

describe('when a meeting is', () => {
  it('is said by the clock, where it is known', () => {
    expect(said('da', called(timed))).toEqual(['Mødet er kl. 10.00–12.00.']);
    expect(said('en', called({ startsAt: '10:00' }))).toEqual(['The meeting is at 10:00.']);
  });

  it('is asked of the secretariat where no time is recorded for its day', () => {
    const moved = ofMeeting('2026-01-06', 'MeetingMoved', { from: '2026-06-01', to: '2026-06-08', reason: 'Ferie' });
    expect(said('da', called())).toEqual([expect.stringContaining('spørg sekretariatet')]);
    expect(said('da', called(timed), moved)).toEqual([expect.stringContaining('spørg sekretariatet')]);
  });

  it('is nothing of a meeting that is cancelled', () => {
    expect(said('da', called(timed), ofMeeting('2026-01-06', 'MeetingCancelled', { reason: 'Ferie' }))).toEqual([]);
  });
});
