import { impossible } from '@rettidig/event-sourcing';
import { getDocumentProxy } from 'unpdf';
import type { ReadDocument } from './extract.js';
import { MOST_DRAWN_BYTES, MOST_PDF_PAGES } from './limits.js';
import { readDrawing, type Drawn } from './pdf.drawing.js';
import { gridsOf } from './pdf.grids.js';
import { writePage, writePages, type Page } from './pdf.page.js';
import type { Piece } from './pdf.pieces.js';
import { refuseBomb } from './pdf.streams.js';
import { withoutStrays } from './pdf.strays.js';
import { linesExtract } from './text.js';
import { warning } from './warning.js';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** The library's own names of what went wrong. */
const PASSWORD_ERROR = 'PasswordException';

/** Opens a file without anything that would look outside it, unpack its pictures or run what is in it. */
async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    // The library keeps what it is given, and takes no Buffer.
    return await getDocumentProxy(new Uint8Array(bytes), {
      enableXfa: false,
      useWorkerFetch: false,
      verbosity: 0,
      maxImageSize: 0,
    });
  } catch (error) {
    if (error instanceof Error && error.name === PASSWORD_ERROR) throw impossible('document.is-encrypted');
    throw error;
  }
}

type TextContent = Awaited<ReturnType<Awaited<ReturnType<Pdf['getPage']>>['getTextContent']>>;

/** The pieces of text on a page that stand upright: what is written up the margin is a stamp of the archive. */
function piecesOf({ items }: TextContent, { fonts }: Drawn): Piece[] {
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, slope = 0, , height = 0, x = 0, y = 0] = item.transform as number[];
    if (Math.abs(slope) > Math.abs(height)) return [];
    const letters = fonts.get(item.fontName);
    const size = Math.abs(height) || item.height || 1;
    return [{ text: item.str, x, y, width: item.width, size, ...(letters ? { letters } : {}) }];
  });
}

const NOTHING_DRAWN: Drawn = { rules: [], fonts: new Map() };

async function readPage(pdf: Pdf, page: number, withDrawing: boolean): Promise<Page> {
  const opened = await pdf.getPage(page);
  const content = await opened.getTextContent();
  const drawn = withDrawing && content.items.length > 0 ? await readDrawing(opened) : NOTHING_DRAWN;
  opened.cleanup();
  return writePage(piecesOf(content, drawn), gridsOf(drawn.rules), (opened.view[2] ?? 0) - (opened.view[0] ?? 0));
}

/** The lines of all pages; and which pages had none. */
async function readPages(pdf: Pdf, withDrawing: boolean): Promise<{ lines: string[]; blank: number[] }> {
  const pages: Page[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) pages.push(await readPage(pdf, page, withDrawing));
  const blank = pages.flatMap(({ lines }, at) => (lines.length === 0 ? [at + 1] : []));
  return { lines: writePages(pages), blank };
}

/** The text of a PDF line by line. */
export const readPdf = (bytes: Uint8Array): Promise<ReadDocument> => withoutStrays(() => readText(bytes));

async function readText(bytes: Uint8Array): Promise<ReadDocument> {
  const drawn = refuseBomb(bytes);
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > MOST_PDF_PAGES) {
      throw impossible('document.pdf-too-many-pages', { pages: pdf.numPages, limit: MOST_PDF_PAGES });
    }
    const { lines, blank } = await readPages(pdf, drawn <= MOST_DRAWN_BYTES);
    const extract = linesExtract(lines, 'document.pdf-has-no-text');
    const [page] = blank;
    const warnings = page === undefined ? [] : [warning('document.pages-without-text', { count: blank.length, page })];
    return { format: 'pdf', extract, warnings };
  } finally {
    await pdf.destroy();
  }
}
