import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '@rettidig/documents';
import type { Extract } from '@rettidig/documents';
import { bodyNamed } from './bodies.js';
import { dayNamed } from './head.js';
import type { ReadAgendas } from './read-agenda.js';
import { readTable } from './read-table.js';
import { readXml } from './read-xml.js';

const folder = join(__dirname, '../../../../test/fixtures/agendas');

async function read(file: string): Promise<ReadAgendas> {
  const { extract }: { extract: Extract } = await readDocument(readFileSync(join(folder, file)), {
    mediaType: file.endsWith('.csv') ? 'text/csv' : 'application/xml',
    fileName: file,
  });
  if (extract.kind === 'xml') return readXml(extract.root);
  if (extract.kind === 'table') return readTable(extract.rows);
  throw new Error(extract.kind);
}

const moved = {
  title: 'Flytning af bostedet Åkanden',
  text: expect.stringContaining('Bostedet flytter i efteråret.') as string,
  closed: false,
};

describe('the XML of a document system', () => {
  it.each([
    ['sbsys.xml', 'sbsys', 5],
    ['edoc.xml', 'edoc', 3],
    ['edoc-fujitsu.xml', 'edocFujitsu', 2],
    ['acadre.xml', 'acadre', 2],
  ])('%s is recognised, with body, day and items, and nothing of what is closed', async (file, source, count) => {
    const found = await read(file);
    const [agenda] = found.agendas;
    expect(found.source).toBe(source);
    expect(bodyNamed(agenda!.bodyWritten!)).toBe('socialCommittee');
    expect(dayNamed(agenda!.dayWritten!)).toBe('2026-06-03');
    expect(agenda!.complete).toBe(true);
    expect(agenda!.items).toHaveLength(count);
    const item = agenda!.items.find(({ closed, externalNumbers }) => !closed && externalNumbers.length > 0);
    expect(item).toMatchObject({ ...moved, externalNumbers: [{ value: '2026-0012345' }] });
    expect(item!.text).not.toContain('<');
    for (const closed of agenda!.items.filter((one) => one.closed)) {
      expect(closed).not.toHaveProperty('title');
      expect(closed).not.toHaveProperty('text');
    }
    expect(JSON.stringify(found)).not.toMatch(/medarbejder|Fortrolige|ejendom|Uklart/);
  });

  it('of SBSYS says which items are closed, also where that is unclear', async () => {
    const { agendas, leftOut } = await read('sbsys.xml');
    expect(agendas[0]!.items.map(({ number, closed }) => [number, closed])).toEqual([
      ['1', false],
      ['2', false],
      ['3', true],
      ['4', true],
      ['5', true],
    ]);
    expect(agendas[0]!.part).toBe('open');
    expect(leftOut).toEqual([{ at: 4, text: 'måske', why: 'accessNotUnderstood' }]);
  });

  it('of eDoc is open only where it says that it must be published, in an open part', async () => {
    const { agendas } = await read('edoc.xml');
    expect(agendas[0]!.items.map(({ key, closed }) => [key, closed])).toEqual([
      ['501', false],
      ['502', true],
      ['503', true],
    ]);
    expect(agendas[0]).not.toHaveProperty('part');
  });

  it('of Fujitsu tells which part it is, and lists an item without a title', async () => {
    const { agendas, leftOut } = await read('edoc-fujitsu.xml');
    expect(agendas[0]!.part).toBe('open');
    expect(leftOut).toEqual([{ at: 3, text: '603', why: 'noTitle' }]);
  });

  it('of anybody else is not recognised', () => {
    const root = { name: 'rss', namespace: '', attributes: {}, children: [], text: '' };
    expect(readXml(root)).toEqual({ source: 'unknown', agendas: [], leftOut: [] });
  });

  it('is not the whole agenda when it is a supplement', () => {
    const meeting = { name: 'Møde', namespace: '', attributes: { Udvalg: 'SUD' }, children: [], text: '' };
    const attributes = { Dagsordentype: 'Tillægsdagsorden' };
    const root = { name: 'Dagsorden', namespace: '', attributes, children: [meeting], text: '' };
    expect(readXml(root).agendas[0]!.complete).toBe(false);
  });
});

describe('a table of items', () => {
  it('is read by its headings, one agenda for each body and day', async () => {
    const { agendas, leftOut } = await read('punkter.csv');
    expect(agendas.map(({ bodyWritten, dayWritten }) => [bodyNamed(bodyWritten!), dayNamed(dayWritten!)])).toEqual([
      ['socialCommittee', '2026-06-03'],
      ['technicalAndEnvironmentalCommittee', '2026-06-10'],
    ]);
    expect(agendas[0]!.items).toEqual([
      { ...moved, at: 3, number: '1', externalNumbers: [{ system: 'F2', value: '2026-8340' }] },
      { at: 4, number: '2', externalNumbers: [], closed: true },
    ]);
    expect(agendas[0]!.complete).toBe(false);
    expect(leftOut.map(({ at, why }) => [at, why])).toEqual([
      [1, 'beforeFirstItem'],
      [5, 'noTitle'],
      [6, 'numberNotUnderstood'],
    ]);
  });

  it('with a formula where a value should stand leaves the row out', () => {
    const rows = [
      { row: 1, cells: ['No', 'Title', 'Whole agenda'] },
      { row: 2, cells: ['1', 'Moving a home', 'yes'] },
      { row: 3, cells: ['2', '=HYPERLINK("x")', 'yes'], formulas: [1] },
    ];
    const { agendas, leftOut } = readTable(rows);
    expect(agendas[0]!.items.map(({ title }) => title)).toEqual(['Moving a home']);
    expect(agendas[0]!.complete).toBe(true);
    expect(leftOut.map(({ at, why }) => [at, why])).toEqual([[3, 'formula']]);
  });
});
