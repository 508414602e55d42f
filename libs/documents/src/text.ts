import { impossible } from '@rettidig/event-sourcing';
import type { LinesExtract } from './extract.js';

/** Every sign that begins a new line: of all systems, of pages, and what word processors paste. */
const LINE_BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;

/** A line without what cannot be seen: hard spaces are spaces, controls are none, the end is trimmed. */
const tidyLine = (line: string): string =>
  line
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    // eslint-disable-next-line no-control-regex -- controls are what is removed
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufeff\u200b]/g, '')
    .replace(/ +$/, '');

/** Lines as a result: blank ones at the end left out, and refused when nothing at all is left. */
export function linesExtract(lines: readonly string[], empty = 'document.empty'): LinesExtract {
  const tidy = lines.map(tidyLine);
  const last = tidy.findLastIndex((line) => line.trim() !== '');
  if (last < 0) throw impossible(empty);
  return { kind: 'lines', lines: tidy.slice(0, last + 1) };
}

/** The lines of a text. */
export const linesOfText = (text: string): string[] => text.split(LINE_BREAK);
