import type { ContactShown, MailList } from '@rettidig/reminders';
import { dayInWords } from '@rettidig/vocabulary';
import type { Asking } from '../page/asking.js';
import { pathOf } from '../page/paths.js';
import { wordsIn } from '../page/words.js';
import type { ThingPage } from './thing.model.js';
import { thingWordsIn } from './thing.words.js';

/** Mails shown: the latest. */
const MOST_MAILS = 50;

/** How one person is reached, and which mails they got or did not. For those who keep the addresses. */
export async function loadPerson(id: string, asking: Asking): Promise<ThingPage> {
  const contact = await asking.ask<ContactShown>('GetContact', { personId: id });
  const mails = await asking.ask<MailList>('ListMails', { person: id, limit: MOST_MAILS });
  const name = (await asking.context.people([id])).get(id)?.name;
  const { language } = asking;
  const say = wordsIn(language);
  const word = thingWordsIn(language);
  return {
    language,
    path: `/people/${id}`,
    title: `${word('person')}: ${name ?? word('nameNotKnown')}`,
    notices: [],
    facts: [{ label: word('address'), value: [contact.address ?? word('noAddress')] }],
    parts: [
      {
        id: 'mails',
        heading: word('mails'),
        table: {
          headings: [word('about'), word('due'), say('state')],
          rows: mails.items.map(({ kindText, changeId, number, dueOn, stateText, whyText, answer }) => ({
            cells: [
              [
                kindText,
                ...(changeId && number ? [{ text: number, href: pathOf('changes', changeId, language) }] : []),
              ],
              [dayInWords(dueOn)],
              [stateText, ...(whyText ? [whyText] : []), ...(answer ? [answer] : [])],
            ],
          })),
        },
      },
    ],
  };
}
