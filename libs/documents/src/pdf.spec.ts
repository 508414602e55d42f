import { deflateSync } from 'node:zlib';
import { readDocument } from './read-document.js';
import { pdfOf, type PdfPage } from './testing/index.js';

const linesOf = async (...pages: PdfPage[]): Promise<readonly string[]> => {
  const { extract } = await readDocument(pdfOf(pages), {});
  return extract.kind === 'lines' ? extract.lines : [];
};

describe('a PDF', () => {
  it('is read line by line, an empty line between two pages', async () => {
    expect(await linesOf(['Møde i HovedMED', 'den 4. maj – kl. 10'], ['Side 2 på æøå ÆØÅ'])).toEqual([
      'Møde i HovedMED',
      'den 4. maj – kl. 10',
      '',
      'Side 2 på æøå ÆØÅ',
    ]);
  });

  it('has the cells of a table divided by tabs, an empty cell where a column is empty', async () => {
    expect(
      await linesOf([
        'Punkt\tOpsamling',
        'Budget\tUdvalget drøftede',
        '\tbudgettet samlet',
        'Ferie\tIntet at bemærke',
        'En lang linje, der løber hen over begge kolonner på siden',
      ]),
    ).toEqual([
      'Punkt\tOpsamling',
      'Budget\tUdvalget drøftede',
      '\tbudgettet samlet',
      'Ferie\tIntet at bemærke',
      'En lang linje, der løber hen over begge kolonner på siden',
    ]);
  });

  it('keeps a number or bullet with its text, and a full cell apart from its neighbour', async () => {
    expect(
      await linesOf([
        { x: 56, y: 700, text: '1.' },
        { x: 74, y: 700, text: 'Velkomst' },
        { x: 300, y: 700, text: 'Orientering' },
        { x: 56, y: 686, text: 'En celle, der er skrevet helt ud til kanten af' },
        { x: 300, y: 686, text: 'Drøftelse' },
      ]),
    ).toEqual(['1. Velkomst\tOrientering', 'En celle, der er skrevet helt ud til kanten af\tDrøftelse']);
  });

  it('has an empty line where paragraphs stand apart', async () => {
    expect(
      await linesOf([
        { x: 56, y: 700, text: 'Et' },
        { x: 56, y: 686, text: 'to' },
        { x: 56, y: 650, text: 'tre' },
      ]),
    ).toEqual(['Et', 'to', '', 'tre']);
  });

  it('tells which pages are pictures, and is refused when all are', async () => {
    const { warnings } = await readDocument(pdfOf([['Tekst'], [], []]), {});
    expect(warnings).toEqual([{ code: 'document.pages-without-text', details: { count: 2, page: 2 } }]);
    await expect(linesOf([], [])).rejects.toMatchObject({ code: 'document.pdf-has-no-text', status: 422 });
  });

  it('is refused with a password, with too many pages, as a bomb, and cut in half', async () => {
    const file = pdfOf([['Tekst']]);
    const key = `<${'00'.repeat(32)}>`;
    const encrypt = `trailer\n<</Encrypt<</Filter/Standard/V 1/R 2/O${key}/U${key}/P -4>>/ID[<00><00>]`;
    const locked = Buffer.from(file.toString('latin1').replace('trailer\n<<', encrypt), 'latin1');
    await expect(readDocument(locked, {})).rejects.toMatchObject({ code: 'document.is-encrypted', status: 422 });
    await expect(linesOf(...Array<PdfPage>(501).fill(['x']))).rejects.toMatchObject({
      code: 'document.pdf-too-many-pages',
      details: { pages: 501, limit: 500 },
    });
    const bomb = Buffer.concat([
      Buffer.from('%PDF-1.4\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n'),
      deflateSync(Buffer.alloc(201 * 1024 * 1024)),
      Buffer.from('\nendstream\nendobj\n'),
    ]);
    await expect(readDocument(bomb, {})).rejects.toMatchObject({ code: 'document.zip-bomb' });
    await expect(readDocument(file.subarray(0, 200), {})).rejects.toMatchObject({ code: 'document.damaged' });
  });
});
