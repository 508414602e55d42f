import { impossible } from '@rettidig/event-sourcing';
import type { DocumentWarning } from './extract.js';
import { warning } from './warning.js';

/** Text that was decoded, with what was doubtful about it. */
export interface Decoded {
  readonly text: string;
  readonly warnings: readonly DocumentWarning[];
}

/** What the bytes 80 to 9F mean in Windows-1252; a space stands for the five that mean nothing. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Danish letters whose UTF-8 bytes were once taken for Latin-1 letters and saved as such: `Ã¦` for `æ`. */
const GARBLED = /Ã[¦¸¥†˜…\u0086\u0098\u0085©]|Â[§«»´]/g;

/** Characters that no writer of text leaves behind in numbers: other controls than tab, line and page breaks. */
// eslint-disable-next-line no-control-regex -- controls are what is looked for
const CONTROLS = /[\u0001-\u0008\u000e-\u001f\u007f\ufffe\uffff]/g;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** One byte, one letter, as Windows in Danish has written for thirty years. */
function fromWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? ' ');
}

/** The encoding that the first bytes name: a byte order mark. */
export function encodingByMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** UTF-8 or, where the bytes are not, what fits better: UTF-8 with damaged places, or Windows-1252. */
function withoutMark(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = countOf(text, /\ufffd/g);
  if (damaged === 0) return { text, warnings: [] };
  const sound = countOf(text, /[\u0080-\ufffc]/g);
  if (sound >= damaged) return { text, warnings: [] };
  return { text: fromWindows1252(bytes), warnings: [warning('document.read-as-windows-1252')] };
}

/** What a reader should be told about letters that came out wrong, with the first line where they stand. */
function doubts(text: string): DocumentWarning[] {
  const lineOf = (at: number): number => countOf(text.slice(0, at), /\n/g) + 1;
  const found: DocumentWarning[] = [];
  const damaged = text.indexOf('\ufffd');
  if (damaged >= 0) {
    const count = countOf(text, /\ufffd/g);
    found.push(warning('document.damaged-letters', { count, line: lineOf(damaged) }));
  }
  const garbled = text.search(GARBLED);
  if (garbled >= 0) found.push(warning('document.garbled-letters', { line: lineOf(garbled) }));
  return found;
}

/** Text of bytes whose encoding was stated: one byte, one letter. ISO-8859-1 is read as the Windows-1252 it mostly is. */
export function decodeWindows1252(bytes: Uint8Array): Decoded {
  const text = fromWindows1252(bytes);
  return { text, warnings: doubts(text) };
}

/**
 * The text of bytes in UTF-8 (with a mark or without), UTF-16 with a mark, or Windows-1252. Bytes that are no text are
 * refused; letters that came out wrong are kept and told about, never repaired in silence.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const mark = encodingByMark(bytes);
  const { text, warnings } = mark ? { text: new TextDecoder(mark).decode(bytes), warnings: [] } : withoutMark(bytes);
  if (text.includes('\0') || countOf(text, CONTROLS) * 200 > text.length) throw impossible('document.not-readable');
  return { text, warnings: [...warnings, ...doubts(text)] };
}
