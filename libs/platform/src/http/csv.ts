import type { CsvColumn, Language } from '@rettidig/event-sourcing';
import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';

/**
 * A list as a CSV file that a Danish spreadsheet opens as it is: semicolons, a byte order mark, CRLF, headings in the
 * reader's language. Rows are read as the receiver takes them.
 */
export function csvOf(
  rows: Iterable<Readonly<Record<string, unknown>>>,
  columns: readonly CsvColumn[],
  language: Language,
): Readable {
  // The first row is read before anything is sent: a view that is not ready is then an answer, not half a file.
  const iterator = rows[Symbol.iterator]();
  const first = iterator.next();
  const lines = stringify({ bom: true, delimiter: ';', record_delimiter: '\r\n' });
  const cells = function* (): Generator<string[]> {
    yield columns.map((column) => harmless(column.heading[language]));
    for (let row = first; !row.done; row = iterator.next()) {
      yield columns.map((column) => cellOf(row.value[column.key], language));
    }
  };
  const source = Readable.from(cells());
  source.on('error', (error) => lines.destroy(error));
  lines.on('close', () => {
    source.destroy();
    iterator.return?.();
  });
  return source.pipe(lines);
}

/** A number is no formula even when it is negative. */
const cellOf = (value: unknown, language: Language): string =>
  typeof value === 'number' ? String(value) : harmless(textOf(value, language));

const yesNo = { da: ['nej', 'ja'], en: ['no', 'yes'] } as const;

function textOf(value: unknown, language: Language): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return yesNo[language][value ? 1 : 0];
  if (Array.isArray(value)) return value.map((one) => textOf(one, language)).join(', ');
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  throw new Error('a CSV column holds an object');
}

/** A spreadsheet takes a cell that begins so for a formula; the quotation mark makes it a text again. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
