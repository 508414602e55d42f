import { deflateSync } from 'node:zlib';

/** A piece of text on a page, in points from the lower left corner of an A4 sheet (595 × 842). */
export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Height of the letters in points; 11 unless said. */
  readonly size?: number;
}

/** A straight line, in the same points; drawn by a pen, or painted as a thin shape, as word processors do. */
export interface PdfRule {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly painted?: boolean;
}

/** A page: pieces and lines where they stand, or text from the top; a tab in it begins the next column. */
export type PdfPage = readonly (string | PdfText | PdfRule)[];

const TOP = 780;
const LEFT = 56;
const COLUMN = 200;
const LEADING = 14;

/** What Windows-1252 has between 80 and 9F, as far as minutes need it. */
const WIN_ANSI: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '’': 0x92,
  '”': 0x94,
  '“': 0x93,
  '•': 0x95,
  '–': 0x96,
};

/** A PDF string in WinAnsi, so that æ, ø and å are written as word processors write them. */
function pdfString(text: string): string {
  const codes = [...text].map((letter) => WIN_ANSI[letter] ?? letter.charCodeAt(0));
  return `<${codes.map((code) => (code & 0xff).toString(16).padStart(2, '0')).join('')}>`;
}

/** Lines as pieces, 14 points apart, columns 200 points apart. */
function placed(page: PdfPage): (PdfText | PdfRule)[] {
  let y = TOP;
  return page.flatMap((one) => {
    if (typeof one !== 'string') return [one];
    const cells = one.split('\t').map((text, column) => ({ x: LEFT + column * COLUMN, y, text }));
    y -= LEADING;
    return cells.filter(({ text }) => text !== '');
  });
}

const textOf = ({ x, y, text, size = 11 }: PdfText): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${pdfString(text)} Tj ET`;

function ruleOf({ from: [x, y], to: [u, v], painted }: PdfRule): string {
  if (!painted) return `${x} ${y} m ${u} ${v} l S`;
  return `q 0.5 0 0 0.5 0 0 cm ${x * 2 - 1} ${y * 2 - 1} ${(u - x) * 2 + 2} ${(v - y) * 2 + 2} re f Q`;
}

const contentOf = (page: PdfPage): string =>
  placed(page)
    .map((one) => ('text' in one ? textOf(one) : ruleOf(one)))
    .join('\n');

/** The lines of a table by the edges of its columns and rows. */
export const rulesOfTable = (xs: readonly number[], ys: readonly number[], painted = false): readonly PdfRule[] => [
  ...ys.map((y): PdfRule => ({ from: [Math.min(...xs), y], to: [Math.max(...xs), y], painted })),
  ...xs.map((x): PdfRule => ({ from: [x, Math.min(...ys)], to: [x, Math.max(...ys)], painted })),
];

/** A small real PDF in Helvetica, a page for each entry; a page without pieces is a blank one, as a scan is. */
export function pdfOf(pages: readonly PdfPage[]): Buffer {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  const objects: Buffer[] = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from(`<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`),
    Buffer.from('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'),
    ...pages.flatMap((page, at) => {
      const content = deflateSync(contentOf(page));
      const dictionary = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + at * 2} 0 R>>`;
      const stream = Buffer.concat([
        Buffer.from(`<</Length ${content.length}/Filter/FlateDecode>>\nstream\n`),
        content,
        Buffer.from('\nendstream'),
      ]);
      return [Buffer.from(dictionary), stream];
    }),
  ];
  return assemble(objects);
}

/** The numbered objects with the table that says where each begins. */
function assemble(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\u00e6\u00f8\n', 'latin1')];
  let length = parts[0]!.length;
  const offsets = objects.map((object, at) => {
    const part = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    const offset = length;
    parts.push(part);
    length += part.length;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
