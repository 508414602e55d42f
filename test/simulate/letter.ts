import type { Language } from '@rettidig/event-sourcing';
import type { Obligation } from './expected.js';
import type { ToldMail } from './ledger.js';
import type { Delivered } from './post.js';
import type { ToldTown } from './told.js';

/** Stands in everything that people write themselves: no mail holds any of that. */
export const SECRET = 'HEMMELIG';

/** A mail that came, with what it tells. */
export interface Letter {
  readonly mail: ToldMail;
  readonly delivered: Delivered;
  /** That of its reader. */
  readonly language: Language;
  /** What its items are about, as far as that is so. */
  readonly things: readonly Obligation[];
}

/** Sentences that stand in a mail only when something is so. */
const SAID: Readonly<Record<Language, { readonly repeated: string; readonly late: string }>> = {
  da: { repeated: 'Mailen er gentaget', late: 'og kommer for sent.' },
  en: { repeated: 'This mail is repeated', late: 'and is late.' },
};

/** What is wrong with the words of a mail: whether the right people are told of the right things is asked elsewhere. */
export function wrongInLetter(letter: Letter, told: ToldTown): string[] {
  const { mail, delivered, language } = letter;
  const text = inOneLine(delivered.text);
  const { repeated, late } = SAID[language];
  const isLate = mail.items.some((item) => item.late && !item.plannedLate);
  return [
    ...(text.includes(repeated) === mail.isRepeat ? [] : ['does not say that it is repeated, or says so']),
    ...(text.includes(late) === isLate ? [] : ['does not say that it is late, or says so']),
    ...(JSON.stringify(delivered).includes(SECRET) ? ['holds what somebody wrote'] : []),
    ...missingIn(letter, told, text),
    ...missingIn(letter, told, inOneLine(delivered.html.replace(/<[^>]+>/g, ' '))),
    ...(isNamed(letter, told) ? [] : [`has a subject of something else: ${delivered.subject}`]),
  ];
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Each thing is there, with its case and its days. */
function missingIn({ things, language }: Letter, told: ToldTown, text: string): string[] {
  const wanted = things.flatMap((one) => [
    ...numberOf(one, told),
    ...daysOf(one, told).map((day) => inWords(day, language)),
  ]);
  return [...new Set(wanted)].filter((words) => !text.includes(words)).map((words) => `does not say ${words}`);
}

/** The first thing by its case or its day, as a rule; what is only listed is counted. */
function isNamed({ things, language, delivered: { subject } }: Letter, told: ToldTown): boolean {
  const names = things.flatMap((one) => [
    ...numberOf(one, told),
    ...daysOf(one, told).map((day) => inWords(day, language)),
  ]);
  const isList = things.length > 1 && things.every(({ kind }) => kind === 'missOpen');
  return (
    names.length === 0 ||
    names.some((name) => subject.includes(name)) ||
    (isList && subject.endsWith(`: ${things.length}`))
  );
}

const numberOf = ({ changeId }: Obligation, { cases }: ToldTown): string[] =>
  changeId === undefined ? [] : [cases.get(changeId)!.number];

/** The day that it is about; of a meeting that changed also the one that it is on now and the one before. */
function daysOf({ kind, item, anchor, changeId }: Obligation, { cases, meetings }: ToldTown): string[] {
  if (kind === 'missOpen') return [cases.get(changeId!)!.duties.get(item.split('/')[0]!)!.miss!.on];
  if (kind !== 'meetingChanged') return [anchor];
  const { on, before } = meetings.get(item)!;
  return [anchor, on, before];
}

const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = { da: formatOf('da'), en: formatOf('en-GB') };
const known = new Map<string, string>();

function formatOf(locale: string): Intl.DateTimeFormat {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
}

/** `onsdag den 2. december 2026`, `Wednesday 2 December 2026`: as the machine knows it, not as the product does. */
function inWords(day: string, language: Language): string {
  const name = `${language} ${day}`;
  const words = known.get(name) ?? formats[language].format(new Date(day)).replace(',', '');
  known.set(name, words);
  return words;
}
