import { Workbook } from 'exceljs';

/** What a cell of a spreadsheet made for a test holds. */
export type XlsxCell =
  string | number | boolean | Date | null | { readonly formula: string; readonly result?: string | number };

/** A real spreadsheet: one sheet of rows, and further sheets by name where given. */
export async function xlsxOf(
  rows: readonly (readonly XlsxCell[])[],
  others: Readonly<Record<string, readonly (readonly XlsxCell[])[]>> = {},
): Promise<Buffer> {
  const book = new Workbook();
  for (const [name, content] of Object.entries({ Ark1: rows, ...others })) {
    const sheet = book.addWorksheet(name);
    for (const row of content) sheet.addRow([...row]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
