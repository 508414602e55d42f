import { recorded } from '@rettidig/event-sourcing/testing';
import { COMMITTEE, MEETING, ofMeeting, referenceOf } from '../testing/told.js';
import { formerDaysOf, moreOf, timeOf } from './more-of.js';

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
      'The meeting is from 10:00 to 12:00.',
    ]);
  });

  it('is nothing of a meeting that is cancelled', () => {
    expect(said('da', called(timed), ofMeeting('2026-01-06', 'MeetingCancelled', { reason: 'Ferie' }))).toEqual([]);
  });
});

describe('a meeting that was moved more than once', () => {
  const moved = (from: string, to: string, day: string) =>
    ofMeeting(day, 'MeetingMoved', { ...{ from, to, reason: 'Ferie' } });
  const twice = [
    called(),
    moved('2026-06-01', '2026-06-15', '2026-01-06'),
    moved('2026-06-15', '2026-06-16', '2026-01-07'),
  ];
  const former = (from: string, language: 'da' | 'en', ...given: ReturnType<typeof called>[]) =>
    formerDaysOf({ about: { meetingId: MEETING, from } }, { reference: referenceOf(recorded(given)), language });

  it('names every day that somebody may know it by and that its text does not name', () => {
    expect(former('2026-06-15', 'da', ...twice)).toEqual([
      'Mødet har tidligere været indkaldt til mandag den 1. juni 2026 (uge 23).',
    ]);
    const [third, cancelled] = [
      moved('2026-06-16', '2026-06-22', '2026-01-08'),
      ofMeeting('2026-01-09', 'MeetingCancelled', { reason: 'Ferie' }),
    ];
    expect(former('2026-06-22', 'en', ...twice, third, cancelled)).toEqual([
      expect.stringMatching(/^The meeting was called for .*1 June.*, .*15 June.*,? and .*16 June.* before\.$/),
    ]);
    expect(former('2026-06-01', 'da', ...twice.slice(0, 2))).toEqual([]);
  });

  it('tells whoever does not come any more just that, and asks them for nothing', async () => {
    const where = {
      ...{ reference: referenceOf(recorded(twice)), views: {} as never, language: 'da' as const },
      context: { now: '2026-01-07T09:00:00.000Z' } as never,
    };
    const item = { kind: 'meetingChanged', about: { meetingId: MEETING, from: '2026-06-15' } };
    const said = async (as: readonly string[]) => (await moreOf([{ ...item, as } as never], where))[0];
    expect((await said(['toldBefore']))!.at(-1)).toBe('Du er ikke længere blandt dem, der er indkaldt til mødet.');
    expect((await said(['toldBefore', 'members']))!.at(-1)).toContain('meld afbud');
  });
});
