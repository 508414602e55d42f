import type { Language, Text } from '@rettidig/event-sourcing';
import {
  meetingCalendar,
  type CalendarAttendee,
  type CalendarEntry,
  type CalendarTime,
  type MailCalendar,
} from '@rettidig/mail';
import type { MeetingState } from '@rettidig/meetings';
import { instantAt } from '@rettidig/vocabulary';
import type { Receiver } from '../receivers.js';
import { urlOfMeeting } from './links.js';

/** With what a meeting is put into a calendar. */
export interface Invitation {
  readonly meeting: MeetingState;
  readonly committee: string;
  readonly language: Language;
  readonly attendee: string;
  /** As it stands in the sender of mails. */
  readonly organizer: { readonly name: string; readonly address: string };
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** False of somebody who was told of the meeting and does not come to it any more: it leaves their calendar. */
  readonly isCalled: boolean;
}

/** Whether somebody who is told of a meeting comes to it, or hears of it only because they were told before. */
export const isCalled = ({ as }: Pick<Receiver, 'as'>): boolean => as.some((one) => one !== 'toldBefore');

const text = (da: string, en: string): Text => ({ da, en });
const words = {
  meeting: text('Møde i', 'Meeting of'),
  agenda: text('Se dagsordenen på siden.', 'See the agenda on the page.'),
};

/** The meeting for the receiver's calendar: the same entry in every mail, changed or taken away by the later one. */
export function invitationTo(invitation: Invitation): MailCalendar {
  return { method: methodOf(invitation), content: calendarFor(invitation)({ address: invitation.attendee }) };
}

const methodOf = ({ meeting, isCalled }: Invitation) =>
  meeting.status === 'cancelled' || !isCalled ? 'CANCEL' : 'REQUEST';

type CalendarFor = (attendee: CalendarAttendee) => string;

const calendars = new WeakMap<MeetingState, Map<string, CalendarFor>>();

/** Written once for all who are asked to the meeting as it is: one that changes is another one. */
function calendarFor(invitation: Invitation): CalendarFor {
  const { meeting, committee, language, organizer, publicUrl } = invitation;
  const method = methodOf(invitation);
  const known = calendars.get(meeting) ?? new Map<string, CalendarFor>();
  const name = JSON.stringify([method, committee, language, organizer.name, organizer.address, publicUrl]);
  const calendar =
    known.get(name) ??
    meetingCalendar({
      ...meetingEntry({ meeting, committee, language }),
      ...{ method, isCancelled: method === 'CANCEL' },
      description: words.agenda[language],
      url: urlOfMeeting(meeting.meetingId, { publicUrl, language }),
      organizer,
    });
  calendars.set(meeting, known.set(name, calendar));
  return calendar;
}

/** The meeting in anybody's calendar, in a mail or in a feed: known by its id, so that both are one entry. */
export const meetingEntry = ({
  meeting,
  committee,
  language,
}: Pick<Invitation, 'meeting' | 'committee' | 'language'>): CalendarEntry => ({
  uid: meeting.meetingId,
  sequence: meeting.changes,
  stampedAt: meeting.changedAt,
  isCancelled: meeting.status === 'cancelled',
  when: timeOf(meeting),
  summary: `${words.meeting[language]} ${committee}`,
});

/** All of its day where nobody said the hours. */
function timeOf({ on, hours: { startsAt, endsAt } }: MeetingState): CalendarTime {
  if (startsAt === undefined) return { on };
  return { startsAt: instantAt(on, startsAt), endsAt: endsAt === undefined ? null : instantAt(on, endsAt) };
}
