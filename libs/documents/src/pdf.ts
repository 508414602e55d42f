import { impossible } from '@rettidig/event-sourcing';
import { getDocumentProxy } from 'unpdf';
import type { ReadDocument } from './extract.js';
import { MOST_PDF_PAGES } from './limits.js';
import { type Piece, writePage } from './pdf.lines.js';
import { refuseBomb } from './pdf.streams.js';
import { withoutStrays } from './pdf.strays.js';
import { linesExtract } from './text.js';
import { warning } from './warning.js';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** The library's own names of what went wrong. */
const PASSWORD_ERROR = 'PasswordException';

/** Opens a file without anything that would look outside it or run what is in it. */
async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  refuseBomb(bytes);
  try {
    // The library keeps what it is given, and takes no Buffer.
    return await getDocumentProxy(new Uint8Array(bytes), { enableXfa: false, useWorkerFetch: false, verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === PASSWORD_ERROR) throw impossible('document.is-encrypted');
    throw error;
  }
}

/** The pieces of text on a page that stand upright: what is written up the margin is a stamp of the archive. */
async function piecesOf(pdf: Pdf, page: number): Promise<Piece[]> {
  const opened = await pdf.getPage(page);
  const { items } = await opened.getTextContent();
  opened.cleanup();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, slope = 0, , height = 0, x = 0, y = 0] = item.transform as number[];
    if (Math.abs(slope) > Math.abs(height)) return [];
    return [{ text: item.str, x, y, width: item.width, size: Math.abs(height) || item.height || 1 }];
  });
}

/** The lines of every page, an empty line between two pages; and which pages had none. */
async function readPages(pdf: Pdf): Promise<{ lines: string[]; blank: number[] }> {
  const lines: string[] = [];
  const blank: number[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const written = writePage(await piecesOf(pdf, page));
    if (written.length === 0) blank.push(page);
    else lines.push(...(lines.length > 0 ? [''] : []), ...written);
  }
  return { lines, blank };
}

/** The text of a PDF line by line. */
export const readPdf = (bytes: Uint8Array): Promise<ReadDocument> => withoutStrays(() => readText(bytes));

async function readText(bytes: Uint8Array): Promise<ReadDocument> {
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > MOST_PDF_PAGES) {
      throw impossible('document.pdf-too-many-pages', { pages: pdf.numPages, limit: MOST_PDF_PAGES });
    }
    const { lines, blank } = await readPages(pdf);
    const extract = linesExtract(lines, 'document.pdf-has-no-text');
    const [page] = blank;
    const warnings = page === undefined ? [] : [warning('document.pages-without-text', { count: blank.length, page })];
    return { format: 'pdf', extract, warnings };
  } finally {
    await pdf.destroy();
  }
}
