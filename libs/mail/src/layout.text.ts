import type { Language } from '@rettidig/event-sourcing';
import type { MailContent, MailLink, MailSection } from './content.js';
import { whyHeading } from './layout.words.js';

/** Characters of a line: readable in every program, also when it is quoted once or twice. */
const WIDTH = 72;

/** The plain text of a mail. */
export function textOf(content: MailContent, language: Language): string {
  const { heading, lead, sections, link, why, footer } = content;
  const blocks = [
    wrapped(heading),
    ...paragraphs(lead),
    ...sections.map(sectionOf),
    linkOf(link),
    [whyHeading[language], ...why.map((reason) => wrapped(reason, '- '))].join('\n'),
    ...paragraphs(footer),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const sectionOf = ({ title, text, lines, link }: MailSection): string =>
  [
    ...(title === undefined ? [] : [wrapped(title)]),
    ...(text === undefined ? [] : paragraphs(text)),
    ...lines.map(({ label, value }) => wrapped(`${label}: ${value}`, '- ')),
    ...(link === undefined ? [] : [linkOf(link)]),
  ].join('\n');

/** The address on a line of its own and never broken: programs make a link of it. */
const linkOf = ({ text, url }: MailLink): string => `${wrapped(`${text}:`)}\n${url}`;

const paragraphs = (text: string): string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => wrapped(line))
    .filter((line) => line !== '');

/** A paragraph in lines of at most `WIDTH`; a longer word stands alone. Lines after the first stand below its text. */
function wrapped(text: string, bullet = ''): string {
  const lines: string[] = [];
  let line = '';
  // A no-break space is no place to break at.
  for (const word of text.split(/[ \t\r\n]+/).filter((one) => one !== '')) {
    if (line !== '' && bullet.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  return lines.map((one, at) => (at === 0 ? bullet : ' '.repeat(bullet.length)) + one).join('\n');
}
