import type { Confidence } from './draft.js';
import { MONTH } from './dates.js';
import { isRow, together, type Line } from './lines.js';
import type { Notes } from './notes.js';

/** A line that begins like a point of the agenda: `1. …`, `2) …`, `Punkt 3: …`, `Ad 4. …`, `5` in a cell before its title. */
export interface Numbered {
  readonly at: number;
  readonly line: Line;
  readonly number: number;
  readonly title: string;
  /** Says by a word or as a heading that it is one. */
  readonly strong: boolean;
}

const NUMBERED =
  /^(?:(?<word>ad\.?|punkt|pkt\.?|dagsordenspunkt|sag(?:\s+nr\.?)?)\s*)?(?<number>\d{1,2})(?:\s*(?<mark>[.):]|[–—-](?=\s))\s*|\s+|$)(?<title>.*)$/iu;
const DATE = new RegExp(`^(?:${MONTH}|jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)(?![\\p{L}])`, 'iu');

/** A title as it is called: without the page number of a list of contents, who presents it, or a colon at its end. */
const titleOf = (text: string): string =>
  text
    .replace(/[\s.…]{4,}\d{1,3}$/u, '')
    .replace(/^[-–:.]\s*/u, '')
    .replace(/\s+v\/\s?\p{L}.*$/u, '')
    .replace(/\s*[:;]$/u, '')
    .trim();

export function numberedOf(line: Line, at: number): Numbered | undefined {
  const { word, number, mark, title = '' } = NUMBERED.exec(numberedText(line) ?? '')?.groups ?? {};
  // Not `Sag 12 blev …`, and no number with nothing behind it.
  const marked =
    word === undefined ? mark !== undefined && /\p{L}/u.test(title) : mark !== undefined || !/^sag/iu.test(word);
  if (!marked || Number(number) === 0 || isOther(title, line.text)) return undefined;
  return { at, line, number: Number(number), title: titleOf(title), strong: line.strong || word !== undefined };
}

/** The text that a number may begin; in a table the number has a cell of its own. */
function numberedText(line: Line): string | undefined {
  const [first = '', ...rest] = line.cells;
  if (!isRow(line)) return line.text;
  return ownNumber(first) ? `${first.replace(/[.):]$/u, '')}. ${rest.find(Boolean) ?? ''}` : undefined;
}

const ownNumber = (cell: string): boolean => /^(?:(?:ad|punkt|pkt\.?)\s*)?\d{1,2}[.):]?$/iu.test(cell);

/** In a table of number, title and minutes: the minutes, as a line of their own. */
export function minutesInRow(line: Line): Line | undefined {
  const [first = '', ...rest] = line.cells;
  const text = rest
    .slice(rest.findIndex(Boolean) + 1)
    .filter(Boolean)
    .join(' ');
  return isRow(line) && ownNumber(first) && text !== ''
    ? { ...line, cells: [text], text, strong: false, bullet: false }
    : undefined;
}

/** `12. marts 2026`, `3.2 Underpunkt`. */
const isOther = (title: string, text: string): boolean => DATE.test(title) || /^(?:\D{0,8})\d+\.\d/u.test(text);

const words = (title: string): string[] => title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export const sameTitle = (one: string, other: string): boolean => words(one).join(' ') === words(other).join(' ');

/** How much of two titles is the same, from 0 to 1, by their words. */
export function likeness(one: string, other: string): number {
  const [first, second] = [new Set(words(one)), new Set(words(other))];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(1, Math.min(first.size, second.size));
}

export interface AgendaEntry {
  readonly number: number;
  readonly title: string;
  readonly line: Line;
  readonly confidence: Confidence;
}

export interface Agenda {
  readonly entries: readonly AgendaEntry[];
  /** Where the head of the minutes ends and where their items may begin, as positions in the lines. */
  readonly headEnds: number;
  readonly itemsFrom: number;
}

const AGENDA =
  /^(?:(?:punkt|pkt\.?|nr\.?)(?: nr\.?)? (?:emne|titel|overskrift|sag|dagsordenspunkt|indhold)(?: (?:referat|beslutning|drøftelse|indhold|ansvarlig|beslutning og ansvarlig))*|dagsorden(?:en)?|dagsordenspunkter|punkter(?: på dagsordenen)?|indholdsfortegnelse|indhold|mødets dagsorden|dagsorden (?:for|til) .{3,60})\s*:?$/iu;
const MINUTES =
  /^(?:referat|beslutningsreferat|mødereferat|referat af (?:punkterne|drøftelserne)|referat fra mødet|beslutninger)\s*:?$/iu;

export const isSectionHeading = (text: string): boolean => AGENDA.test(text) || MINUTES.test(text);

/** The list of items before their minutes. Minutes with headings alone have none. */
export function agendaOf(lines: readonly Line[], notes: Notes): Agenda {
  const heading = lines.findIndex(
    (line, at) => AGENDA.test(line.text) && lines.slice(at + 1, at + 4).some((next) => numberedOf(next, 0)),
  );
  const numbered = lines.flatMap((line, at) => numberedOf(line, at) ?? []);
  const start = heading >= 0 ? heading + 1 : (startWithoutHeading(lines, numbered) ?? lines.length);
  const headEnds = heading >= 0 ? heading : start;
  const list = listFrom(lines, start);
  if (heading >= 0) notes.leave('heading', lines[heading]?.number ?? 0);
  if (list.entries.length < 2 || !goesOn(lines, list, numbered)) {
    notes.warn('minutes.agenda-missing');
    return { entries: [], headEnds, itemsFrom: start };
  }
  for (const line of list.lines) notes.read(...line.numbers);
  for (const { number, line } of list.twice) notes.warn('minutes.item-twice', line.number, { number });
  return { entries: list.entries, headEnds, itemsFrom: list.end };
}

/** Whether minutes follow a list: below a heading `Referat`, or its titles come again. */
const goesOn = (lines: readonly Line[], { entries, end }: List, numbered: readonly Numbered[]): boolean =>
  lines.slice(end, end + 3).some(({ text }) => MINUTES.test(text)) ||
  numbered.some(
    ({ at, number, title }) =>
      at >= end && entries.some((one) => one.number === number && (title === '' || likeness(one.title, title) >= 0.5)),
  );

/** The first item: one that counts from 1, or below a heading `Referat`. Participants may be numbered too. */
function startWithoutHeading(lines: readonly Line[], numbered: readonly Numbered[]): number | undefined {
  const looks = (title: string) => title.length > 3 && !/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:,|$)/u.test(title);
  const first = numbered.find(({ number, strong, title }) => number <= 2 && (strong || looks(title)));
  const heading = lines.findIndex(({ text }, at) => MINUTES.test(text) && at > 3);
  return first?.at ?? (heading >= 0 ? heading + 1 : numbered[0]?.at);
}

interface List {
  readonly entries: AgendaEntry[];
  readonly lines: Line[];
  /** Entries that stand twice. */
  readonly twice: { readonly number: number; readonly line: Line }[];
  end: number;
}

/** The entries from a line on, while their numbers rise; titles may run over lines. */
function listFrom(lines: readonly Line[], start: number): List {
  const list: List = { entries: [], lines: [], twice: [], end: start };
  while (list.end < lines.length && takes(list, lines)) list.end += 1;
  return list;
}

/** Takes the line at the end of the list, where it belongs to it. */
function takes(list: List, lines: readonly Line[]): boolean {
  const line = lines[list.end]!;
  const found = numberedOf(line, list.end);
  const last = list.entries.at(-1);
  if (found) return takesEntry(list, found, lines);
  const next = numberedOf(lines[list.end + 1] ?? line, 0)?.number;
  if (last && wraps(line, last)) {
    list.entries[list.entries.length - 1] = {
      ...last,
      title: together(last.title, titleOf(line.text)),
      confidence: 'likely',
    };
    list.lines.push(line);
    return true;
  }
  return last !== undefined && isAside(line) && next === last.number + 1;
}

function takesEntry(list: List, { number, title, line }: Numbered, lines: readonly Line[]): boolean {
  const last = list.entries.at(-1);
  if (number > (last?.number ?? 0)) {
    list.entries.push({ number, title, line, confidence: line.whole ? 'certain' : 'likely' });
    list.lines.push(line);
    return true;
  }
  const repeats = last !== undefined && number === last.number && sameTitle(title, last.title);
  if (!repeats || !lines.slice(list.end + 1, list.end + 4).some((next) => numberedOf(next, 0)?.number === number + 1))
    return false;
  list.twice.push({ number, line });
  list.lines.push(line);
  return true;
}

const wraps = (line: Line, last: AgendaEntry): boolean =>
  !isRow(line) &&
  !line.afterGap &&
  !line.bullet &&
  (/^\p{Ll}/u.test(line.text) || /(?:,| og| for| af| i| til)$/u.test(last.title)) &&
  line.text.length < 120 &&
  !/[.!?]$/u.test(line.text);

/** A remark between two entries: `- bilag 2.1`, `(15 min.)`. */
const isAside = (line: Line): boolean => line.bullet || /^\(|^bilag/iu.test(line.text);
