import { readDocument, writeTable, type TableExtract, type TableFormat } from '@rettidig/documents';
import { meetingPlanTable, structureTables, templateOf, type TableDefinition } from '@rettidig/imports';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Office } from './office.js';

// The templates that are downloaded from /assets/templates. They follow from the columns; after a change of those
// `WRITE_TEMPLATES=yes npx jest -c test/config/jest.int.cjs templates` writes them anew.

const folder = join(__dirname, '../../apps/api/assets/templates');
const fileNames: Readonly<Record<string, string>> = {
  units: 'enheder',
  committees: 'udvalg',
  seats: 'pladser',
  holders: 'pladsholdere',
  contacts: 'mailadresser',
  meetingPlan: 'moedeplan',
};
const tables: readonly TableDefinition[] = [...structureTables, meetingPlanTable];
const formats: readonly TableFormat[] = ['csv', 'xlsx'];
const files = tables.flatMap((table) =>
  formats.map((format) => ({ table, format, name: `${fileNames[table.name]}.${format}` })),
);

beforeAll(async () => {
  if (process.env.WRITE_TEMPLATES !== 'yes') return;
  mkdirSync(folder, { recursive: true });
  for (const { table, format, name } of files)
    writeFileSync(join(folder, name), await writeTable(templateOf(table), format));
});

it('are there, and no others', () => {
  expect(readdirSync(folder).sort()).toEqual(files.map(({ name }) => name).sort());
});

it.each(files)('$name has exactly the headings of its table, and an example', async ({ table, name }) => {
  const { extract } = await readDocument(readFileSync(join(folder, name)), { fileName: name });
  const [headings, example, ...more] = (extract as TableExtract).rows;
  expect(headings!.cells).toEqual(table.columns.map(({ heading }) => heading.da));
  expect(table.columns.map((_column, at) => example!.cells[at] ?? '')).toEqual(
    table.columns.map(({ example: said }) => said),
  );
  const moreExamples = table.moreExamples ?? [];
  expect(more.map(({ cells }) => moreExamples[0]?.map((_said, at) => cells[at] ?? ''))).toEqual(moreExamples);
});

describe.each(formats)('their examples, as %s', (format) => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ demo: false });
  });
  afterAll(() => office.close());

  it('are imported one after the other, without a bad row', async () => {
    for (const { name, table } of files.filter((file) => file.format === format)) {
      const isPlan = table === meetingPlanTable;
      const path = isPlan ? '/meeting-plan-imports' : '/structure-imports';
      const choices = isPlan ? { past: 'include' } : {};
      const { id } = await office.upload(path, readFileSync(join(folder, name)));
      const shown = await office.say(`${path}/${id}/preview`, choices);
      expect([name, shown.httpStatus, shown.preview?.badRows, shown.obstacle]).toEqual([name, 200, [], null]);
      expect(await office.say(`${path}/${id}/commit`, choices)).toMatchObject({ unchanged: false });
    }
  });
});
