import {
  foldLines,
  ICalAttendee,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator';
import type { CalendarAttendee, CalendarEntry, CalendarFeed, CalendarMeeting, CalendarTime } from './calendar.js';

/** Who made the file (RFC 5545, PRODID). */
const PRODUCT = '//Rettidig//Rettidig//DA';

/**
 * Writes an iCalendar object for each receiver of mails about one meeting: only their own line differs, and the rest is
 * written once. Its METHOD is the one that the part of the mail must name too. Times are UTC, without time zones of their
 * own, so that every program shows the receiver's local time.
 */
export function meetingCalendar(meeting: CalendarMeeting): (attendee: CalendarAttendee) => string {
  const { method, organizer } = meeting;
  const calendar = new ICalCalendar({ prodId: PRODUCT, method: methods[method] });
  const event = calendar.createEvent({
    ...eventOf({ ...meeting, isCancelled: meeting.isCancelled ?? method === 'CANCEL' }),
    organizer: { name: plain(organizer.name), email: organizer.address },
  });
  const text = textOf(calendar);
  const end = text.lastIndexOf(EVENT_ENDS);
  const [before, after] = [text.slice(0, end), text.slice(end)];
  return ({ address }) => {
    const attendee = new ICalAttendee(
      {
        email: oneLine(address),
        role: ICalAttendeeRole.REQ,
        // Nobody reads what comes back to the address that sends: an answer there would be taken for one that was given.
        ...(method === 'REQUEST' && { rsvp: false, status: ICalAttendeeStatus.NEEDSACTION }),
      },
      event,
    );
    return before + folded(attendee.toString()) + after;
  };
}

const EVENT_ENDS = 'END:VEVENT\r\n';
/** A line in lines of at most 75 bytes. The library counts the bytes of each character, which most addresses have one of. */
const folded = (line: string): string =>
  Buffer.byteLength(line) === line.length ? line.replace(/.{74}(?=.)/g, '$&\r\n ') : foldLines(line);

/** A calendar to subscribe to. The same entries are the same text, so that nothing is sent twice to who has it already. */
export function calendarFeed({ name, entries, refreshMinutes }: CalendarFeed): string {
  const calendar = new ICalCalendar({
    prodId: PRODUCT,
    method: ICalCalendarMethod.PUBLISH,
    name: oneLine(name),
    ttl: refreshMinutes * 60,
  });
  for (const entry of entries) calendar.createEvent(eventOf(entry));
  return textOf(calendar);
}

/** Every line has its end, the last one too. */
const textOf = (calendar: ICalCalendar): string => `${calendar.toString()}\r\n`;

const methods = {
  REQUEST: ICalCalendarMethod.REQUEST,
  CANCEL: ICalCalendarMethod.CANCEL,
  PUBLISH: ICalCalendarMethod.PUBLISH,
};

const eventOf = (entry: CalendarEntry): ICalEventData => ({
  id: entry.uid,
  sequence: entry.sequence,
  stamp: new Date(entry.stampedAt),
  ...timesOf(entry.when),
  summary: oneLine(entry.summary),
  status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  ...(entry.description !== undefined && {
    description: entry.description
      .split(/\r\n?|\n/)
      .map(oneLine)
      .join('\n'),
  }),
  ...(entry.url !== undefined && { url: new URL(entry.url).href }),
});

/** A day is given as UTC midnight: the library writes the UTC date of it, whatever the time zone of this machine. */
const timesOf = (when: CalendarTime): Pick<ICalEventData, 'end' | 'allDay' | 'transparency'> & { start: Date } =>
  'on' in when
    ? // A deadline on a day, or a meeting at an unknown hour, keeps nobody busy from morning to night.
      { start: new Date(`${when.on}T00:00:00Z`), allDay: true, transparency: ICalEventTransparency.TRANSPARENT }
    : { start: new Date(when.startsAt), ...(when.endsAt !== null && { end: new Date(when.endsAt) }) };

/** A label on one line: a line break in it would be read as the next property. */
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const oneLine = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();

/** What may stand in a parameter, which cannot hold a quotation mark (RFC 5545, 3.2). */
const plain = (name: string): string => oneLine(name).replace(/"/g, "'");
