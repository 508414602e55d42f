import type { Language, Text } from '@rettidig/event-sourcing';
import type { MailLink } from '@rettidig/mail';
import type { ReminderItem } from '../due.types.js';
import type { KindText } from '../texts/texts.types.js';

type Page = KindText['page'];

const text = (da: string, en: string): Text => ({ da, en });
const START = text('Åbn Rettidig', 'Open Rettidig');

type Thing = Pick<ReminderItem, 'item' | 'about'>;

/** What a page is about, and where it is: with the place on it, where it shows several of the kind. */
const pages: Readonly<Record<Page, { readonly open: Text; readonly path: (of: Thing) => string | null | undefined }>> =
  {
    case: {
      open: text('Åbn sagen', 'Open the case'),
      path: ({ about: { changeId } }) => changeId && pathOfCase(changeId),
    },
    meeting: {
      open: text('Åbn mødet', 'Open the meeting'),
      path: ({ about: { meetingId } }) => meetingId && pathOfMeeting(meetingId),
    },
    minutes: {
      open: text('Åbn mødet', 'Open the meeting'),
      path: ({ about: { meetingId } }) => meetingId && `${pathOfMeeting(meetingId)}#minutes`,
    },
    // One that is about several cases is told to the owner of each.
    followUp: {
      open: text('Åbn opfølgningen', 'Open the follow-up'),
      path: ({ item, about: { meetingId } }) =>
        meetingId && `${pathOfMeeting(meetingId)}#follow-up-${item.split('/')[0]!}`,
    },
    question: {
      open: text('Åbn spørgsmålet', 'Open the question'),
      path: ({ item }) => `possible-misses/${item}`,
    },
    seat: {
      open: text('Åbn udvalget', 'Open the committee'),
      path: ({ about: { committeeId, seatId } }) => committeeId && `committees/${committeeId}#seat-${seatId}`,
    },
    screening: {
      open: text('Åbn screeningen', 'Open the screening'),
      path: ({ item }) => `screening-forums/${item.replace('/', '#round-')}`,
    },
    receiver: {
      open: text('Åbn personen', 'Open the person'),
      path: ({ about: { personId } }) => personId && `people/${personId}`,
    },
  };

interface Place {
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly language: Language;
}

/** The page of what an item is about. */
export function linkOf(item: Thing, page: Page, place: Place): MailLink {
  const path = pages[page].path(item);
  if (!path) return startOf(place);
  return { text: pages[page].open[place.language], url: urlOf(path, place) };
}

/** Where everything begins. */
export const startOf = (place: Place): MailLink => ({ text: START[place.language], url: urlOf('', place) });

/** The page of a case. */
export const urlOfCase = (changeId: string, place: Place): string => urlOf(pathOfCase(changeId), place);

/** The page of a meeting. */
export const urlOfMeeting = (meetingId: string, place: Place): string => urlOf(pathOfMeeting(meetingId), place);

const pathOfCase = (changeId: string): string => `changes/${changeId}`;
const pathOfMeeting = (meetingId: string): string => `meetings/${meetingId}`;

/** Pages are Danish unless asked otherwise. */
function urlOf(path: string, { publicUrl, language }: Place): string {
  const [page, anchor] = path.split('#');
  return `${publicUrl}/${page}${language === 'en' ? '?lang=en' : ''}${anchor === undefined ? '' : `#${anchor}`}`;
}
