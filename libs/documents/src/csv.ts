import { CsvError, parse } from 'csv-parse/sync';
import { impossible } from '@rettidig/event-sourcing';
import type { TableExtract, TableRow } from './extract.js';
import { MOST_TABLE_ROWS } from './limits.js';

/** What can divide columns; where two fit equally well, the first: a Danish Excel writes semicolons. */
const DELIMITERS = [';', '\t', '|', ','] as const;

/** Characters at the beginning from which the delimiter is found. */
const SAMPLE = 200_000;

/** A first line that Excel understands: `sep=;`. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/;

/** A heading of the only column: words, nothing that could divide. */
const ONE_COLUMN = /^[\p{L}\p{N}\p{M} _.()/-]+$/u;

/** The records of a sample with their quoted parts taken out, so that only real delimiters are left in them. */
function bareRecords(text: string): string[] {
  const sample = text.slice(0, SAMPLE).replace(/"[^"]*"/g, '""');
  const records = sample.split(/\r\n|\n|\r/);
  // The last record of a cut sample may be half of one.
  return (text.length > SAMPLE ? records.slice(0, -1) : records).filter((record) => record.trim() !== '');
}

/** The delimiter that most records have as often as the heading has; undefined for a table of one column. */
function delimiterOf(text: string): string | undefined {
  const [heading = '', ...records] = bareRecords(text);
  const count = (record: string, delimiter: string): number => record.split(delimiter).length;
  const candidates = DELIMITERS.filter((delimiter) => heading.includes(delimiter)).map((delimiter) => {
    const fitting = records.filter((record) => count(record, delimiter) === count(heading, delimiter)).length;
    return { delimiter, fit: records.length === 0 ? 1 : fitting / records.length };
  });
  const [best] = candidates.sort((a, b) => b.fit - a.fit);
  if (best && best.fit >= 0.5) return best.delimiter;
  const below = delimiterBelow(records);
  const isOneColumn = !best && ONE_COLUMN.test(heading.replaceAll('"', '').trim());
  if (!below && !isOneColumn) throw impossible('document.csv-delimiter-unknown');
  return below;
}

/**
 * The delimiter of a table below a title that it does not divide: all lines from the first divided one on have as many
 * columns. No comma: that may stand in a sentence.
 */
function delimiterBelow(records: readonly string[]): string | undefined {
  return DELIMITERS.filter((delimiter) => delimiter !== ',').find((delimiter) => {
    const divided = records.slice(records.findIndex((record) => record.includes(delimiter)));
    return divided.length > 1 && divided[0]!.includes(delimiter) && divided.every(isAlike(divided[0]!, delimiter));
  });
}

const isAlike =
  (one: string, delimiter: string) =>
  (other: string): boolean =>
    one.split(delimiter).length === other.split(delimiter).length;

/** Records as texts; a stray quote inside a cell is a quote, one that is never closed is refused. */
function parseCsv(text: string, delimiter: string | undefined): string[][] {
  try {
    return parse(text, {
      // A delimiter that cannot occur leaves each record whole.
      delimiter: delimiter ?? '\u0000',
      relax_column_count: true,
      relax_quotes: true,
      to: MOST_TABLE_ROWS + 1,
    });
  } catch (error) {
    if (error instanceof CsvError) throw impossible('document.csv-quotes', { row: Number(error.records ?? 0) + 1 });
    throw error;
  }
}

/** Rows with anything in them, each with its number in the file. */
export function tableExtract(rows: readonly TableRow[]): TableExtract {
  const filled = rows.filter((row) => row.formulas?.length || row.cells.some((cell) => cell !== ''));
  if (filled.length === 0) throw impossible('document.empty');
  return { kind: 'table', rows: filled };
}

/** A table out of text whose columns are divided by one sign, quoted where need be. */
export function readCsv(text: string): TableExtract {
  const separator = SEPARATOR_LINE.exec(text);
  const body = separator ? text.slice(separator[0].length) : text;
  const records = parseCsv(body, separator?.[1] ?? delimiterOf(body));
  if (records.length > MOST_TABLE_ROWS) throw impossible('document.too-many-rows', { limit: MOST_TABLE_ROWS });
  const before = separator ? 1 : 0;
  return tableExtract(records.map((cells, at) => ({ row: at + 1 + before, cells: cells.map((cell) => cell.trim()) })));
}
