import { impossible } from '@rettidig/event-sourcing';
import type { DocumentFormat } from './extract.js';
import type { Unpacked } from './zip.js';

/** What the sender says about a file; believed only where the bytes do not tell. */
export interface DocumentHints {
  readonly mediaType?: string;
  readonly fileName?: string;
}

/** How the bytes begin, and what that is. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['504b0708', 'zip'],
  ['d0cf11e0a1b11ae1', 'ole'],
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
  ['474946383', 'image'],
  ['49492a00', 'image'],
  ['4d4d002a', 'image'],
  ['7b5c727466', 'rtf'],
];

/** Readers look for the mark of a PDF in the first kilobyte: mail systems put lines before it. */
const PDF_MARK_WITHIN = 1024;

/** What bytes are, as far as their first ones tell. */
export function kindOfBytes(bytes: Uint8Array): 'zip' | 'ole' | 'image' | 'rtf' | 'pdf' | 'textual' {
  const head = Buffer.from(bytes.subarray(0, PDF_MARK_WITHIN));
  const hex = head.toString('hex', 0, 8);
  const found = BEGINNINGS.find(([beginning]) => hex.startsWith(beginning));
  if (found) return found[1] as 'zip' | 'ole' | 'image' | 'rtf';
  if (head.subarray(4, 8).toString('latin1') === 'ftyp') return 'image';
  return head.includes('%PDF-') ? 'pdf' : 'textual';
}

/** The names of streams in an old Office container are UTF-16. */
const utf16 = (name: string): Buffer => Buffer.from(name, 'utf16le');

/** An old Office container always is something else than what is read; this says which. */
export function refusalOfOle(bytes: Uint8Array): Error {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes(utf16('EncryptedPackage'))) return impossible('document.is-encrypted');
  if (buffer.includes(utf16('WordDocument'))) return impossible('document.is-doc');
  if (buffer.includes(utf16('Workbook')) || buffer.includes(utf16('Book'))) return impossible('document.is-xls');
  return impossible('document.is-old-office');
}

/** The main parts that office files may have, by their content type. */
const MAIN_PARTS: readonly (readonly [RegExp, DocumentFormat])[] = [
  [/wordprocessingml\.(document|template)\.main\+xml|ms-word\.(document|template)\.macroEnabled/, 'docx'],
  [/spreadsheetml\.(sheet|template)\.main\+xml|ms-excel\.(sheet|template)\.macroEnabled\.main/, 'xlsx'],
];

/** What a zip container is; one that is neither Word nor Excel is refused by what it is instead. */
export function formatOfZip({ names, parts }: Unpacked): 'docx' | 'xlsx' {
  const types = Buffer.from(parts.get('[Content_Types].xml') ?? []).toString('utf8');
  const format = MAIN_PARTS.find(([type]) => type.test(types))?.[1];
  if (format === 'docx' || format === 'xlsx') return format;
  if (/ms-excel\.sheet\.binary/.test(types)) throw impossible('document.is-xls');
  if (/presentationml/.test(types)) throw impossible('document.is-presentation');
  if (Buffer.from(parts.get('mimetype') ?? []).includes('opendocument')) throw impossible('document.is-open-document');
  throw impossible(names.includes('[Content_Types].xml') ? 'document.damaged' : 'document.is-zip');
}

/** What a file is called after its last dot, in small letters. */
const extensionOf = (name: string | undefined): string => /\.([a-z0-9]+)$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? '';

/** Names of files that are plain text, whatever sign they begin with. */
const PLAIN = new Set(['txt', 'csv', 'tsv']);

/** Names of files that never are plain text. */
const NEVER_TEXT = new Set(['docx', 'docm', 'doc', 'pdf', 'xlsx', 'xlsm', 'xls', 'ics', 'odt', 'ods', 'pptx', 'xml']);

const TABLE_TYPES =
  /^(text|application)\/(x-)?(csv|tab-separated-values|comma-separated-values)|^application\/vnd\.ms-excel/;

/** A web page, whatever declaration and remarks come before it. */
const isHtml = (start: string): boolean =>
  /^\s*(<\?xml[^>]*>)?\s*<(!doctype\s+html|html)\b/i.test(start.replace(/<!--[^]*?-->/g, ''));

/** XML by its declaration; without one only where nothing says that the file is plain text. */
const looksLikeXml = (start: string, plain: boolean): boolean =>
  /^<\?xml\b/.test(start) || (!plain && /^<[\p{L}_!]/u.test(start));

const isTable = (extension: string, mediaType: string | undefined): boolean =>
  ['csv', 'tsv'].includes(extension) || (extension !== 'txt' && TABLE_TYPES.test(mediaType ?? ''));

/** What text is: calendars and XML by how they begin; a table or running text by what the sender says. */
export function formatOfText(text: string, { fileName, mediaType }: DocumentHints): DocumentFormat {
  const start = text.slice(0, 2000).trimStart();
  const extension = extensionOf(fileName);
  if (/^BEGIN:VCALENDAR/i.test(start)) return 'ics';
  if (isHtml(start)) throw impossible('document.is-html');
  if (looksLikeXml(start, PLAIN.has(extension))) return 'xml';
  if (NEVER_TEXT.has(extension)) throw impossible('document.not-what-it-says', { extension });
  return isTable(extension, mediaType) ? 'csv' : 'text';
}
