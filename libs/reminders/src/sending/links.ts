import type { Language, Text } from '@rettidig/event-sourcing';
import type { MailLink } from '@rettidig/mail';
import type { ReminderItem } from '../due.types.js';
import type { KindText } from '../texts/texts.types.js';

const text = (da: string, en: string): Text => ({ da, en });
const words: Readonly<Record<KindText['page'], Text>> = {
  case: text('Åbn sagen', 'Open the case'),
  meeting: text('Åbn mødet', 'Open the meeting'),
  toAssess: text('Åbn listen til vurdering', 'Open the list to be assessed'),
  start: text('Åbn Rettidig', 'Open Rettidig'),
};

interface Place {
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly language: Language;
}

/** The page of what an item is about. */
export function linkOf(
  { number, about: { meetingId } }: ReminderItem,
  page: KindText['page'],
  { publicUrl, language }: Place,
): MailLink {
  const link = (what: KindText['page'], place: string): MailLink => ({
    text: words[what][language],
    url: `${publicUrl}/${place}`,
  });
  if (page === 'case' && number !== null) return link('case', `#case-${number}`);
  if (page === 'meeting' && meetingId) return link('meeting', `#meeting-${meetingId}`);
  if (page === 'toAssess') return link('toAssess', '#to-assess');
  return startOf(publicUrl, language);
}

/** Where everything begins. */
export const startOf = (publicUrl: string, language: Language): MailLink => ({
  text: words.start[language],
  url: `${publicUrl}/`,
});
