import { standardClosingDays } from '@rettidig/calendar';
import type { RecordedEvent } from '@rettidig/event-sourcing';
import { evolve } from '@rettidig/event-sourcing';
import { metadata } from '@rettidig/event-sourcing/testing';
import { ruleBookDecider, ruleBookPart } from '../rule-book.js';
import type { RuleBookEvent } from '../rule-book.events.js';
import { id, organisationOf, threeLevels } from '../testing/structures.js';
import type { CountDays } from './count-days.js';
import { countDays } from './count-days.js';
import type { GetCalendar } from './get-calendar.js';
import { getCalendar } from './get-calendar.js';
import type { ListTimetables } from './list-timetables.js';
import { listTimetables } from './list-timetables.js';
import type { TimetableContext } from './timetable-rows.js';

const source = { kind: 'document', reference: 'Forretningsorden § 4' } as const;
const days = (count: number, kind: 'calendar' | 'workday' | 'weekdayInclSaturday' = 'calendar') => ({ count, kind });
const timetable = (committee: string, version: string, effectiveFrom: string, more: object = {}): RuleBookEvent => ({
  type: 'LocalTimetableAgreed',
  data: { timetable: { committeeId: id(committee), version, effectiveFrom, ...more } },
});

/** Recorded on 1, 2, 3 … April 2026. */
const events = (
  [
    timetable('HovedMED', '1', '2025-01-01', { itemsDue: days(21), materialDue: days(14), minimumMeetings: 4, source }),
    timetable('LokalMED Ungehjemmet', '1', '2026-01-01', { materialDue: days(1, 'workday') }),
    {
      type: 'PoliticalTimetableAgreed',
      data: { body: 'council', version: '1', effectiveFrom: '2026-01-01', recommendationDue: days(8, 'workday') },
    },
    timetable('HovedMED', '2', '2026-06-01', {}),
    {
      type: 'ClosingDaysAgreed',
      data: {
        closingDays: {
          ...standardClosingDays,
          version: '2026-2',
          effectiveFrom: '2026-07-01',
          yearly: [{ month: 12, day: 31 }],
          single: ['2026-10-16'],
          avoid: [{ week: 42 }],
        },
      },
    },
  ] as const
).map(
  (event, at) => ({ ...event, meta: metadata({ recordedAt: `2026-04-0${at + 1}T08:00:00.000Z` }) }) as RecordedEvent,
);

const context = (language: 'da' | 'en' = 'da') =>
  ({
    now: '2026-04-24T10:00:00.000Z',
    language,
    reference: {
      organisation: organisationOf(threeLevels),
      ruleBook: events.reduce((book, event) => evolve(ruleBookDecider, book, event), ruleBookPart.initial),
    },
    readStream: () => Promise.resolve(events),
  }) as unknown as TimetableContext;

const list = async (parameters: Partial<ListTimetables>, language?: 'da' | 'en') =>
  listTimetables.handle(parameters, context(language));
const versions = async (parameters: Partial<ListTimetables>) =>
  (await list(parameters)).items.map(({ name, version, inEffect }) => `${name} ${version}${inEffect ? ' *' : ''}`);

describe('the list of timetables', () => {
  it('says by whom, from when, which hold, and counts them', async () => {
    expect(await versions({})).toEqual([
      'HovedMED 2',
      'HovedMED 1 *',
      'kommunalbestyrelsen (Borgerrepræsentationen) 1 *',
      'LokalMED Ungehjemmet 1 *',
    ]);
    expect((await list({})).facets).toEqual({
      of: { committee: 3, politicalBody: 1 },
      inEffect: { true: 3, false: 1 },
    });
  });

  it('says what is agreed and what is not, in both languages, with where it stands', async () => {
    const main = (await list({ committee: id('HovedMED'), holdsOn: '2026-05-31' })).items[0]!;
    expect(main).toMatchObject({ itemsDue: days(21), minutesDue: null, body: null, source });
    expect(main.sentences).toEqual([
      'Punkter skal være inde senest 21 kalenderdage før mødet.',
      'Dagsorden og bilag skal sendes ud senest 14 kalenderdage før mødet.',
      'Referat: Frist ikke aftalt.',
      'Mindst 4 ordinære møder om året.',
    ]);
    const local = (await list({ committee: id('LokalMED Ungehjemmet') }, 'en')).items[0]!;
    expect(local.sentences[1]).toBe('Agenda and annexes must go out no later than 1 working day before the meeting.');
    const council = (await list({ body: 'council' })).items;
    expect(council.map(({ sentences }) => sentences)).toEqual([
      ['Indstillingen skal være inde senest 8 arbejdsdage før det politiske møde.'],
    ]);
  });

  it('is narrowed to a day and to what was known, and sorted', async () => {
    expect(await versions({ holdsOn: '2026-06-01', committee: id('HovedMED') })).toEqual(['HovedMED 2 *']);
    expect(await versions({ asOf: '2026-04-01' })).toEqual(['HovedMED 1 *']);
    expect(await versions({ sort: 'effectiveFrom', committee: id('HovedMED') })).toEqual([
      'HovedMED 1 *',
      'HovedMED 2',
    ]);
    expect((await versions({ sort: '-effectiveFrom' }))[0]).toBe('HovedMED 2');
  });

  it('comes in pages that belong to one question, and as a table', async () => {
    const first = await list({ limit: 3 });
    expect(await versions({ limit: 3, cursor: first.nextCursor! })).toEqual(['LokalMED Ungehjemmet 1 *']);
    await expect(list({ limit: 3, cursor: first.nextCursor!, body: 'council' })).rejects.toThrow('cursor.unknown');
    await expect(list({ cursor: 'x' })).rejects.toThrow('cursor.unknown');
    expect([...listTimetables.csv!.rows({}, context())][1]).toMatchObject({
      name: 'HovedMED',
      effectiveFrom: '01-01-2025',
      inEffect: 'ja',
    });
  });
});

describe('the calendar of a year', () => {
  const ask = async (parameters: GetCalendar, language?: 'da' | 'en') =>
    getCalendar.handle(parameters, context(language));

  it('has its holidays, closing days, weeks and workdays, each day judged by what is agreed for it', async () => {
    const year = await ask({});
    expect([year.year, year.version, year.weeks.length]).toEqual([2026, 'dk-1/2026-2', 53]);
    expect(year.closingDays.map(({ on, name }) => `${on} ${name}`)).toEqual([
      '2026-06-05 Grundlovsdag',
      '2026-10-16 Lukkedag',
      '2026-12-31 Nytårsaftensdag',
    ]);
    expect([year.workdays, year.months[9], year.weeks[41]]).toEqual([
      251,
      { month: 10, workdays: 21 },
      { week: 42, from: '2026-10-12', workdays: 4 },
    ]);
    expect(year.avoided).toEqual([12, 13, 14, 15, 16, 17, 18].map((day) => `2026-10-${day}`));
    expect(year.holidaysSource).toContain('CC BY-SA 3.0');
    expect(year.agreed.map(({ version }) => version)).toEqual(['standard', '2026-2']);
  });

  it('names days in both languages, and Store bededag until 2023', async () => {
    const prayer = (year: { holidays: { name: string; weekText: string }[] }) =>
      year.holidays.filter(({ name }) => /bededag|prayer/i.test(name)).map(({ weekText }) => weekText);
    expect(prayer(await ask({ year: 2023 }))).toEqual(['uge 18, 2023']);
    expect(prayer(await ask({ year: 2023 }, 'en'))).toEqual(['week 18, 2023']);
    expect(prayer(await ask({ year: 2024 }))).toEqual([]);
  });

  it('is what was known at the instant asked about', async () => {
    const before = await ask({ asOf: '2026-04-04' });
    expect([before.version, before.workdays]).toEqual(['dk-1/standard', 251]);
    expect(before.closingDays.map(({ on }) => on)).toEqual(['2026-06-05', '2026-12-24', '2026-12-31']);
  });
});

describe('a deadline worked out', () => {
  const ask = async (parameters: CountDays, language?: 'da' | 'en') => countDays.handle(parameters, context(language));

  it('says what is counted, what is not, and which days were skipped', async () => {
    expect(await ask({ from: '2026-04-10', days: -10, kind: 'workday' })).toEqual({
      on: '2026-03-24',
      strictOn: '2026-03-24',
      weekText: 'uge 13, 2026',
      version: 'dk-1/2026-2',
      skipped: [
        { on: '2026-04-02', name: 'Skærtorsdag', weekText: 'uge 14, 2026' },
        { on: '2026-04-03', name: 'Langfredag', weekText: 'uge 14, 2026' },
        { on: '2026-04-06', name: 'Anden påskedag', weekText: 'uge 15, 2026' },
      ],
      sentence: '24.03.2026 er 10 arbejdsdage før 10.04.2026. 10.04.2026 er ikke talt med, 24.03.2026 er.',
    });
    const english = await ask({ from: '2026-04-10', days: 14 }, 'en');
    expect([english.on, english.skipped]).toEqual(['2026-04-24', []]);
    expect(english.sentence).toMatch(/^2026-04-24 is 14 calendar days after 2026-04-10\./);
  });

  it('counts a month to the same date or the last, and keeps that when it goes on to a workday', async () => {
    const month = await ask({ from: '2026-01-31', months: 1, rollForward: 'true' });
    expect([month.strictOn, month.on]).toEqual(['2026-02-28', '2026-03-02']);
    expect(month.sentence).toMatch(/Den første derefter er 02\.03\.2026\.$/);
    expect((await ask({ from: '2026-01-31', months: 1 })).on).toBe('2026-02-28');
  });

  it('reaches beyond the days that facts may have, and refuses what is not clear', async () => {
    expect((await ask({ from: '1970-01-01', days: -366, kind: 'workday' })).on).toMatch(/^1968-/);
    expect((await ask({ from: '2100-12-31', days: 366, kind: 'workday' })).on).toMatch(/^2102-/);
    await expect(ask({ from: '2026-01-31' })).rejects.toThrow('rules.count-unclear');
    await expect(ask({ from: '2026-01-31', days: 1, months: 1 })).rejects.toThrow('rules.count-unclear');
  });
});
