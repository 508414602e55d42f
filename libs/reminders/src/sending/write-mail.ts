import { type CheckContext, type Language, type PrivateStore, type ReadDatabase } from '@rettidig/event-sourcing';
import type { MailCalendar, MailMessage } from '@rettidig/mail';
import { meetingOf } from '@rettidig/meetings';
import { committeeName } from '@rettidig/organisation';
import { dayOf } from '@rettidig/vocabulary';
import type { ClaimedItem, MailAbout, MailItem } from '../due.types.js';
import type { RemindersReference } from '../kind.js';
import { unsubscribeUrls } from '../preferences/tokens.js';
import { isCalendarKind } from './calendar-kinds.js';
import type { ContactsOf } from './contacts-together.js';
import { writtenLetter } from './letters.js';
import { invitationTo, isCalled } from './meeting-invitation.js';
import { moreOf } from './more-of.js';

/** Where mails come from and lead to. */
export interface MailPlaces {
  /** Where the pages are. */
  readonly publicUrl: string;
  /** Who sends the mails, as in their header. */
  readonly from: { readonly name: string; readonly address: string };
}

/** One mail as it is claimed. */
export interface ClaimedMail {
  readonly mail: MailAbout;
  /** The id of its stream: its message id follows from it, so that a repeat is the same mail. */
  readonly mailId: string;
  readonly isRepeat: boolean;
}

/** What a mail is written from. */
export interface MailSources {
  readonly context: CheckContext<RemindersReference>;
  readonly reference: RemindersReference;
  readonly views: ReadDatabase;
  readonly privateStore: PrivateStore;
  readonly contactsOf: ContactsOf;
  readonly settings: MailPlaces;
}

/** The mail as it goes out, written from what is true now. Names and addresses are in it and nowhere else. */
export async function writtenMail({ mail, mailId, isRepeat }: ClaimedMail, sources: MailSources): Promise<MailMessage> {
  const { context, reference, views, privateStore, contactsOf, settings } = sources;
  const { to, items, lane } = mail;
  const contact = (await contactsOf([to])).get(to);
  if (!contact?.address) throw new Error('a receiver lost their address between check and sending');
  const { address, language } = contact;
  const publicUrl = settings.publicUrl.replace(/\/+$/, '');
  const names = await namesOf(items, privateStore);
  const more = await moreOf(items, { context, reference, views, language });
  const letter = writtenLetter({
    ...{ items: items.map(readOf), more, names },
    ...{ reference, language, publicUrl, isRepeat, today: dayOf(context.now) },
  });
  const calendar = calendarOf(items, { reference, language, publicUrl, attendee: address, organizer: settings.from });
  return {
    ...{ messageId: `<mail.${mailId}@${hostOf(publicUrl)}>`, to: { address } },
    ...letter,
    references: threadOf(items, hostOf(publicUrl)),
    ...(calendar && { calendar }),
    ...(lane === 'notice' && { unsubscribe: { url: (await unsubscribeUrls(privateStore, publicUrl))(to) } }),
  };
}

/** An item without what is only known to those who send it: what is left is the same for everybody who has its function. */
const readOf = ({ asked: _asked, of: _of, overtaken: _overtaken, ...item }: ClaimedItem): MailItem => item;

async function namesOf(items: readonly ClaimedItem[], privateStore: MailSources['privateStore']) {
  const ids = items.flatMap(({ substituteFor, about }) => [...substituteFor, about.personId ?? []].flat());
  if (ids.length === 0) return new Map<string, string>();
  const cards = await privateStore.people([...new Set(ids)]);
  return new Map([...cards].flatMap(([id, { name }]) => (name ? [[id, name] as const] : [])));
}

/** What mail programs put below each other: mails that are all about one case, or all about one meeting. */
function threadOf(items: readonly ClaimedItem[], host: string): string[] {
  const subjects = new Set(
    items.map(({ about, key }) =>
      about.changeId ? `case.${about.changeId}` : about.meetingId ? `meeting.${about.meetingId}` : key,
    ),
  );
  const [only] = subjects;
  return subjects.size === 1 && /^(case|meeting)\./.test(only!) ? [`<${only}@${host}>`] : [];
}

interface Calendared {
  readonly reference: RemindersReference;
  readonly language: Language;
  readonly publicUrl: string;
  readonly attendee: string;
  readonly organizer: MailPlaces['from'];
}

function calendarOf(items: readonly ClaimedItem[], { reference, ...more }: Calendared): MailCalendar | undefined {
  const item = items.find(({ kind }) => isCalendarKind(kind));
  const meeting = item?.about.meetingId ? meetingOf(reference.meetings, item.about.meetingId) : undefined;
  if (!item || !meeting) return undefined;
  const committee = committeeName(reference.organisation, meeting.committeeId) ?? 'MED';
  return invitationTo({ ...more, meeting, committee, isCalled: isCalled(item) });
}

/** The host of the pages, as the right side of message ids. */
const hostOf = (publicUrl: string): string => new URL(publicUrl).host.replace(/:/g, '.');
