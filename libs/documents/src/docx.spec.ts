import { readDocument } from './read-document.js';
import { docxOf } from './testing/index.js';
import { writeZip } from './zip.write.js';
import { unpack } from './zip.js';

const linesOf = async (...args: Parameters<typeof docxOf>): Promise<readonly string[]> => {
  const { extract } = await readDocument(docxOf(...args), {});
  return extract.kind === 'lines' ? extract.lines : [];
};

describe('a Word file', () => {
  it('is read paragraph by paragraph, rows of tables as one line with tabs', async () => {
    const lines = await linesOf([
      'Referat',
      '',
      [
        ['Navn', 'Sæde'],
        ['Første linje\nanden linje', 'Næstformand'],
      ],
      'Slut\npå to linjer',
    ]);
    expect(lines).toEqual([
      'Referat',
      '',
      'Navn\tSæde',
      'Første linje anden linje\tNæstformand',
      'Slut',
      'på to linjer',
    ]);
  });

  it('keeps the numbers that Word only shows', async () => {
    const lines = await linesOf([
      { text: 'Godkendelse af dagsorden', numbered: 0 },
      { text: 'Økonomi', numbered: 0 },
      { text: 'Budget', numbered: 1 },
      { text: 'Regnskab', numbered: 1 },
      { text: 'Bilag', numbered: 2 },
      { text: 'Eventuelt', numbered: 0 },
      { text: 'et punkttegn', bullet: true },
      { text: 'En overskrift', heading: true },
      { text: 'Endnu en', heading: true },
    ]);
    expect(lines).toEqual([
      '1. Godkendelse af dagsorden',
      '2. Økonomi',
      '2.1 Budget',
      '2.2 Regnskab',
      'a) Bilag',
      '3. Eventuelt',
      '• et punkttegn',
      'Punkt 1: En overskrift',
      'Punkt 2: Endnu en',
    ]);
  });

  it('says that macros were not run', async () => {
    const file = docxOf(['Tekst'], { parts: new Map([['word/vbaProject.bin', Buffer.from('Sub AutoOpen()')]]) });
    expect(await readDocument(file, { fileName: 'referat.docm' })).toMatchObject({
      format: 'docx',
      extract: { lines: ['Tekst'] },
      warnings: [{ code: 'document.macros-ignored', details: {} }],
    });
  });

  it('is refused with pictures and no text, and without anything', async () => {
    const scan = docxOf([''], { parts: new Map([['word/media/image1.png', Buffer.from('x')]]) });
    await expect(readDocument(scan, {})).rejects.toMatchObject({ code: 'document.docx-has-no-text', status: 422 });
    await expect(readDocument(docxOf(['', ' ']), {})).rejects.toMatchObject({ code: 'document.empty' });
  });

  it('leaves the place empty where a cell above or beside reaches into it', async () => {
    const cell = (text: string, properties: string): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const rows = [
      cell('A', '<w:vMerge w:val="restart"/>') + cell('B', '') + cell('C', ''),
      cell('', '<w:vMerge/>') + cell('D', '<w:gridSpan w:val="2"/>'),
      cell('E', '') + cell('F', '') + cell('G', ''),
    ];
    const table = `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
    const parts = new Map((await unpack(docxOf(['x']))).parts);
    const main = Buffer.from(parts.get('word/document.xml')!).toString();
    parts.set('word/document.xml', Buffer.from(main.replace('<w:body>', `<w:body>${table}`)));
    const { extract } = await readDocument(writeZip(parts), {});
    expect(extract).toEqual({ kind: 'lines', lines: ['A\tB\tC', '\tD\t', 'E\tF\tG', 'x'] });
  });

  it('counts on over lists that share a definition, and anew where one says so', async () => {
    const parts = new Map(
      (await unpack(docxOf(['en', 'to', 'tre', 'fire'].map((text) => ({ text, numbered: 0 }))))).parts,
    );
    const [main = '', numbering = ''] = ['document', 'numbering'].map((name) =>
      Buffer.from(parts.get(`word/${name}.xml`)!).toString(),
    );
    let at = 0;
    const numIds = ['1', '4', '5', '1'];
    parts.set(
      'word/document.xml',
      Buffer.from(main.replace(/w:numId w:val="1"/g, () => `w:numId w:val="${numIds[at++]}"`)),
    );
    const list = (id: number, override: string): string =>
      `<w:num w:numId="${id}"><w:abstractNumId w:val="7"/>${override}</w:num>`;
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const lists = `${list(4, '')}${list(5, restart)}</w:numbering>`;
    parts.set('word/numbering.xml', Buffer.from(numbering.replace('</w:numbering>', lists)));
    const { extract } = await readDocument(writeZip(parts), {});
    expect(extract).toEqual({ kind: 'lines', lines: ['1. en', '2. to', '1. tre', '2. fire'] });
  });
});
