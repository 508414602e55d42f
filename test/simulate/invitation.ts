import type { MailCalendar } from '@rettidig/mail';
import { instantAt } from '@rettidig/vocabulary';
import type { ToldMeeting } from './told-meeting.js';

/** Somebody who is told of a meeting. */
export interface Invited {
  readonly meeting: ToldMeeting;
  readonly address: string;
  /** They come to it: not told only because they were told before. */
  readonly isCalled: boolean;
}

/** What is wrong with what a mail about a meeting does to its reader's calendar. */
export function wrongInCalendar(calendar: MailCalendar | undefined, { meeting, address, isCalled }: Invited): string[] {
  if (!calendar) return ['brings nothing for the calendar'];
  const lines = new Set(calendar.content.replace(/\r\n[ \t]/g, '').split('\r\n'));
  const isOff = meeting.status === 'cancelled' || !isCalled;
  const method = isOff ? 'CANCEL' : 'REQUEST';
  const wanted = [
    `METHOD:${method}`,
    `UID:${meeting.meetingId}`,
    `SEQUENCE:${meeting.changes}`,
    `STATUS:${isOff ? 'CANCELLED' : 'CONFIRMED'}`,
    ...timesOf(meeting),
  ];
  const asked = [...lines].filter((line) => line.startsWith('ATTENDEE') && line.toLowerCase().endsWith(`:${address}`));
  return [
    ...(calendar.method === method ? [] : [`brings a calendar with ${calendar.method}, and it is ${method}`]),
    ...wanted.filter((line) => !lines.has(line)).map((line) => `brings a calendar without ${line}`),
    ...(asked.length === 1 ? [] : ['brings a calendar for somebody else']),
  ];
}

/** At the told hours in Copenhagen; all of its day where nobody said them. */
function timesOf({ on, hours: { startsAt, endsAt } }: ToldMeeting): string[] {
  if (startsAt === undefined) return [`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`];
  const at = (time: string): string => instantAt(on, time).replace(/[-:]|\.\d+/g, '');
  return [`DTSTART:${at(startsAt)}`, ...(endsAt === undefined ? [] : [`DTEND:${at(endsAt)}`])];
}
