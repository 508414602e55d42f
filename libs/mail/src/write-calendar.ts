import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator';
import type { CalendarEntry, CalendarFeed, CalendarMeeting, CalendarTime } from './calendar.js';

/** Who made the file (RFC 5545, PRODID). */
const PRODUCT = '//Rettidig//Rettidig//DA';

/**
 * An iCalendar object for one receiver of a mail. Its METHOD is the one that the part of the mail must name too. Times are
 * UTC, without time zones of their own, so that every program shows the receiver's local time.
 */
export function meetingCalendar(meeting: CalendarMeeting): string {
  const { method, organizer, attendee } = meeting;
  const calendar = new ICalCalendar({ prodId: PRODUCT, method: methods[method] });
  calendar
    .createEvent({
      ...eventOf({ ...meeting, isCancelled: meeting.isCancelled ?? method === 'CANCEL' }),
      organizer: { name: plain(organizer.name), email: organizer.address },
    })
    .createAttendee({
      email: attendee.address,
      ...(attendee.name !== undefined && { name: plain(attendee.name) }),
      role: ICalAttendeeRole.REQ,
      // A date to look at asks nobody for an answer.
      ...(method === 'REQUEST' && { rsvp: true, status: ICalAttendeeStatus.NEEDSACTION }),
    });
  return textOf(calendar);
}

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
  ...(entry.location !== undefined && { location: oneLine(entry.location) }),
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
