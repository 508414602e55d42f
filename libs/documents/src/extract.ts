/** What a file is, seen from its bytes rather than from its name. */
export type DocumentFormat = 'text' | 'docx' | 'pdf' | 'csv' | 'xlsx' | 'ics' | 'xml';

/**
 * What was read out of a file: data without meaning yet. JSON through and through, so that it is kept beside the bytes
 * and a preview never has to open the file again.
 */
export type Extract = LinesExtract | TableExtract | CalendarExtract | XmlExtract;

/**
 * Running text (text, docx, pdf), line by line as it stands. A row of a table is one line with its cells divided by
 * tabs; a line break inside such a cell is a space. In a pdf that is so where its lines or its spaces show the rows, a
 * row that a page break cuts included where no line ends it there; where they do not, every line of a table is its own,
 * with tabs. Nothing else is joined or dropped here: hyphenation and page noise are for whoever reads the lines. Line
 * numbers count from 1 in this list.
 */
export interface LinesExtract {
  readonly kind: 'lines';
  readonly lines: readonly string[];
}

/** A table (csv, xlsx): the rows as texts, the first row included. */
export interface TableExtract {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Where it stands in the file, from 1; blank rows are left out but counted. */
  readonly row: number;
  /** Trimmed texts. A date cell of a spreadsheet is `YYYY-MM-DD`. */
  readonly cells: readonly string[];
  /** Columns (from 0) that hold a formula instead of a value: nobody knows what it will say next. */
  readonly formulas?: readonly number[];
}

/** A calendar (ics), repetitions written out. */
export interface CalendarExtract {
  readonly kind: 'calendar';
  readonly entries: readonly CalendarEntry[];
}

export interface CalendarEntry {
  /** The event's own id, with its day for one of a series. */
  readonly uid: string;
  readonly summary: string;
  /** A day in Europe/Copenhagen, `YYYY-MM-DD`. */
  readonly on: string;
  /** Local time in Copenhagen, `10:00`; left out for whole days. */
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly place?: string;
  readonly cancelled: boolean;
}

/** An XML file as a tree; entities beyond the five of XML are refused, comments and instructions left out. */
export interface XmlExtract {
  readonly kind: 'xml';
  readonly root: XmlElement;
}

export interface XmlElement {
  /** The local name, without a prefix. */
  readonly name: string;
  /** The namespace's address, empty for none. */
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, trimmed, without that of its children. */
  readonly text: string;
}

/** A file that was read. */
export interface ReadDocument {
  readonly format: DocumentFormat;
  readonly extract: Extract;
  /** What the reader should know though the file could be read: `document.macros-ignored` and such; codes with details. */
  readonly warnings: readonly DocumentWarning[];
}

export interface DocumentWarning {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}
