import fc from 'fast-check';

/** A harm that a reader of PDF files, or somebody who copies and pastes, does to the lines of minutes. */
export interface Mutation {
  readonly name: string;
  readonly at: number;
  readonly how: number;
}

type Harm = (lines: readonly string[], at: number, how: number) => string[];

const without = (lines: readonly string[], at: number, count = 1): string[] => [
  ...lines.slice(0, at),
  ...lines.slice(at + count),
];
const withLines = (lines: readonly string[], at: number, ...more: readonly string[]): string[] => [
  ...lines.slice(0, at),
  ...more,
  ...lines.slice(at),
];
const replaced = (lines: readonly string[], at: number, ...by: readonly string[]): string[] => [
  ...lines.slice(0, at),
  ...by,
  ...lines.slice(at + 1),
];

/** Positions of the words that are long enough to be broken. */
const longWords = (line: string): number[] => [...line.matchAll(/\p{L}{6,}/gu)].map(({ index }) => index);

const broken =
  (join: string): Harm =>
  (lines, at, how) => {
    const line = lines[at]!;
    const words = longWords(line);
    const word = words[how % Math.max(1, words.length)];
    if (word === undefined) return [...lines];
    const cut = word + 3;
    return replaced(lines, at, ...`${line.slice(0, cut)}-${join}${line.slice(cut)}`.split('\n'));
  };

/** The rows of the table around a line, as first and last line. */
function tableAround(lines: readonly string[], at: number): readonly [number, number] | undefined {
  const rows = lines.flatMap((line, row) => (line.includes('\t') ? [row] : []));
  if (rows.length === 0) return undefined;
  const near = rows.reduce((best, row) => (Math.abs(row - at) < Math.abs(best - at) ? row : best));
  let [from, to] = [near, near];
  while (lines[from - 1]?.includes('\t')) from -= 1;
  while (lines[to + 1]?.includes('\t')) to += 1;
  return [from, to];
}

function swapped(line: string, how: number): string {
  const cells = line.split('\t');
  if (cells.length < 2) return line;
  const [one, other] =
    cells.length === 2
      ? [0, 1]
      : (
          [
            [0, 1],
            [1, 2],
            [0, 2],
          ] as const
        )[how % 3]!;
  const by = [...cells];
  [by[one], by[other]] = [cells[other]!, cells[one]!];
  return by.join('\t');
}

const swap =
  (skip: number): Harm =>
  (lines, at, how) => {
    const table = tableAround(lines, at);
    if (!table) return [...lines];
    return lines.map((line, row) => (row >= table[0] + skip && row <= table[1] ? swapped(line, how) : line));
  };

const isHeading = (line: string): boolean => /^\s*(?:#|- \d|\d{1,2}[.)]|punkt|ad \d|referat|dagsorden)/iu.test(line);
const letterhead = ['Personale og Udvikling', 'Torvegade 14', '4690 Haslev'];

/** All harms by name. */
export const harms: Readonly<Record<string, Harm>> = {
  'drop a line': (lines, at) => without(lines, at),
  'break a word at the end of a line': broken('\n'),
  'break a word inside a line': broken(' '),
  'swap columns with their headings': swap(0),
  'swap cells below their headings': swap(1),
  'swap the cells of one row': (lines, at, how) => replaced(lines, at, swapped(lines[at]!, how)),
  'insert a page number': (lines, at) => withLines(lines, at, 'Side 3 af 9'),
  'insert a page break': (lines, at) => withLines(lines, at, '', '4', '\f', ''),
  'insert a letterhead': (lines, at) => withLines(lines, at, '', ...letterhead, ''),
  'duplicate a line': (lines, at) => withLines(lines, at, lines[at]!),
  'join two lines': (lines, at) =>
    at + 1 < lines.length
      ? [...lines.slice(0, at), `${lines[at]} ${lines[at + 1]}`, ...lines.slice(at + 2)]
      : [...lines],
  'remove a blank line': (lines, at) => {
    const blank = lines.findIndex((line, row) => row >= at && line.trim() === '');
    return blank < 0 ? [...lines] : without(lines, blank);
  },
  'remove all blank lines': (lines) => lines.filter((line) => line.trim() !== ''),
  'headings in capitals': (lines) => lines.map((line) => (isHeading(line) ? line.toUpperCase() : line)),
  'a heading in small letters': (lines, at) => {
    const heading = lines.findIndex((line, row) => row >= at && isHeading(line));
    return heading < 0 ? [...lines] : replaced(lines, heading, lines[heading]!.toLowerCase());
  },
};

export const aMutation: fc.Arbitrary<Mutation> = fc.record({
  name: fc.constantFrom(...Object.keys(harms)),
  at: fc.nat({ max: 200 }),
  how: fc.nat({ max: 50 }),
});

export const mutated = (lines: readonly string[], mutations: readonly Mutation[]): string[] =>
  mutations.reduce<string[]>(
    (left, { name, at, how }) => (left.length > 0 ? harms[name]!(left, at % left.length, how) : left),
    [...lines],
  );
