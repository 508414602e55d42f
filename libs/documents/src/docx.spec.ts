import { readDocument } from './read-document.js';
import { docxOf } from './testing/index.js';

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
});
