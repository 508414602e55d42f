import type { Language, Text } from '@rettidig/event-sourcing';
import { agreedFor } from '../reminder-steps.js';
import type { MailContent, MailLine, MailSection } from '@rettidig/mail';
import type { MailItem } from '../due.types.js';
import { factsOf, filled, type Facts, type WordsOf } from '../texts/facts.js';
import { kindTexts, saidOf } from '../texts/kind-texts.js';
import type { KindText } from '../texts/texts.types.js';
import { repeatedWhy, whyOf } from '../texts/why.js';
import { linkOf, startOf } from './links.js';

/** What a mail is written with. */
export interface Letter extends WordsOf {
  readonly items: readonly MailItem[];
  /** Sentences that only this item has: what would still save a case, what stands on an agenda. */
  readonly moreOf: (item: MailItem) => readonly string[];
  readonly isRepeat: boolean;
  /** Where the pages are, without a slash at its end. */
  readonly publicUrl: string;
}

/** An item with what is said of it. */
interface Told {
  readonly item: MailItem;
  readonly text: KindText;
  readonly facts: Facts;
  readonly subject: string;
  readonly lead: string;
}

const word = (da: string, en: string): Text => ({ da, en });
const words = {
  case: word('Sag', 'Case'),
  unit: word('Enhed', 'Unit'),
  committee: word('MED-udvalg', 'Committee'),
  meeting: word('Møde', 'Meeting'),
  more: word('mere', 'more'),
  deadline: word('frist mere', 'more deadline'),
  deadlines: word('frister mere', 'more deadlines'),
  footer: word(
    'Sendt af Rettidig. Titler og begrundelser står aldrig i mails; dem ser du på siden.',
    'Sent by Rettidig. Titles and reasons never stand in mails; you see them on the page.',
  ),
};

/** The subject and content of a mail about one thing or several, in the order in which they were put. */
export function composedMail(letter: Letter): { readonly subject: string; readonly content: MailContent } {
  const { items, language, isRepeat } = letter;
  const told = items.map((item) => toldOf(item, letter));
  const [first] = told as [Told];
  const isOne = told.length === 1;
  const subject = isOne ? first.subject : subjectOfMany(told, letter);
  const why = [
    ...new Set([...(isRepeat ? [repeatedWhy(language)] : []), ...items.flatMap((one) => whyOf(one, letter))]),
  ];
  return {
    subject,
    content: {
      heading: subject,
      lead: isOne ? first.lead : leadOfMany(told, letter),
      sections: isOne ? [sectionOf([first], letter, true)] : sectionsOf(told, letter),
      link: isOne ? linkOf(first.item, first.text.page, letter) : startOf(letter),
      why,
      footer: words.footer[language],
    },
  };
}

function toldOf(item: MailItem, letter: Letter): Told {
  const text = kindTexts[item.kind];
  if (!text) throw new Error(`the kind ${item.kind} has no text`);
  const facts = factsOf(item, letter);
  const { subject, lead } = saidOf(text, item.about.code, item.anchor < letter.today);
  const { language } = letter;
  return { item, text, facts, subject: filled(subject[language], facts), lead: filled(lead[language], facts) };
}

/** The most pressing thing and how many more: `Sag 2026-0012: aflever … senest fredag den 5. juni 2026 (uge 23) – og 2 frister mere`. */
function subjectOfMany([first, ...more]: readonly Told[], { language }: Letter): string {
  const { text } = first!;
  if (text.listed && more.every((one) => one.text === text))
    return `${text.listed.title[language]}: ${more.length + 1}`;
  const areDeadlines = [first!, ...more].every(({ text }) => text.isDeadline);
  const [one, several] = areDeadlines ? [words.deadline, words.deadlines] : [words.more, words.more];
  const rest = `${more.length} ${(more.length === 1 ? one : several)[language]}`;
  return word(`${first!.subject} – og ${rest}`, `${first!.subject} – and ${rest}`)[language];
}

const leadOfMany = ([first]: readonly Told[], { language }: Letter): string =>
  word(`Mest presserende: ${first!.lead}`, `Most urgent: ${first!.lead}`)[language];

/** Two things that are called the same are counted. */
function sectionsByCase(told: readonly Told[], letter: Letter): MailSection[] {
  const sections = byCase(told).map((some) => sectionOf(some, letter, false));
  const places = new Map<string, number>();
  return sections.map((section) => {
    const { title = '' } = section;
    const all = sections.filter((other) => other.title === title).length;
    const place = (places.get(title) ?? 0) + 1;
    places.set(title, place);
    const of = word(`${title} (${place} af ${all})`, `${title} (${place} of ${all})`)[letter.language];
    return all === 1 ? section : { ...section, title: of };
  });
}

/** By case and meeting; what is only listed comes last, each kind under one title. */
function sectionsOf(told: readonly Told[], letter: Letter): MailSection[] {
  const lists = new Set(told.flatMap(({ text }) => (text.listed ? [text] : [])));
  return [
    ...sectionsByCase(
      told.filter(({ text }) => !text.listed),
      letter,
    ),
    ...[...lists].map((list) =>
      listOf(
        told.filter(({ text }) => text === list),
        letter,
      ),
    ),
  ];
}

function listOf(told: readonly Told[], letter: Letter): MailSection {
  const [first] = told as [Told];
  const { language } = letter;
  const { title, line: said } = first.text.listed!;
  return {
    title: `${title[language]}: ${told.length}`,
    text: todoOf(first, letter),
    lines: told.map(({ item, facts }) => ({
      label: `${words.case[language]} ${item.number ?? facts.number}`,
      value: filled(said[language], facts),
    })),
  };
}

/** One after the other, where a case or meeting first comes up. */
function byCase(told: readonly Told[]): Told[][] {
  const groups = new Map<string, Told[]>();
  for (const one of told) {
    const { changeId, meetingId } = one.item.about;
    const name = changeId ?? meetingId ?? one.item.key;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups.values()];
}

/** A single thing was said in the lead already. */
function sectionOf(told: readonly Told[], letter: Letter, isOnly: boolean): MailSection {
  const [first] = told as [Told];
  const { item, text, facts } = first;
  const { language } = letter;
  const paragraphs = told.map((one) => [
    ...(isOnly ? [] : [one.lead]),
    ...letter.moreOf(one.item),
    todoOf(one, letter),
  ]);
  return {
    ...(!isOnly && { title: titleOf(first, language) }),
    text: onceEach(paragraphs, language).join('\n'),
    lines: [
      ...(item.number === null ? [] : [line(words.case, caseIn(item, facts), language)]),
      ...(item.about.unitId ? [line(words.unit, facts.unit, language)] : []),
      ...(item.about.committeeId ? [line(words.committee, facts.committee, language)] : []),
      ...(item.about.meetingId && item.about.meetingId !== item.item
        ? [line(words.meeting, facts.meetingDay, language)]
        : []),
      ...once(told.map((one) => line(one.text.dayLabel, one.facts.day, language))),
    ],
    ...(!isOnly && { link: linkOf(item, text.page, letter) }),
  };
}

/** What is said word for word of several things is said once, and of how many. */
function onceEach(paragraphs: readonly (readonly string[])[], language: Language): string[] {
  const counts = new Map<string, number>();
  for (const paragraph of paragraphs) {
    const said = paragraph.join('\n');
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts].map(([said, count]) =>
    count === 1
      ? said
      : `${said}\n${word(`Det gælder ${count} forhold.`, `That goes for ${count} matters.`)[language]}`,
  );
}

const once = (lines: readonly MailLine[]): MailLine[] => [
  ...new Map(lines.map((one) => [`${one.label} ${one.value}`, one])).values(),
];

/** A municipality's own words, where it agreed on some. */
function todoOf({ item, text, facts }: Told, { reference, today, language }: Letter): string {
  const own = agreedFor(reference.reminderSteps, item.kind, today)?.text;
  return filled((own ?? text.todo)[language], facts);
}

const line = (label: Text, value: string, language: Language): MailLine => ({ label: label[language], value });

/** `2026-0143, Ændret organisering`; of what was agreed at a meeting only the number is known. */
const caseIn = ({ about }: MailItem, { number, kind }: Facts): string =>
  about.caseKind === undefined ? number : `${number}, ${kind}`;

/** What is about no case and no committee is called what a mail about it alone would be. */
function titleOf({ item, facts, subject }: Told, language: Language): string {
  const { number, about } = item;
  if (number !== null) return `${words.case[language]} ${caseIn(item, facts)}`;
  if (about.committeeId || about.meetingId) return facts.committee;
  return subject;
}
