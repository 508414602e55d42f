import type { CalendarEntry, ReadDocument } from './extract.js';
import { readDocument } from './read-document.js';

const event = (...lines: string[]): string =>
  ['BEGIN:VEVENT', 'UID:a1', 'SUMMARY:HovedMED', ...lines, 'END:VEVENT'].join('\r\n');
const read = (...events: string[]): Promise<ReadDocument> =>
  readDocument(Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n')), {});
const entriesOf = async (...events: string[]): Promise<readonly CalendarEntry[]> => {
  const { extract } = await read(...events);
  return extract.kind === 'calendar' ? extract.entries : [];
};
/** Day and times of every entry. */
const timesOf = async (...events: string[]): Promise<string[]> =>
  (await entriesOf(...events)).map(({ on, startsAt, endsAt }) => [on, startsAt, endsAt].filter(Boolean).join(' '));

describe('a calendar', () => {
  it('is read with its place and whether it was cancelled', async () => {
    const lines = ['DTSTART;TZID=Europe/Copenhagen:20260304T100000', 'DTEND;TZID=Europe/Copenhagen:20260304T120000'];
    expect(await entriesOf(event(...lines, 'LOCATION:Rådhuset\\, lokale 4', 'STATUS:CANCELLED'))).toEqual([
      {
        ...{ uid: 'a1', summary: 'HovedMED', on: '2026-03-04', startsAt: '10:00', endsAt: '12:00' },
        ...{ place: 'Rådhuset, lokale 4', cancelled: true },
      },
    ]);
  });

  it.each([
    ['UTC in winter', 'DTSTART:20260304T090000Z', 'DTEND:20260304T110000Z', '2026-03-04 10:00 12:00'],
    ['UTC in summer', 'DTSTART:20260604T090000Z', 'DURATION:PT90M', '2026-06-04 11:00 12:30'],
    [
      'the zone by its Windows name',
      'DTSTART;TZID=Romance Standard Time:20260604T090000',
      'DURATION:PT1H',
      '2026-06-04 09:00 10:00',
    ],
    ['another zone', 'DTSTART;TZID=GMT Standard Time:20260604T090000', 'DURATION:PT1H', '2026-06-04 10:00 11:00'],
    ['no zone', 'DTSTART:20260604T090000', 'DURATION:PT1H', '2026-06-04 09:00 10:00'],
    ['late UTC on the next day', 'DTSTART:20260604T230000Z', 'DURATION:PT1H', '2026-06-05 01:00 02:00'],
    ['a whole day', 'DTSTART;VALUE=DATE:20260604', 'DTEND;VALUE=DATE:20260605', '2026-06-04'],
  ])('understands %s', async (_, start, end, expected) => {
    expect(await timesOf(event(start, end))).toEqual([expected]);
  });

  it('writes out a series, without what is excepted and with what was moved', async () => {
    const series = event(
      'DTSTART;TZID=Europe/Copenhagen:20260304T100000',
      'DTEND;TZID=Europe/Copenhagen:20260304T120000',
      'RRULE:FREQ=MONTHLY;BYDAY=1WE;COUNT=4',
      'EXDATE:20260506T080000Z',
    );
    const moved = event('RECURRENCE-ID:20260401T080000Z', 'DTSTART:20260408T110000Z', 'DURATION:PT1H');
    expect(await timesOf(series, moved)).toEqual([
      '2026-03-04 10:00 12:00',
      '2026-04-08 13:00 14:00',
      '2026-06-03 10:00 12:00',
    ]);
    expect((await entriesOf(series, moved)).map(({ uid }) => uid)).toEqual([
      'a1 2026-03-04',
      'a1 2026-04-01',
      'a1 2026-06-03',
    ]);
  });

  it('follows an endless series for five years and says so', async () => {
    const { extract, warnings } = await read(event('DTSTART:20260304T100000', 'RRULE:FREQ=WEEKLY;BYDAY=WE'));
    const days = extract.kind === 'calendar' ? extract.entries.map(({ on }) => on) : [];
    expect([days.length, days[0], days.at(-1)]).toEqual([261, '2026-03-04', '2031-02-26']);
    expect(warnings).toEqual([{ code: 'document.series-cut', details: { years: 5, occurrences: 750 } }]);
    const daily = await read(event('DTSTART:20260304T100000', 'RRULE:FREQ=DAILY'));
    expect(daily.extract.kind === 'calendar' && daily.extract.entries.length).toBe(750);
  });

  it('follows an old series from the year before the file was made', async () => {
    const days = await timesOf(event('DTSTAMP:20260101T000000Z', 'DTSTART:20100304T100000', 'RRULE:FREQ=YEARLY'));
    expect([days[0], days.at(-1)]).toEqual(['2025-03-04 10:00', '2029-03-04 10:00']);
  });

  it('leaves out days that do not exist', async () => {
    const rule = 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29';
    expect(await timesOf(event('DTSTART:20260228T100000', rule))).toEqual(['2028-02-29 10:00']);
  });

  it('uses the zone that the file describes where its name means nothing', async () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Customized Time Zone', 'BEGIN:STANDARD', 'DTSTART:16010101T000000'],
      ...['TZOFFSETFROM:+0300', 'TZOFFSETTO:+0300', 'END:STANDARD', 'END:VTIMEZONE'],
    ].join('\r\n');
    const meeting = event('DTSTART;TZID=Customized Time Zone:20260304T120000', 'DURATION:PT1H');
    expect(await timesOf(zone, meeting)).toEqual(['2026-03-04 10:00 11:00']);
    await expect(read(meeting)).rejects.toMatchObject({
      code: 'document.calendar-time-unknown',
      details: { number: 1 },
    });
  });

  it.each([
    [
      'a rule that never comes true',
      'DTSTART:20260304T100000',
      'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'document.calendar-rule-unknown',
    ],
    [
      'a rule by the second',
      'DTSTART:20260304T100000',
      'RRULE:FREQ=SECONDLY;BYMONTH=1',
      'document.calendar-rule-unknown',
    ],
    [
      'an interval beyond all years',
      'DTSTART:20260304T100000',
      'RRULE:FREQ=WEEKLY;INTERVAL=100000000000',
      'document.calendar-rule-unknown',
    ],
    ['a day that does not exist', 'DTSTART:20260231T100000', 'DURATION:PT1H', 'document.calendar-time-unknown'],
    ['no time', 'LOCATION:x', 'DURATION:PT1H', 'document.calendar-time-unknown'],
  ])('is refused with %s', async (_, start, more, code) => {
    await expect(read(event(start, more))).rejects.toMatchObject({ code, status: 422 });
  });
});
