import { impossible } from '@rettidig/event-sourcing';
import { type Cell, type CellValue, type Row, Workbook } from 'exceljs';
import { tableExtract } from './csv.js';
import type { ReadDocument, TableRow } from './extract.js';
import { MOST_TABLE_ROWS } from './limits.js';
import { warning } from './warning.js';
import { firstSheet } from './xlsx.parts.js';
import type { Unpacked } from './zip.js';

/** What a sheet has beside its cells; a link is the text that it shows. */
const NOT_CELLS = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetProtection', 'autoFilter', 'mergeCells'],
  ...['conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup'],
  ...['headerFooter', 'rowBreaks', 'drawing', 'picture', 'tableParts', 'extLst', 'legacyDrawing'],
];

/** A number as a Danish Excel shows it: no exponents, a comma for decimals, at most its 15 digits. */
const decimal = new Intl.NumberFormat('da-DK', { useGrouping: false, maximumSignificantDigits: 15 });

/** The day before the first one: a cell with a time alone falls on it. */
const NO_DAY = '1899-12-30';

/** `YYYY-MM-DD`, with the time behind it where there is one; the time alone where there is no day. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().split('T');
  const minutes = time.slice(0, 5);
  if (day <= NO_DAY) return minutes;
  return minutes === '00:00' ? day : `${day} ${minutes}`;
}

/** A format of zeros alone shows as many digits: ids that begin with zeros are written so. */
function numberText(value: number, format: string | undefined): string {
  if (!Number.isFinite(value)) return '';
  const text = decimal.format(value);
  return /^0+$/.test(format ?? '') && Number.isInteger(value) ? text.padStart(format!.length, '0') : text;
}

function valueText(value: CellValue | undefined, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value, format);
  if (typeof value === 'boolean') return value ? 'SAND' : 'FALSK';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return value.text;
  return valueText(value.result, format);
}

const isFormula = ({ value }: Cell): boolean =>
  value !== null && typeof value === 'object' && ('formula' in value || 'sharedFormula' in value);

/** One row as texts; a column with a formula holds what it said when the file was saved. */
function tableRow(row: Row): TableRow {
  const cells: string[] = [];
  const formulas: number[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    while (cells.length < column) cells.push('');
    cells[column - 1] = valueText(cell.value, cell.numFmt).trim();
    if (isFormula(cell)) formulas.push(column - 1);
  });
  while (cells.at(-1) === '' && !formulas.includes(cells.length - 1)) cells.pop();
  return { row: row.number, cells, ...(formulas.length > 0 ? { formulas } : {}) };
}

/** The table in the first sheet of a spreadsheet that holds something. */
export async function readXlsx(unpacked: Unpacked): Promise<ReadDocument> {
  const { file, others } = firstSheet(unpacked);
  const book = new Workbook();
  // The types of the library stand before those of newer Node; what it wants is a Buffer.
  await book.xlsx.load(file as unknown as ArrayBuffer, { ignoreNodes: NOT_CELLS });
  const rows: TableRow[] = [];
  let hidden = 0;
  book.worksheets[0]?.eachRow({ includeEmpty: false }, (row) => {
    rows.push(tableRow(row));
    if (row.hidden) hidden += 1;
  });
  const extract = tableExtract(rows);
  if (extract.rows.length > MOST_TABLE_ROWS) throw impossible('document.too-many-rows', { limit: MOST_TABLE_ROWS });
  const warnings = [
    ...(unpacked.names.some((name) => /vbaProject\.bin$/i.test(name)) ? [warning('document.macros-ignored')] : []),
    ...(others > 0 ? [warning('document.other-sheets-ignored', { count: others })] : []),
    ...(hidden > 0 ? [warning('document.hidden-rows-read', { count: hidden })] : []),
  ];
  return { format: 'xlsx', extract, warnings };
}
