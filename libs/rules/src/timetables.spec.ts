import { plusDays, standardClosingDays } from '@rettidig/calendar';
import { evolve } from '@rettidig/event-sourcing';
import { metadata } from '@rettidig/event-sourcing/testing';
import type { RuleBook } from './rule-book.js';
import { ruleBookDecider, ruleBookKnownAt, ruleBookPart } from './rule-book.js';
import type { RuleBookEvent } from './rule-book.events.js';
import { id } from './testing/structures.js';
import { calendarIn, politicalTimetableOn, timelinessTargetOn, timetableOn } from './timetables.js';

/** A rule book with events recorded on 1, 2, 3 … March 2026. */
const bookOf = (...events: readonly RuleBookEvent[]): RuleBook =>
  events.reduce(
    (book, event, at) =>
      evolve(ruleBookDecider, book, { ...event, meta: metadata({ recordedAt: `2026-03-0${at + 1}T08:00:00.000Z` }) }),
    ruleBookPart.initial,
  );

const closed = (version: string, effectiveFrom: string, ...single: readonly string[]): RuleBookEvent => ({
  type: 'ClosingDaysAgreed',
  data: { closingDays: { ...standardClosingDays, version, effectiveFrom, single } },
});
const timetable = (committee: string, version: string, effectiveFrom: string): RuleBookEvent => ({
  type: 'LocalTimetableAgreed',
  data: { timetable: { committeeId: id(committee), version, effectiveFrom } },
});
const wanted = (version: string, effectiveFrom: string): RuleBookEvent => ({
  type: 'PoliticalTimetableAgreed',
  data: {
    body: 'socialCommittee',
    version,
    effectiveFrom,
    recommendationDue: { count: 14, kind: 'calendar' },
  },
});

describe('the calendar of a rule book', () => {
  const friday = '2027-05-07';

  it('is that of the product until closing days are agreed', () => {
    expect(calendarIn(bookOf()).version).toBe('dk-1/standard');
    expect(calendarIn(bookOf()).isClosingDay('2027-06-05')).toBe(true);
  });

  it('judges each day by the closing days in force on it', () => {
    const calendar = calendarIn(bookOf(closed('a', '2027-01-01', friday), closed('b', '2028-01-01', '2027-05-10')));
    expect(calendar.version).toBe('dk-1/b');
    expect([calendar.isWorkday(friday), calendar.isWorkday('2027-05-10')]).toEqual([false, true]);
    expect(plusDays(calendar, '2027-05-10', { count: -1, kind: 'workday' })).toBe('2027-05-05');
  });

  it('is made once, also for what was known when nothing has been agreed since', () => {
    const book = bookOf(closed('a', '2027-01-01'), timetable('HovedMED', '1', '2027-01-01'));
    expect(calendarIn(ruleBookKnownAt(book, '2026-03-01T08:00:00.000Z'))).toBe(calendarIn(book));
    expect(calendarIn(ruleBookKnownAt(book, '2026-03-01T07:59:59.999Z')).version).toBe('dk-1/standard');
  });
});

describe('the timetable of a day', () => {
  const book = bookOf(
    timetable('HovedMED', '1', '2026-01-01'),
    timetable('LokalMED', 'theirs', '2026-01-01'),
    timetable('HovedMED', '2', '2026-06-01'),
    timetable('HovedMED', '3', '2026-06-01'),
    wanted('p1', '2026-01-01'),
  );
  const on = (day: string, of = book) => timetableOn(of, id('HovedMED'), day)?.version;

  it('is that of the latest first day, of two the one agreed last; before them nothing is agreed', () => {
    expect([on('2025-12-31'), on('2026-05-31'), on('2026-06-01')]).toEqual([undefined, '1', '3']);
    expect(timetableOn(book, id('nowhere'), '2026-06-01')).toBeUndefined();
  });

  it('is what was known at the instant asked about', () => {
    expect(on('2026-06-01', ruleBookKnownAt(book, '2026-03-03T08:00:00.000Z'))).toBe('2');
    expect(on('2026-06-01', ruleBookKnownAt(book, '2026-03-02T08:00:00.000Z'))).toBe('1');
  });

  it('of a political body is its own', () => {
    expect(politicalTimetableOn(book, 'socialCommittee', '2026-06-01')?.version).toBe('p1');
    expect(politicalTimetableOn(book, 'council', '2026-06-01')).toBeUndefined();
    expect(politicalTimetableOn(book, 'manager', '2026-06-01')).toBeUndefined();
    const before = ruleBookKnownAt(book, '2026-03-05T07:59:59.999Z');
    expect(politicalTimetableOn(before, 'socialCommittee', '2026-06-01')).toBeUndefined();
  });
});

describe('a target of a rule book', () => {
  const target = (version: string, effectiveFrom: string): RuleBookEvent => ({
    type: 'TimelinessTargetAgreed',
    data: {
      kind: 'newService',
      interval: 'meetingToDecision',
      version,
      effectiveFrom,
      days: { count: 42, kind: 'calendar' },
    },
  });
  const which = { kind: 'newService', interval: 'meetingToDecision' } as const;

  it('is the one of its kind and interval that holds on the day, and none before the first', () => {
    const book = bookOf(target('1', '2026-01-01'), target('2', '2026-06-01'));
    const on = (day: string) => timelinessTargetOn(book, which, day)?.version;
    expect([on('2025-12-31'), on('2026-05-31'), on('2026-06-01')]).toEqual([undefined, '1', '2']);
    expect(timelinessTargetOn(book, { ...which, kind: 'other' }, '2026-06-01')).toBeUndefined();
    expect(timelinessTargetOn(book, { ...which, interval: 'papersToMeeting' }, '2026-06-01')).toBeUndefined();
    expect(timelinessTargetOn(ruleBookKnownAt(book, '2026-03-01T09:00:00.000Z'), which, '2026-06-01')?.version).toBe(
      '1',
    );
  });
});
