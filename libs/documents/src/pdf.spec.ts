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
});
