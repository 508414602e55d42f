import type { Language, Text, TokenRoute } from '@rettidig/event-sourcing';
import { unsubscriberOf } from './tokens.js';

const text = (da: string, en: string): Text => ({ da, en });
const words = {
  title: text('Daglig samlemail', 'Daily digest'),
  question: text(
    'Vil du afmelde den daglige samlemail? Mails om det, du selv skal nå, får du stadig.',
    'Do you want to end the daily digest? You still get mails about what you have to do in time.',
  ),
  button: text('Afmeld', 'Unsubscribe'),
  done: text(
    'Du får ikke længere den daglige samlemail. Mails om det, du selv skal nå, får du stadig. Du kan melde dig til igen under dine oplysninger.',
    'You no longer get the daily digest. You still get mails about what you have to do in time. You can have it again under your details.',
  ),
};

const HTML = 'text/html; charset=utf-8';

/**
 * Ends one's own digest (RFC 8058): a mail program sends the form by itself, a person sees a page with a button. To look at
 * the page changes nothing, because programs that look through mails follow every link.
 */
export const unsubscribe: TokenRoute = {
  name: 'Unsubscribe',
  path: '/mail-preferences/{token}/unsubscribe',
  tag: 'reminders',
  methods: {
    GET: { summary: text('Siden, hvor man afmelder samlemailen', 'The page to end the digest on'), mediaType: HTML },
    POST: { summary: text('Afmeld samlemailen', 'End the digest'), mediaType: HTML },
  },
  answer: async ({ method, token, language }, { privateStore }) => {
    const personId = await unsubscriberOf(privateStore, token);
    const contact = personId && (await privateStore.contacts([personId])).get(personId);
    if (!contact) return null;
    if (method === 'POST') await privateStore.keepContact(personId, { notices: 'none' });
    return { body: page(language ?? contact.language, method === 'POST') };
  },
};

/** Nothing of it comes from outside. It works without style sheets and scripts. */
function page(language: Language, isDone: boolean): string {
  const say = (one: Text): string => one[language];
  const form = `<form method="post"><button type="submit">${say(words.button)}</button></form>`;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${say(words.title)} – Rettidig</title>`,
    `</head><body><main><h1>${say(words.title)}</h1><p>${say(isDone ? words.done : words.question)}</p>`,
    `${isDone ? '' : form}</main></body></html>\n`,
  ].join('');
}
