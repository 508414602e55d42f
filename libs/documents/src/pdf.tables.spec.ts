import { readDocument } from './read-document.js';
import { pdfOf, rulesOfTable, type PdfPage, type PdfText } from './testing/index.js';

const linesOf = async (...pages: PdfPage[]): Promise<readonly string[]> => {
  const { extract } = await readDocument(pdfOf(pages), {});
  return extract.kind === 'lines' ? extract.lines : [];
};

/** Lines below each other from a point, 13 points apart. */
const block = (x: number, y: number, ...lines: string[]): PdfText[] =>
  lines.map((text, at) => ({ x, y: y - at * 13, text }));

const EDGES = [50, 200, 350];

describe('a table with lines in a PDF', () => {
  it.each([
    ['drawn', false],
    ['painted', true],
  ])('has a line for each row where they are %s, however many lines its cells have', async (_, painted) => {
    expect(
      await linesOf([
        ...block(50, 776, 'Til stede:'),
        ...rulesOfTable(EDGES, [770, 750, 710, 690], painted),
        ...[...block(54, 755, 'Navn'), ...block(204, 755, 'Stilling')],
        ...[...block(54, 738, 'Anne Birk-', 'Holm'), ...block(204, 738, 'Leder af', 'enheden')],
        ...block(204, 698, 'Konsulent'),
        ...block(50, 677, 'Mødet begyndte kl. 10.'),
      ]),
    ).toEqual([
      'Til stede:',
      'Navn\tStilling',
      'Anne Birk- Holm\tLeder af enheden',
      '\tKonsulent',
      'Mødet begyndte kl. 10.',
    ]);
  });

  it('divides cells that stand so close that the file binds them to one text', async () => {
    const digits = '1234567 9012 45678901';
    expect(
      await linesOf([
        ...rulesOfTable([50, 180, 350], [770, 750]),
        ...block(56, 755, digits),
        ...block(182, 755, '12 345'),
      ]),
    ).toEqual([`${digits}\t12 345`]);
  });

  it('has what stands in cells that are one in the first of them, and empty cells for the others', async () => {
    expect(
      await linesOf([
        { from: [50, 770], to: [350, 770] },
        { from: [50, 750], to: [350, 750] },
        { from: [150, 730], to: [350, 730] },
        { from: [50, 710], to: [350, 710] },
        ...EDGES.flatMap((x) => (x === 200 ? [] : [{ from: [x, 710], to: [x, 770] } as const])),
        { from: [150, 710], to: [150, 750] },
        ...[...block(54, 755, 'Deltagere i mødet i Nordby i dag'), ...block(54, 725, 'Ledelse')],
        ...[...block(154, 735, 'Anne'), ...block(154, 715, 'Bo')],
      ]),
    ).toEqual(['Deltagere i mødet i Nordby i dag\t', 'Ledelse\tAnne', '\tBo']);
  });

  it('is none where a line underlines a word or frames a paragraph', async () => {
    expect(
      await linesOf([
        ...rulesOfTable([50, 350], [770, 720]),
        ...block(54, 755, 'Et afsnit i en', 'ramme over to linjer'),
        { from: [54, 753], to: [90, 753] },
      ]),
    ).toEqual(['Et afsnit i en', 'ramme over to linjer']);
  });

  it('keeps the lines of a body that nothing divides and that are too short to be wrapped', async () => {
    expect(
      await linesOf([
        ...rulesOfTable(EDGES, [770, 750, 700]),
        ...[...block(54, 755, 'Navn'), ...block(54, 738, 'Anne', 'Bo', 'Carl')],
        ...[...block(204, 755, 'Stilling'), ...block(204, 738, 'Leder', 'Konsulent', 'Lærer')],
      ]),
    ).toEqual(['Navn\tStilling', 'Anne\tLeder', 'Bo\tKonsulent', 'Carl\tLærer']);
  });

  const cut = (closed: boolean): PdfPage[] => [
    [
      ...rulesOfTable(EDGES, closed ? [120, 100, 60] : [120, 100]),
      ...EDGES.map((x) => ({ from: [x, 60], to: [x, 100] }) as const),
      ...[...block(54, 105, 'Krav'), ...block(204, 105, 'Svar')],
      ...[...block(54, 88, 'Vi vil have'), ...block(204, 88, 'Det får I')],
      ...block(300, 30, 'side 1'),
    ],
    [
      ...rulesOfTable(EDGES, closed ? [780, 760, 740] : [760, 740]),
      ...EDGES.map((x) => ({ from: [x, 760], to: [x, 780] }) as const),
      ...block(54, 765, 'en pause'),
      ...[...block(54, 745, 'Kaffe'), ...block(204, 745, 'Ja')],
    ],
  ];

  it('has a row that a page break cuts in one line where no line ends it there', async () => {
    expect(await linesOf(...cut(false))).toEqual([
      'Krav\tSvar',
      'Vi vil have en pause\tDet får I',
      '',
      'side 1',
      '',
      'Kaffe\tJa',
    ]);
  });

  it('keeps apart what may be two rows', async () => {
    expect(await linesOf(...cut(true))).toEqual([
      'Krav\tSvar',
      'Vi vil have\tDet får I',
      '',
      'side 1',
      '',
      'en pause\t',
      'Kaffe\tJa',
    ]);
  });
});

describe('a table without lines in a PDF', () => {
  const rows: PdfText[] = [
    ...[...block(54, 780, 'Krav'), ...block(204, 780, 'Svar')],
    ...[...block(54, 760, 'Vi vil gerne have en lang', 'pause igen'), ...block(204, 760, 'Det får I')],
    ...[
      ...block(54, 727, 'Kaffe'),
      ...block(204, 727, 'Det ser vi på i det nye år, når vi også skal se på alt det andet om', 'kaffe'),
    ],
  ];

  it('has a line for each row where the rows stand further apart than the lines of a cell', async () => {
    expect(await linesOf([...rows, ...block(54, 694, 'Her slutter mødet, og der er ikke mere at sige.')])).toEqual([
      'Krav\tSvar',
      'Vi vil gerne have en lang pause igen\tDet får I',
      'Kaffe\tDet ser vi på i det nye år, når vi også skal se på alt det andet om kaffe',
      'Her slutter mødet, og der er ikke mere at sige.',
    ]);
  });

  it('keeps its lines where those of a cell could be rows of their own', async () => {
    expect(
      await linesOf([
        ...[...block(54, 780, 'Navn'), ...block(204, 780, 'Stilling')],
        ...[...block(54, 760, 'Anne', 'Bo'), ...block(204, 760, 'Leder', 'Konsulent')],
      ]),
    ).toEqual(['Navn\tStilling', 'Anne\tLeder', 'Bo\tKonsulent']);
  });

  it('has the end of a long first cell in its column, though nothing stands beside it', async () => {
    expect(
      await linesOf([
        ...[...block(54, 780, 'Krav', 'Kaffe', 'En meget lang fagforening', 'og mere')],
        ...block(204, 780, 'Svar', 'Ja', 'Nej'),
      ]),
    ).toEqual(['Krav\tSvar', 'Kaffe\tJa', 'En meget lang fagforening\tNej', 'og mere\t']);
  });

  it('has its columns where the gap is as narrow as a space, as the lines around show them', async () => {
    const digits = '1234567 901 34 678901';
    expect(
      await linesOf([
        ...[...block(54, 780, 'Krav', digits, 'Kaffe'), ...block(204, 780, 'Svar'), ...block(180, 767, 'Nej')],
        ...[...block(180, 754, 'Ja'), ...block(180, 741, 'Ja'), ...block(54, 741, 'Te')],
      ]),
    ).toContain(`${digits}\tNej`);
  });
});

describe('newspaper columns in a PDF', () => {
  const lines = (name: string): string[] => Array.from({ length: 8 }, (_, at) => `${name} linje ${at + 1} af artiklen`);

  it('are read one after the other, not side by side', async () => {
    expect(
      await linesOf([
        ...block(50, 800, 'Nyt fra udvalget'),
        ...block(50, 780, ...lines('Venstre')),
        ...block(300, 780, ...lines('Højre')),
        ...block(50, 660, 'Nederst'),
      ]),
    ).toEqual(['Nyt fra udvalget', ...lines('Venstre'), '', ...lines('Højre'), '', 'Nederst']);
  });

  it('are a table where a row follows below', async () => {
    const read = await linesOf([
      ...block(50, 780, ...lines('Venstre')),
      ...block(300, 780, ...lines('Højre')),
      ...[...block(50, 676, 'Mere'), ...block(300, 676, 'Andet')],
    ]);
    expect(read).toContain('Mere\tAndet');
    expect(read).toContain(`${lines('Venstre')[0]}\t${lines('Højre')[0]}`);
  });
});
