import { getResolvedPDFJS, type getDocumentProxy } from 'unpdf';
import { completeBuffers } from './pdf.buffers.js';
import { rulesOf, type Codes, type Drawing, type Rule } from './pdf.rules.js';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/** How wide the letters of a font are, as a share of their height. */
type Letters = ReadonlyMap<string, number>;

/** What is drawn on a page beside where its text stands. */
export interface Drawn {
  readonly rules: readonly Rule[];
  /** The letters that the page uses of each font, by the library's name of it. */
  readonly fonts: ReadonlyMap<string, Letters>;
}

/** Widths in a font are given in thousandths of its height. */
const UNITS = 1000;
/** The library's mode in which notes and links that lie over a page are left out. */
const WITHOUT_NOTES = 0;

/** A letter as the library shows it; between letters it gives plain numbers. */
const isLetter = (value: unknown): value is { readonly unicode: string; readonly width: number } =>
  typeof value === 'object' &&
  value !== null &&
  'unicode' in value &&
  typeof value.unicode === 'string' &&
  'width' in value &&
  typeof value.width === 'number';

/** The widths of the letters that are shown, by font. */
function fontsOf({ fnArray, argsArray }: Drawing, codes: Codes): Map<string, Map<string, number>> {
  const fonts = new Map<string, Map<string, number>>();
  let letters = new Map<string, number>();
  for (const [at, code] of fnArray.entries()) {
    const args = argsArray[at];
    const first: unknown = Array.isArray(args) ? args[0] : undefined;
    if (code === codes['setFont'] && typeof first === 'string') {
      letters = fonts.get(first) ?? new Map<string, number>();
      fonts.set(first, letters);
    }
    if (code !== codes['showText'] || !Array.isArray(first)) continue;
    for (const one of first) if (isLetter(one)) letters.set(one.unicode, one.width / UNITS);
  }
  return fonts;
}

/** What is drawn on a page; nothing where the library cannot tell: its text can be read all the same. */
export async function readDrawing(page: PdfPage): Promise<Drawn> {
  try {
    completeBuffers();
    const { OPS } = await getResolvedPDFJS();
    const drawing: Drawing = await page.getOperatorList({ annotationMode: WITHOUT_NOTES });
    return { rules: rulesOf(drawing, OPS), fonts: fontsOf(drawing, OPS) };
  } catch {
    return { rules: [], fonts: new Map() };
  }
}
