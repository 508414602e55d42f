import type { Text } from '@rettidig/event-sourcing';
import { inLanguage } from '../page/in-language.js';

/** Every sentence of the outbox's pages in both languages. */
const words = {
  outbox: { da: 'Udbakke', en: 'Outbox' },
  lead: {
    da: 'Der er ingen mailserver (SMTP_URL), så mails bliver lagt her i stedet for at blive sendt. Hver af dem er de samme bytes, som serveren ville få.',
    en: 'There is no mail server (SMTP_URL), so mails are put here instead of being sent. Each is the very bytes that the server would get.',
  },
  none: {
    da: 'Der er ingen mails endnu. Påmindelser bliver skrevet på arbejdsdage fra kl. 7, og det, der haster, nogle minutter efter, at det er sket. I weekender, på helligdage og på lukkedage bliver der kun skrevet om møder, der ændres.',
    en: 'There are no mails yet. Reminders are written on workdays from 7 in the morning, and what is urgent some minutes after it happened. On weekends, holidays and closing days only changed meetings are written about.',
  },
  noneHere: { da: 'Så langt går udbakken ikke.', en: 'The outbox does not go so far.' },
  total: { da: 'Mails i alt:', en: 'Mails in all:' },
  subject: { da: 'Emne', en: 'Subject' },
  to: { da: 'Til', en: 'To' },
  date: { da: 'Skrevet', en: 'Written' },
  repeat: { da: 'gentagelse nr.', en: 'repeat no.' },
  newer: { da: 'Nyere mails', en: 'Newer mails' },
  older: { da: 'Ældre mails', en: 'Older mails' },
  pages: { da: 'Sider', en: 'Pages' },
  backToList: { da: 'Tilbage til udbakken', en: 'Back to the outbox' },
  backToPage: { da: 'Til forsiden', en: 'To the front page' },
  download: { da: 'Hent mailen som fil (.eml)', en: 'Download the mail as a file (.eml)' },
  headers: { da: 'Headere', en: 'Headers' },
  header: { da: 'Header', en: 'Header' },
  value: { da: 'Værdi', en: 'Value' },
  text: { da: 'Ren tekst', en: 'Plain text' },
  html: { da: 'HTML', en: 'HTML' },
  calendar: { da: 'Kalenderfil', en: 'Calendar file' },
} satisfies Record<string, Text>;

/** The sentences in one language. */
export const wordsIn = inLanguage(words);
