import { impossible, Refused } from '@rettidig/event-sourcing';
import { readCsv } from './csv.js';
import { readDocx } from './docx.js';
import { decodeText } from './encoding.js';
import type { ReadDocument } from './extract.js';
import { type DocumentHints, formatOfText, formatOfZip, kindOfBytes, refusalOfOle } from './format.js';
import { readIcs } from './ics.js';
import { MOST_DOCUMENT_BYTES } from './limits.js';
import { readPdf } from './pdf.js';
import { linesExtract, linesOfText } from './text.js';
import { readXlsx } from './xlsx.js';
import { readXmlBytes } from './xml.js';
import { unpack } from './zip.js';

/** Files of Word and Excel, told apart by what their container says it is. */
async function readZip(bytes: Uint8Array): Promise<ReadDocument> {
  const unpacked = await unpack(bytes);
  return formatOfZip(unpacked) === 'docx' ? readDocx(unpacked) : readXlsx(unpacked);
}

/** Files that are text: running text, tables, calendars, XML. */
function readTextual(bytes: Uint8Array, hints: DocumentHints): ReadDocument {
  const { text, warnings } = decodeText(bytes);
  if (text.trim() === '') throw impossible('document.empty');
  const format = formatOfText(text, hints);
  if (format === 'xml') return readXmlBytes(bytes);
  if (format === 'ics') {
    const calendar = readIcs(text);
    return { format, extract: calendar.extract, warnings: [...warnings, ...calendar.warnings] };
  }
  if (format === 'csv') return { format, extract: readCsv(text), warnings };
  return { format: 'text', extract: linesExtract(linesOfText(text)), warnings };
}

async function read(bytes: Uint8Array, hints: DocumentHints): Promise<ReadDocument> {
  switch (kindOfBytes(bytes)) {
    case 'zip':
      return readZip(bytes);
    case 'pdf':
      return readPdf(bytes);
    case 'ole':
      throw refusalOfOle(bytes);
    case 'image':
      throw impossible('document.is-image');
    case 'rtf':
      throw impossible('document.is-rtf');
    case 'textual':
      return readTextual(bytes, hints);
  }
}

/**
 * Reads a file of any origin into data. What it is is seen from its bytes; the hints only tell a table from running
 * text. Nothing in a file is executed and nothing outside it fetched. Whatever cannot be read is `Refused` (422) with
 * what to do about it; no other error comes out.
 */
export async function readDocument(bytes: Uint8Array, hints: DocumentHints): Promise<ReadDocument> {
  if (bytes.length === 0) throw impossible('document.empty');
  if (bytes.length > MOST_DOCUMENT_BYTES) {
    throw impossible('document.too-large', { limit: MOST_DOCUMENT_BYTES / 1024 / 1024 });
  }
  try {
    return await read(bytes, hints);
  } catch (error) {
    // What a library says about a broken file is for its makers; the reader of the sentence can only get the file anew.
    throw error instanceof Refused ? error : impossible('document.damaged');
  }
}
