import { stringify } from 'csv-stringify/sync';
import { Workbook } from 'exceljs';

/** Formats in which a table is written. */
export type TableFormat = 'csv' | 'xlsx';

/** Width of a column in letters: between what can be read and what fits on a screen. */
const NARROWEST = 10;
const WIDEST = 50;

/**
 * A table as a file that a Danish Excel opens as it is meant: CSV with semicolons, or a spreadsheet whose columns are
 * texts, so that an id keeps its zeros and a date stays as it was typed. The first row is the heading.
 */
export async function writeTable(rows: readonly (readonly string[])[], format: TableFormat): Promise<Buffer> {
  return format === 'csv' ? Buffer.from(writeCsv(rows), 'utf8') : writeXlsx(rows);
}

/** With the mark that makes Excel read UTF-8. */
const writeCsv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true },
  );

async function writeXlsx(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const book = new Workbook();
  // A fixed day instead of the clock's: the same table is the same file.
  book.created = book.modified = new Date(0);
  const sheet = book.addWorksheet('Ark1', { views: [{ state: 'frozen', ySplit: 1 }] });
  const columns = Math.max(0, ...rows.map((row) => row.length));
  sheet.columns = Array.from({ length: columns }, (_, at) => ({
    width: Math.min(WIDEST, Math.max(NARROWEST, ...rows.map((row) => (row[at]?.length ?? 0) + 2))),
    style: { numFmt: '@' },
  }));
  for (const row of rows) sheet.addRow([...row]);
  sheet.getRow(1).font = { bold: true };
  return Buffer.from(await book.xlsx.writeBuffer());
}
