import { barCellsOf, barRowsOf } from './bars.js';
import type { Notes } from './notes.js';
import { noiseOf } from './noise.js';

/** A line with something on it: markup taken away, words that were broken over lines joined again. */
export interface Line {
  /** The first of the lines as they came, from 1, and all of them where a broken word bound several. */
  readonly number: number;
  readonly numbers: readonly number[];
  /** The cells of a table row; one where it is none. Empty cells are kept. */
  readonly cells: readonly string[];
  /** All of it as one text. */
  readonly text: string;
  /** Marked up as a heading or all bold. */
  readonly strong: boolean;
  readonly bullet: boolean;
  /** False where a broken word was joined, in a cell or over lines, or its end is missing. */
  readonly whole: boolean;
  /** A blank line or a page break stands before it. */
  readonly afterGap: boolean;
}

export const isRow = (line: Line): boolean => line.cells.length > 1;

const BULLET = /^\s*(?:[-–•▪●·*\uF0B7]|o(?=\s{2,}))\s+/u;

/** The lines with something on them. Blank lines, page headers and addresses are noted and left out. */
export function contentOf(raw: readonly string[], notes: Notes): Line[] {
  const barred = barRowsOf(raw);
  const clean = raw.map((line, at) => cleaned(line.length > LONGEST ? '' : line, at + 1, barred.has(at)));
  for (const { number, text } of clean) {
    const line = raw[number - 1] ?? '';
    if (line.length > LONGEST) {
      notes.leave('notUnderstood', number);
      notes.warn('minutes.line-too-long', number);
    } else if (text === '') notes.leave(isBlank(line) ? 'blank' : 'noise', number);
  }
  for (const number of noiseOf(clean, raw)) notes.leave('noise', number);
  return joined(clean, (number) => notes.isLeft(number));
}

/** No paragraph of minutes is longer; a longer line is something else, and would be slow to read. */
const LONGEST = 10_000;

const isBlank = (line = ''): boolean => line.trim() === '';

/** A row of a table has one cell or more that is not empty; a row of empty cells is markup. */
function cleaned(raw: string, number: number, barred: boolean): Line {
  const plain = raw
    .replace(/[\u00AD\u200B\uFEFF\f\r]/gu, '')
    .replace(/[\u00A0\u2007\u202F]/gu, ' ')
    .replace(/<\/?[a-z][^>]*>/giu, '')
    .replace(/&nbsp;/gu, ' ')
    .replace(/&amp;/gu, '&');
  const heading = /^\s*#{1,6}\s/u.test(plain);
  const bullet = BULLET.test(plain) && !/^\s*\*\*/u.test(plain);
  const bare = (bullet ? plain.replace(BULLET, '') : plain)
    .replace(/^\s*#{1,6}(?=\s)/u, '')
    .replace(/\\(?=[.#*_-])/gu, '');
  const strong = heading || /^\s*(\*\*|__)[^*_]+\1[:.]?\s*$/u.test(bare);
  const plainCells = barred ? barCellsOf : cellsOf;
  const spaced = plainCells(bare.replace(/\*+|__|~~/gu, '')).map((cell) => cell.replace(/\s+/gu, ' ').trim());
  const cells = spaced.map(rejoined);
  const whole = cells.every((cell, at) => cell === spaced[at]);
  return lineOf({ numbers: [number], cells, strong, bullet, whole, afterGap: false });
}

const lineOf = (parts: Omit<Line, 'text' | 'number'>): Line => ({
  ...parts,
  number: parts.numbers[0] ?? 0,
  text: parts.cells.filter((cell) => cell !== '').join(' '),
});

/** Tabs, or the wide gaps of a PDF reader that keeps the layout. */
function cellsOf(text: string): string[] {
  if (text.includes('\t')) return text.split('\t');
  return /^[-_=\s*.]{2,}$/u.test(text) ? [''] : text.trim().split(/ {3,}/u);
}

/** Second parts of words that share their last part: `børne- og ungehjem` is not a broken word. */
const SHARED = /^(?:og|eller|samt|og\/eller|til|som|mens|men|kontra)(?![\p{L}])/u;

/** `for- mand` → `formand`: what a PDF reader makes of a word broken inside a cell. */
const rejoined = (text: string): string =>
  text.replace(/([\p{L}\p{N}]+)- (?=\p{L})/gu, (all, before: string, at: number) => {
    const after = text.slice(at + all.length);
    return SHARED.test(after) || (isUpper(after[0]) && !isUpper(before[0]))
      ? all
      : glued(before, after).slice(0, -after.length);
  });

const isUpper = (text = ''): boolean => text !== text.toLowerCase();

/** The hyphen belongs to the word after capitals and figures (`MED-drøftelse`) and before a capital (`Winther-Lund`). */
function glued(before: string, after: string): string {
  const last = /[\p{L}\p{N}]+$/u.exec(before)?.[0] ?? '';
  const keeps = isUpper(after[0]) || last.length === 1 || /^[\p{Lu}\p{N}]+$/u.test(last);
  return `${before}${keeps ? '-' : ''}${after}`;
}

/** Whether a text stops in the middle of a word. */
export const breaksOff = (text: string): boolean => /[\p{L}\p{N}]-$/u.test(text);

/** Whether a text goes on with the second half of a word that another one began. */
export const continuesWord = (before: string, after: string): boolean =>
  breaksOff(before) && /^\p{Ll}/u.test(after) && !SHARED.test(after);

/** Two parts of one text, as one: with a space between them, or as the word that was broken. */
export const together = (before: string, after: string): string => {
  if (before === '' || after === '') return before + after;
  return continuesWord(before, after) ? glued(before.slice(0, -1), after) : `${before} ${after}`;
};

/** Binds lines that share a broken word. Two rows of a table are not bound here: their cells are. */
function joined(all: readonly Line[], isLeft: (number: number) => boolean): Line[] {
  const found: Line[] = [];
  let gap = false;
  for (const line of all) {
    if (isLeft(line.number)) {
      gap = true;
      continue;
    }
    const last = found.at(-1);
    const bound = last && continuesWord(last.cells.at(-1) ?? '', line.cells[0] ?? '') && !(isRow(last) && isRow(line));
    if (bound && !line.bullet) found[found.length - 1] = bind(last, line);
    else found.push({ ...line, whole: line.whole && !breaksOff(line.text), afterGap: gap });
    gap = false;
  }
  return found;
}

function bind(first: Line, second: Line): Line {
  const cells = [
    ...first.cells.slice(0, -1),
    together(first.cells.at(-1) ?? '', second.cells[0] ?? ''),
    ...second.cells.slice(1),
  ];
  return lineOf({ ...first, numbers: [...first.numbers, ...second.numbers], cells, whole: false });
}
