import type { LocalDate } from '@rettidig/vocabulary';
import type { MinutesItem, Read, ReadDemand } from './draft.js';
import { followUpsIn } from './follow-ups.js';
import { formOf } from './form.js';
import { given } from './given.js';
import type { Section } from './headings.js';
import type { Line } from './lines.js';
import { nextMeetingIn, saysNextMeeting } from './next-meeting.js';
import { least, type Notes } from './notes.js';
import { isOfUnknownBody, politicalDatesIn, type Known } from './political-dates.js';
import { remarkOn } from './remarks.js';
import { rowsOf, swappedIn, type Row } from './rows.js';
import { piecesOf, sentencesOf, type Sentence } from './sentences.js';
import { tablesIn, type Table } from './tables.js';

/** Items of every meeting: approval of agenda or minutes, announcements, any other business. */
const STANDING =
  /^(?:godkendelse af (?:dagsorden|referat|mødets|sidste)|dagsorden og referat|godkendelse$|velkomst|meddelelser|gensidig orientering|orientering fra (?:formand|ledelse|medarbejder|næstformand|forperson)|nyt fra|siden sidst|bordet rundt|eventuelt|evt(?:\.|$))/iu;
const UNMINUTED =
  /(?:tages|blev|bliver|føres) der ikke (?:taget |ført )?referat|ikke (?:taget )?til referat|uden referat|fælles opsamling|opsamling af de vigtigste|opsummer(?:er|ede|ing) i fællesskab/iu;
const SUBHEADING =
  /^(?:indstilling|sagsfremstilling|beslutning|drøftelse|konklusion|referat|bilag|baggrund|formål|opfølgning|handling|økonomi|videre proces|resume|resumé|høring|beslutningstema|aktion|ansvarlig|bemærkninger)\s*:?$/iu;
const ANNEX =
  /(?<![\p{L}])bilag(?:ene)?\s*(?:nr\.?\s*)?(?<first>\d{1,2}(?:\.\d{1,2})?)(?<more>(?:\s*(?:,|og|samt|-)\s*\d{1,2}\.\d{1,2})*)(?![\d.]*\d)/giu;

export interface ItemRead {
  readonly item: MinutesItem;
  readonly demands: readonly ReadDemand[];
  readonly nextMeetings: readonly Read<LocalDate>[];
}

/** One item with all that its minutes hold. */
export function itemOf(section: Section, lines: readonly Line[], known: Known, notes: Notes): ItemRead {
  const { number, title, line, confidence } = section;
  const body = bodyOf(section, lines);
  const { tables, text } = tablesIn(body);
  for (const one of text) notes.leave(one.strong || SUBHEADING.test(one.text) ? 'heading' : 'talk', ...one.numbers);
  const all = sentencesOf(text.filter((one) => !SUBHEADING.test(one.text)));
  const told = all.filter((one) => !saysNextMeeting(one.text, title));
  const nextMeetings = all.flatMap((one) => nextMeetingIn(one, title, known, notes) ?? []);
  for (const one of nextMeetings) notes.read(one.line);
  const unminuted = told.some((one) => UNMINUTED.test(one.text));
  const read = tables.map((table) => ({
    demands: table.header?.kind === 'demands',
    rows: tableRows(table, number, unminuted, notes),
  }));
  const demands = read.flatMap((table) => (table.demands ? table.rows : []));
  const summary = read.flatMap((table) => (table.demands ? [] : table.rows));
  const { warning, ...form } = formOf({
    ...{ title, told, standing: STANDING.test(title) },
    ...{ summary: summary.length > 0 || unminuted, demands: demands.length > 0 },
  });
  if (warning) notes.warn(warning, line.number, { number });
  remarkOn(told, [...demands, ...summary].flatMap(sidesOf), number, notes);
  if (unminuted && summary.length === 0) notes.warn('minutes.summary-missing', line.number, { number });
  return {
    item: given<MinutesItem>({
      number,
      title,
      standing: STANDING.test(title),
      line: line.number,
      minutes: rangeOf(body),
      confidence,
      ...form,
      jointSummary: summary.length > 0 ? summary.map(({ numbers: _numbers, ...row }) => row) : undefined,
      annexes: annexesOf(body, number, known, notes),
      ...saidIn([...told, ...[...demands, ...summary].flatMap(answersOf)], known, notes),
    }),
    demands: demands.map((row) => demandOf(row, number)),
    nextMeetings,
  };
}

/** The lines of an item; those of a table of items go on in the cell of their minutes. */
function bodyOf({ inRow, from = 0, to = -1 }: Section, lines: readonly Line[]): Line[] {
  const below = lines.slice(from, to + 1);
  if (!inRow) return below;
  const inCell = (line: Line): Line => (line.cells[0] === '' ? { ...line, cells: [line.text] } : line);
  return [inRow, ...below.map(inCell)];
}

const rangeOf = (body: readonly Line[]): MinutesItem['minutes'] =>
  body[0] && { from: body[0].number, to: body.at(-1)?.numbers.at(-1) ?? body[0].number };

/** Days of political bodies and promises. A day of a political body is no promise of the committee. */
function saidIn(
  sentences: readonly Sentence[],
  known: Known,
  notes: Notes,
): Pick<MinutesItem, 'followUps' | 'politicalDates'> {
  const all = sentences.map((sentence) => {
    const politicalDates = politicalDatesIn(sentence, known, notes);
    const political = politicalDates.length > 0 || isOfUnknownBody(sentence);
    return { politicalDates, followUps: political ? [] : followUpsIn(sentence, known, notes) };
  });
  const politicalDates = all.flatMap((one) => one.politicalDates);
  const followUps = all.flatMap((one) => one.followUps);
  for (const { line } of [...politicalDates, ...followUps]) notes.read(line);
  return {
    followUps: unique(followUps, ({ what }) => what),
    politicalDates: unique(politicalDates, ({ body, on, text }) => `${body} ${on} ${text}`),
  };
}

/** Rows of a table that says whose its columns are, or that stands where a summary is announced. */
function tableRows(table: Table, number: number, unminuted: boolean, notes: Notes): Row[] {
  const [first] = table.rows;
  for (const line of table.headerLines) notes.leave('heading', ...line.numbers);
  for (const line of table.rows) notes.leave('notUnderstood', ...line.numbers);
  if (!first) return [];
  if (!table.header) notes.warn('minutes.table-header-unknown', first.number, { number });
  else if (!table.header.said && !unminuted) notes.warn('minutes.table-kind-unclear', first.number, { number });
  if (!table.header && (!unminuted || table.rows.some((row) => row.cells.length > 2))) return [];
  const rows = rowsOf(table, notes).filter(({ employeeSide, managementSide }) => employeeSide + managementSide !== '');
  if (swappedIn(rows)) notes.warn('minutes.columns-look-swapped', first.number, { number });
  for (const row of rows) notes.read(...row.numbers);
  return rows;
}

/** Management's side of a row may promise something. */
const answersOf = ({ managementSide, line, numbers }: Row): Sentence[] =>
  piecesOf(managementSide).map((text) => ({ text, line, numbers, whole: false }));

const sidesOf = (row: Row): Sentence[] => [
  ...answersOf(row),
  ...answersOf({ ...row, managementSide: row.employeeSide }),
];

const demandOf = ({ employeeSide, managementSide, line, confidence }: Row, itemNumber: number): ReadDemand => ({
  itemNumber,
  text: employeeSide,
  ...(managementSide === '' ? {} : { answer: managementSide }),
  line,
  confidence,
});

/** `bilag 3.2`, `bilag 3.1 og 3.2`, `Bilag 1`. The number before the dot is the item's (G3). */
function annexesOf(body: readonly Line[], number: number, known: Known, notes: Notes): Read<string>[] {
  const found = body.flatMap((line) =>
    [...line.text.matchAll(ANNEX)].flatMap(({ groups }) => {
      const numbers = [groups?.['first'] ?? '', ...(groups?.['more']?.match(/\d{1,2}\.\d{1,2}/gu) ?? [])];
      return numbers.map((value) => ({ value, line }));
    }),
  );
  return unique(found, ({ value }) => value).map(({ value, line }) => {
    const own = value.startsWith(`${number}.`);
    if (!own && value.includes('.')) notes.warn('minutes.annex-of-another-item', line.number, { annex: value, number });
    notes.read(line.number);
    return {
      value,
      line: line.number,
      confidence: least(own && line.whole ? 'certain' : 'likely', own ? 'certain' : known.sure),
    };
  });
}

const unique = <Value>(all: readonly Value[], keyOf: (value: Value) => string): Value[] =>
  all.filter((one, at) => all.findIndex((other) => keyOf(other) === keyOf(one)) === at);
