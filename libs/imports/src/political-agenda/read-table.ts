import type { TableRow } from '@rettidig/documents';
import type { ExternalNumber } from '@rettidig/vocabulary';
import { headLine } from './head.js';
import type { HeadLine } from './head.js';
import { numbersIn, numbersOfField } from './printed-numbers.js';
import type { LeftOut, ReadAgenda, ReadAgendas, ReadItem } from './read-agenda.js';
import { saysClosed, truthOf, wordingOf } from './read-agenda.js';

/** What the columns of lists of items are called, in Danish and English; without case and signs. */
const headings = {
  key: ['id', 'punktid', 'punkt id', 'item id'],
  number: ['punkt', 'punktnr', 'punkt nr', 'punktnummer', 'nr', 'nummer', 'item', 'item no', 'no', 'number'],
  title: ['titel', 'overskrift', 'emne', 'sagstitel', 'sag', 'title', 'subject'],
  text: ['tekst', 'resumé', 'resume', 'indstilling', 'sammendrag', 'beskrivelse', 'text', 'summary'],
  caseNumber: ['sagsnummer', 'sagsnr', 'journalnummer', 'journalnr', 'case number', 'case no'],
  f2: ['f2', 'f2 nr', 'f2 nummer', 'f2 sagsnummer', 'sagsnummer i f2', 'f2 number'],
  edoc: ['edoc', 'edoc nr', 'edoc nummer', 'edoc sagsnummer', 'sagsnummer i edoc', 'edoc number'],
  body: ['udvalg', 'politisk udvalg', 'organ', 'committee', 'body'],
  day: ['dato', 'mødedato', 'møde', 'date', 'meeting date'],
  closed: ['lukket', 'lukket punkt', 'closed'],
  open: ['åben', 'åbent', 'open'],
  complete: ['hele dagsordenen', 'hele dagsorden', 'komplet', 'whole agenda', 'complete'],
  administration: ['forvaltning', 'kommune', 'administration', 'municipality'],
} as const;

type Heading = keyof typeof headings;

const systems: readonly (readonly [Heading, string])[] = [
  ['caseNumber', ''],
  ['f2', 'F2'],
  ['edoc', 'eDoc'],
];

/** Rows above the headings: a title, the date of the extract. */
const ROWS_ABOVE = 10;

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

type Places = ReadonlyMap<Heading, number>;

function placesOf({ cells }: TableRow): Places {
  const names = cells.map(plain);
  const found = (Object.keys(headings) as Heading[]).map(
    (key) => [key, names.findIndex((name) => (headings[key] as readonly string[]).includes(name))] as const,
  );
  return new Map(found.filter(([, at]) => at >= 0));
}

/** Reads a table (CSV, spreadsheet): one row an item, of one meeting or of several. */
export function readTable(rows: readonly TableRow[]): ReadAgendas {
  const at = rows.slice(0, ROWS_ABOVE).findIndex((row) => {
    const places = placesOf(row);
    return places.has('title') && places.size >= 2;
  });
  if (at < 0) return { source: 'table', agendas: [], leftOut: rows.slice(0, ROWS_ABOVE).map(notUnderstood) };
  const above = rows.slice(0, at).map((row) => ({ row, said: headLine(row.cells.join(' ')) }));
  const said = above.reduce<HeadLine>((all, one) => ({ ...one.said, ...all }), {});
  const leftOut = above.filter((one) => !one.said).map(({ row }) => notUnderstood(row));
  const reader = new TableReader(placesOf(rows[at]!), said, leftOut);
  rows.slice(at + 1).forEach((row) => reader.read(row));
  return { source: 'table', agendas: reader.agendas(), leftOut };
}

const notUnderstood = ({ row, cells }: TableRow): LeftOut => ({
  at: row,
  text: cells.join(' · '),
  why: 'beforeFirstItem',
});

class TableReader {
  private readonly meetings = new Map<string, ReadAgenda & { readonly items: ReadItem[] }>();

  constructor(
    private readonly places: Places,
    private readonly said: HeadLine,
    private readonly leftOut: LeftOut[],
  ) {}

  agendas(): ReadAgenda[] {
    return [...this.meetings.values()].filter(({ items }) => items.length > 0);
  }

  read(row: TableRow): void {
    // A formula says tomorrow what nobody read today.
    if (row.formulas?.some((at) => [...this.places.values()].includes(at))) return this.leave(row, 'formula');
    const meeting = this.meetingOf(row);
    const number = this.cell(row, 'number') ?? String(meeting.items.length + 1);
    const usable = /^\d{1,3}(?:\.?[a-z\d]{1,2})?$/i.test(number.replace(/\.$/, ''));
    const base = {
      at: row.row,
      ...(this.cell(row, 'key') && { key: this.cell(row, 'key')! }),
      number: usable ? number.replace(/\.$/, '').toLowerCase() : String(meeting.items.length + 1),
    };
    const title = this.cell(row, 'title');
    const externalNumbers = this.numbersOf(row);
    if (this.isClosed(row, title)) {
      meeting.items.push({ ...base, externalNumbers, closed: true });
      return;
    }
    const printed = numbersIn(title ?? '');
    const { wording, tooLong } = wordingOf(printed.rest, this.cell(row, 'text'));
    if (wording.title === undefined) return this.leave(row, 'noTitle');
    if (tooLong) this.leave(row, 'tooLong');
    const numbers = [...externalNumbers, ...printed.numbers];
    meeting.items.push({ ...base, ...wording, externalNumbers: numbers, closed: false });
  }

  private meetingOf(row: TableRow): { readonly items: ReadItem[] } {
    const bodyWritten = this.cell(row, 'body') ?? this.said.body ?? null;
    const dayWritten = this.cell(row, 'day') ?? this.said.day ?? null;
    const key = `${bodyWritten}\n${dayWritten}`;
    const known = this.meetings.get(key);
    if (known) return known;
    const meeting = {
      ...{ at: row.row, bodyWritten, dayWritten },
      administrationWritten: this.cell(row, 'administration') ?? this.said.administration ?? null,
      complete: truthOf(this.cell(row, 'complete') ?? '') ?? this.said.complete ?? false,
      items: [],
    };
    this.meetings.set(key, meeting);
    return meeting;
  }

  /** Whether it is not public. What cannot be read is taken as closed, and said. */
  private isClosed(row: TableRow, title: string | undefined): boolean {
    if (saysClosed(title ?? '')) return true;
    for (const [heading, means] of [
      ['closed', true],
      ['open', false],
    ] as const) {
      const cell = this.cell(row, heading);
      if (cell === undefined) continue;
      // In a column `Lukket` the word itself means yes, as it does in a column `Åben`.
      const said = plain(cell).startsWith(heading === 'closed' ? 'lukket' : 'åben') ? true : truthOf(cell);
      if (said === undefined) this.leftOut.push({ at: row.row, text: cell, why: 'accessNotUnderstood' });
      if (said === undefined || said === means) return true;
    }
    return false;
  }

  private numbersOf(row: TableRow): ExternalNumber[] {
    return systems.flatMap(([heading, system]) => {
      const cell = this.cell(row, heading);
      if (cell === undefined) return [];
      const numbers = numbersOfField(system, cell);
      if (!numbers) this.leftOut.push({ at: row.row, text: cell, why: 'numberNotUnderstood' });
      return numbers ?? [];
    });
  }

  private cell({ cells }: TableRow, heading: Heading): string | undefined {
    const at = this.places.get(heading);
    return (at === undefined ? undefined : cells[at]?.trim()) || undefined;
  }

  private leave({ row, cells }: TableRow, why: LeftOut['why']): void {
    this.leftOut.push({ at: row, text: cells.join(' · '), why });
  }
}
