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
  /^(?:(?<word>ad|punkt|pkt\.?|dagsordenspunkt|sag(?:\s+nr\.?)?)\s*)?(?<number>\d{1,2})(?:\s*(?<mark>[.):]|[–—-](?=\s))\s*|\s+|$)(?<title>.*)$/iu;
const DATE = new RegExp(`^(?:${MONTH}|jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)(?![\\p{L}])`, 'iu');

/** A title as it is called: without the dots and the page number of a list of contents, or a colon at its end. */
const titleOf = (text: string): string =>
  text
    .replace(/[\s.…]{4,}\d{1,3}$/u, '')
    .replace(/^[-–:.]\s*/u, '')
    .replace(/\s*[:;]$/u, '')
    .trim();

export function numberedOf(line: Line, at: number): Numbered | undefined {
  const [first = '', ...rest] = line.cells;
  const own = /^(?:(?:ad|punkt|pkt\.?)\s*)?\d{1,2}[.):]?$/iu.test(first);
  if (isRow(line) && !own) return undefined;
  const match = NUMBERED.exec(
    own && isRow(line) ? `${first.replace(/[.):]$/u, '')}. ${rest.filter(Boolean).join(' ')}` : line.text,
  );
  const { word, number, mark, title = '' } = match?.groups ?? {};
  if (!match || Number(number) === 0 || (word === undefined && mark === undefined)) return undefined;
  if (/^\d/u.test(title) && mark === '.' && /^\d+\.\d/u.test(line.text)) return undefined;
  if (DATE.test(title) || (word === undefined && !/\p{L}/u.test(title))) return undefined;
  if (word !== undefined && /^sag/iu.test(word) && mark === undefined) return undefined;
  return { at, line, number: Number(number), title: titleOf(title), strong: line.strong || word !== undefined };
}

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
  /^(?:dagsorden(?:en)?|dagsordenspunkter|punkter(?: på dagsordenen)?|indholdsfortegnelse|indhold|mødets dagsorden|dagsorden (?:for|til) .{3,60})\s*:?$/iu;
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
  const { entries, end } = listFrom(lines, start, notes);
  const minutesHeading = lines.findIndex((line, at) => at >= end && at <= end + 2 && MINUTES.test(line.text));
  const goesOn =
    minutesHeading >= 0 ||
    numbered.some(
      ({ at, number, title }) =>
        at >= end && entries.some((one) => one.number === number && likeness(one.title, title) >= 0.5),
    );
  if (entries.length >= 2 && goesOn) {
    entries.forEach(({ line }) => notes.read(...line.numbers));
    if (heading >= 0) notes.leave('heading', lines[heading]?.number ?? 0);
    return { entries, headEnds: heading >= 0 ? heading : start, itemsFrom: end };
  }
  notes.warn('minutes.agenda-missing');
  if (heading >= 0) notes.leave('heading', lines[heading]?.number ?? 0);
  return { entries: [], headEnds: heading >= 0 ? heading : start, itemsFrom: start };
}

/** The first item: one that counts from 1, or below a heading `Referat`. Participants may be numbered too. */
function startWithoutHeading(lines: readonly Line[], numbered: readonly Numbered[]): number | undefined {
  const looks = (title: string) => title.length > 3 && !/^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:,|$)/u.test(title);
  const first = numbered.find(({ number, strong, title }) => number <= 2 && (strong || looks(title)));
  const heading = lines.findIndex(({ text }, at) => MINUTES.test(text) && at > 3);
  return first?.at ?? (heading >= 0 ? heading + 1 : numbered[0]?.at);
}

/** The entries from a line on, while their numbers rise; titles may run over lines. */
function listFrom(lines: readonly Line[], start: number, notes: Notes): { entries: AgendaEntry[]; end: number } {
  const entries: AgendaEntry[] = [];
  let at = start;
  for (; at < lines.length; at += 1) {
    const line = lines[at]!;
    const found = numberedOf(line, at);
    const last = entries.at(-1);
    if (found && last && found.number === last.number && sameTitle(found.title, last.title)) {
      if (!lines.slice(at + 1, at + 4).some((next) => numberedOf(next, 0)?.number === last.number + 1)) break;
      notes.warn('minutes.item-twice', line.number, { number: last.number });
      notes.read(...line.numbers);
    } else if (found && found.number > (last?.number ?? 0)) {
      entries.push({ number: found.number, title: found.title, line, confidence: line.whole ? 'certain' : 'likely' });
    } else if (!found && last && wraps(line, last, lines[at - 1])) {
      entries[entries.length - 1] = { ...last, title: together(last.title, titleOf(line.text)), confidence: 'likely' };
      notes.read(...line.numbers);
    } else if (!(isAside(line) && numberedOf(lines[at + 1] ?? line, 0)?.number === (last?.number ?? -1) + 1)) break;
  }
  return { entries, end: at };
}

const wraps = (line: Line, last: AgendaEntry, before: Line | undefined): boolean =>
  !isRow(line) &&
  !line.afterGap &&
  !line.bullet &&
  before !== undefined &&
  (/^\p{Ll}/u.test(line.text) || /(?:,| og| for| af| i| til)$/u.test(last.title)) &&
  line.text.length < 120 &&
  !/[.!?]$/u.test(line.text);

/** A remark between two entries: `- bilag 2.1`, `(15 min.)`. */
const isAside = (line: Line): boolean => line.bullet || /^\(|^bilag/iu.test(line.text);
