import type { TableExtract } from './extract.js';
import { readDocument } from './read-document.js';
import { xlsxOf } from './testing/index.js';
import { writeTable } from './write-table.js';

const tableOf = async (...args: Parameters<typeof xlsxOf>): Promise<TableExtract> =>
  (await readDocument(await xlsxOf(...args), {})).extract as TableExtract;

describe('a spreadsheet', () => {
  it('is read as its reader sees it', async () => {
    const { rows } = await tableOf([
      ['navn', 'fra', 'nummer', 'andel', 'aktiv'],
      [' Center Øst ', new Date('2026-03-01T00:00:00Z'), 1_234_567_890_123_456, 0.1 + 0.2, true],
      [null, null, null],
      ['Møde', new Date('2026-03-01T10:30:00Z'), 1e15, null, false],
    ]);
    expect(rows).toEqual([
      { row: 1, cells: ['navn', 'fra', 'nummer', 'andel', 'aktiv'] },
      { row: 2, cells: ['Center Øst', '2026-03-01', '1234567890123460', '0,3', 'SAND'] },
      { row: 4, cells: ['Møde', '2026-03-01 10:30', '1000000000000000', '', 'FALSK'] },
    ]);
  });

  it('tells which columns hold formulas, with what they said last', async () => {
    const { rows } = await tableOf([
      ['a', 'b'],
      ['x', { formula: 'A2&"1"', result: 'x1' }, { formula: 'B2' }],
    ]);
    expect(rows[1]).toEqual({ row: 2, cells: ['x', 'x1', ''], formulas: [1, 2] });
  });

  it('is its first sheet that holds something', async () => {
    const file = await xlsxOf([], { Enheder: [['navn'], ['Øst']], Udvalg: [['x']], Tom: [] });
    expect(await readDocument(file, { fileName: 'x.xlsx' })).toMatchObject({
      format: 'xlsx',
      extract: { rows: [{ cells: ['navn'] }, { cells: ['Øst'] }] },
      warnings: [{ code: 'document.other-sheets-ignored', details: { count: 1 } }],
    });
    await expect(tableOf([])).rejects.toMatchObject({ code: 'document.empty', status: 422 });
  });

  it.each(['csv', 'xlsx'] as const)('comes back as it was written as %s', async (format) => {
    const rows = [
      ['navn', 'gyldig fra', 'nummer'],
      ['Center "Øst"; afd. 2', '2026-01-01', '00123'],
    ];
    const { extract } = await readDocument(await writeTable(rows, format), { fileName: `skabelon.${format}` });
    expect((extract as TableExtract).rows.map(({ cells }) => cells)).toEqual(rows);
  });
});
