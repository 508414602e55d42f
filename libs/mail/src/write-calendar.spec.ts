import ICAL from 'ical.js';
import type { CalendarAttendee, CalendarMeeting } from './calendar.js';
import { calendarFeed, meetingCalendar as calendarsOf } from './write-calendar.js';

const meetingCalendar = ({ attendee, ...more }: CalendarMeeting & { readonly attendee: CalendarAttendee }): string =>
  calendarsOf(more)(attendee);

const meeting: CalendarMeeting & { readonly attendee: CalendarAttendee } = {
  uid: 'meeting.7f@rettidig.example',
  sequence: 2,
  stampedAt: '2026-01-05T08:00:00.000Z',
  method: 'REQUEST',
  when: { startsAt: '2026-10-24T12:00:00.000Z', endsAt: '2026-10-24T14:00:00.000Z' },
  summary: 'Møde i HovedMED; dagsorden, bilag',
  description: 'Første linje\nAnden linje',
  url: 'https://rettidig.example/moeder/7f?fra=mail&sprog=da',
  organizer: { name: 'Formand Jens "Jønne" Æbelø; MED-sekretariatet', address: 'med@kommune.example' },
  attendee: { address: 'jens@kommune.example' },
};

/** Read back by another library. */
function readBack(text: string): { calendar: ICAL.Component; events: ICAL.Component[] } {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents('vevent') };
}
const only = (text: string): ICAL.Component => {
  const { events } = readBack(text);
  expect(events).toHaveLength(1);
  return events[0]!;
};
const timeOf = (event: ICAL.Component, name: string): ICAL.Time => event.getFirstPropertyValue(name) as ICAL.Time;
const instant = (event: ICAL.Component, name: string): string => timeOf(event, name).toJSDate().toISOString();

/** No line longer than calendar programs must take, in bytes, and no line break but theirs. */
function isWellFolded(text: string): boolean {
  return (
    text.endsWith('END:VCALENDAR\r\n') &&
    text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))
  );
}

describe('a meeting for a calendar', () => {
  it('is read back as it was meant, by another library', () => {
    const text = meetingCalendar(meeting);
    const event = only(text);
    expect(isWellFolded(text)).toBe(true);
    expect(event.getFirstPropertyValue('uid')).toBe(meeting.uid);
    expect(event.getFirstPropertyValue('sequence')).toBe(2);
    expect(instant(event, 'dtstamp')).toBe(meeting.stampedAt);
    expect(event.getFirstPropertyValue('summary')).toBe(meeting.summary);
    expect(event.getFirstPropertyValue('description')).toBe(meeting.description);
    expect(event.getFirstPropertyValue('url')).toBe(meeting.url);
    expect(event.getFirstPropertyValue('organizer')).toBe('mailto:med@kommune.example');
    expect(event.getFirstProperty('organizer')!.getParameter('cn')).toBe(
      "Formand Jens 'Jønne' Æbelø; MED-sekretariatet",
    );
    expect(String(event.getFirstPropertyValue('attendee')).toLowerCase()).toBe('mailto:jens@kommune.example');
    expect(event.getFirstProperty('attendee')!.getParameter('rsvp')).toBe('FALSE');
  });

  it.each([
    ['REQUEST', 'CONFIRMED'],
    ['PUBLISH', 'CONFIRMED'],
    ['CANCEL', 'CANCELLED'],
  ] as const)('says %s for the whole and %s for the entry', (method, status) => {
    const { calendar, events } = readBack(meetingCalendar({ ...meeting, method }));
    expect(calendar.getFirstPropertyValue('method')).toBe(method);
    expect(events[0]!.getFirstPropertyValue('status')).toBe(status);
  });

  it('asks for an answer only where it invites', () => {
    const attendee = only(meetingCalendar({ ...meeting, method: 'PUBLISH' })).getFirstProperty('attendee')!;
    expect(attendee.getParameter('rsvp')).toBeUndefined();
  });

  it.each([
    ['the night the clock goes forward', '2027-03-28T00:59:00.000Z', '2027-03-28T01:01:00.000Z'],
    ['the first pass of the hour that comes twice', '2026-10-25T00:30:00.000Z', '2026-10-25T01:00:00.000Z'],
    ['its second pass', '2026-10-25T01:30:00.000Z', '2026-10-25T02:00:00.000Z'],
  ])('is UTC, so it cannot be an hour wrong: %s', (_, startsAt, endsAt) => {
    const text = meetingCalendar({ ...meeting, when: { startsAt, endsAt } });
    expect(text).not.toContain('TZID');
    const event = only(text);
    expect([instant(event, 'dtstart'), instant(event, 'dtend')]).toEqual([startsAt, endsAt]);
    expect(timeOf(event, 'dtstart').zone).toBe(ICAL.Timezone.utcTimezone);
  });

  it.each(['2026-10-25', '2027-03-28', '2028-02-29'])('is the whole day %s where nobody said a time', (on) => {
    const event = only(meetingCalendar({ ...meeting, when: { on } }));
    expect(timeOf(event, 'dtstart').isDate).toBe(true);
    expect(timeOf(event, 'dtstart').toString()).toBe(on);
    expect(event.getFirstProperty('dtend')).toBeNull();
    expect(event.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it('has no end where nobody said one', () => {
    const when = { startsAt: '2026-10-24T12:00:00.000Z', endsAt: null };
    expect(only(meetingCalendar({ ...meeting, when })).getFirstProperty('dtend')).toBeNull();
  });

  it('cannot be given properties by what people write', () => {
    const evil = 'Møde\r\nATTENDEE:mailto:evil@example\u0000\u0007 slut';
    const event = only(
      meetingCalendar({ ...meeting, summary: evil, organizer: { name: evil, address: 'a@b.example' } }),
    );
    expect(event.getAllProperties('attendee')).toHaveLength(1);
    expect(event.getFirstPropertyValue('summary')).toBe('Møde ATTENDEE:mailto:evil@example slut');
  });

  it('is the same text for the same meeting', () => {
    expect(meetingCalendar(meeting)).toBe(meetingCalendar({ ...meeting }));
  });

  it('differs between receivers in nothing but their own line, however long that is and whatever stands in it', () => {
    const { attendee: _attendee, ...more } = meeting;
    const calendarFor = calendarsOf(more);
    const addresses = [
      'a@b.dk',
      ...Array.from({ length: 12 }, (_, n) => `${'m'.repeat(8 + n)}@kommune.example`),
      `${'lang'.repeat(15)}@${'æble'.repeat(12)}.example`,
      "$&$'$`@kommune.example",
      'x@y.example\r\nATTENDEE:mailto:evil@example',
    ];
    const texts = addresses.map((address) => calendarFor({ address }));
    const others = texts.map((text) => {
      const event = only(text);
      event.removeAllProperties('attendee');
      return event.toString();
    });
    expect(new Set(others).size).toBe(1);
    expect(texts.every(isWellFolded)).toBe(true);
    expect(
      texts.map((text) =>
        only(text)
          .getAllProperties('attendee')
          .map((one) => one.getFirstValue()),
      ),
    ).toEqual(addresses.map((address) => [`MAILTO:${address.replace('\r\n', ' ')}`]));
  });
});

describe('a calendar to subscribe to', () => {
  const { method: _method, organizer: _organizer, attendee: _attendee, ...entry } = meeting;
  const feed = {
    name: 'Mine møder og frister',
    refreshMinutes: 90,
    entries: [
      entry,
      { ...entry, uid: 'deadline.1@rettidig.example', when: { on: '2026-12-02' }, summary: 'Punkter skal være inde' },
      { ...entry, uid: 'meeting.8@rettidig.example', isCancelled: true },
    ],
  };

  it('has every entry, and says its name and when to look again', () => {
    const text = calendarFeed(feed);
    const { calendar, events } = readBack(text);
    expect(isWellFolded(text)).toBe(true);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe(feed.name);
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H30M');
    expect(events.map((event) => [event.getFirstPropertyValue('uid'), event.getFirstPropertyValue('status')])).toEqual([
      ['meeting.7f@rettidig.example', 'CONFIRMED'],
      ['deadline.1@rettidig.example', 'CONFIRMED'],
      ['meeting.8@rettidig.example', 'CANCELLED'],
    ]);
  });

  it('is the same text for the same entries, and a calendar without any', () => {
    expect(calendarFeed(feed)).toBe(calendarFeed({ ...feed, entries: [...feed.entries] }));
    expect(readBack(calendarFeed({ ...feed, entries: [] })).events).toEqual([]);
  });
});
