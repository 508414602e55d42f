import { MONTH } from './dates.js';
import { isRow, together, type Line } from './lines.js';

/** A sentence with the line that it begins on. */
export interface Sentence {
  readonly text: string;
  readonly line: number;
  readonly numbers: readonly number[];
  /** It stands on one line and begins and ends there: nothing of it can be missing. */
  readonly whole: boolean;
}

/** A dot after these ends no sentence. */
const SHORT_FORM =
  /(?:^|[\s(])(?:d|kl|nr|pkt|bl\.a|f\.eks|fx|mio|mia|kr|jf|hhv|evt|pr|ca|mv|m\.v|m\.fl|osv|inkl|ekskl|vedr|mhp|dvs|ift|ifm|ifbm|pga|resp|stk|tlf|min|adm|afd|cand|dir|fmd|repr|maks|tidl|fhv|ang|gl|mht|p\.t|m\.h\.t|i\.f\.m|i\.f\.t|jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec|mand?|tirs|ons|tors|fre|\d{1,2}|\p{Lu})\.$/iu;
const END = /[.!?:](?:["”»)])?$/u;

/** The running text of lines as sentences. A paragraph that a page break cut in two goes on behind it. */
export function sentencesOf(lines: readonly Line[]): Sentence[] {
  return paragraphs(lines.filter((line) => !isRow(line))).flatMap(split);
}

/** Lines that belong together: until a blank line behind a finished sentence, a heading or a bullet. */
function paragraphs(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  for (const line of lines) {
    const last = found.at(-1)?.at(-1);
    const cut =
      !last ||
      line.bullet ||
      line.strong ||
      last.strong ||
      (line.afterGap && (END.test(last.text) || !/^[\p{Ll}\d§(]/u.test(line.text)));
    if (cut) found.push([line]);
    else found.at(-1)!.push(line);
  }
  return found;
}

/** Lines without a stop for so many characters are a list and no sentence. */
const LONGEST = 2_000;

interface Piece {
  text: string;
  readonly numbers: number[];
  whole: boolean;
}

function split(paragraph: readonly Line[]): Sentence[] {
  const done: Sentence[] = [];
  let open: Piece | undefined;
  const close = (ended: boolean) => {
    if (open)
      done.push({ text: open.text, line: open.numbers[0] ?? 0, numbers: open.numbers, whole: open.whole && ended });
    open = undefined;
  };
  for (const line of paragraph) {
    for (const part of piecesOf(line.text)) {
      const starts: boolean = open === undefined;
      open ??= { text: '', numbers: [], whole: line.whole && /^[\p{Lu}\d"»”(]/u.test(part) };
      open.text = together(open.text, part);
      open.whole &&= starts;
      open.numbers.push(...line.numbers.filter((number) => !open?.numbers.includes(number)));
      if (ends(part)) close(true);
      else if (open.text.length > LONGEST) close(false);
    }
  }
  close(false);
  return done;
}

const ends = (part: string): boolean => END.test(part) && !SHORT_FORM.test(part) && !/:$/u.test(part);
const FOLLOWS = new RegExp(`^(?:${MONTH}|\\d)`, 'iu');

/** Parts of a text up to the ends of its sentences. */
export function piecesOf(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?]["”»)]?\s+(?=[\p{Lu}\d"»”(])/gu)) {
    const end = match.index + match[0].trimEnd().length;
    const part = text.slice(from, end);
    const next = text.slice(match.index + match[0].length);
    if (SHORT_FORM.test(part) && (FOLLOWS.test(next) || !/\d\.$/u.test(part))) continue;
    if (SHORT_FORM.test(part) && /(?:^|\s)d\.\s*\d{1,2}\.$/u.test(part) && FOLLOWS.test(next)) continue;
    found.push(part);
    from = match.index + match[0].length;
  }
  return [...found, text.slice(from)].filter((part) => part.trim() !== '');
}
