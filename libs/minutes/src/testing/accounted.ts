import type { MinutesDraft } from '../draft.js';
import { labelsOf } from '../labels.js';
import { contentOf } from '../lines.js';
import { Notes } from '../notes.js';

/** Lines that neither gave a value nor were left out, or both; values that were read from no such line. */
export function unaccounted(draft: MinutesDraft, lines: readonly string[]): number[] {
  const times = new Map<number, number>();
  for (const { from, to } of [...draft.readFrom, ...draft.leftOut])
    for (let number = from; number <= to; number += 1) times.set(number, (times.get(number) ?? 0) + 1);
  const wrong = lines.map((_line, at) => at + 1).filter((number) => times.get(number) !== 1);
  const read = (number: number) => draft.readFrom.some(({ from, to }) => from <= number && number <= to);
  return [
    ...wrong,
    ...linesOf(draft).filter((number) => !read(number)),
    ...[...times.keys()].filter((number) => number < 1 || number > lines.length),
  ];
}

/** The line of every value. */
function linesOf(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (['leftOut', 'readFrom', 'warnings', 'minutes'].includes(key)) return [];
    return key === 'line' ? [inner as number] : linesOf(inner);
  });
}

/** Lines that are said to have given a value although no word or number of them stands in one. */
export function withoutValue(draft: MinutesDraft, lines: readonly string[]): number[] {
  const { leftOut: _leftOut, readFrom, warnings: _warnings, ...values } = draft;
  const text = JSON.stringify(values).toLowerCase();
  const numbers = readFrom.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
  return numbers.filter((number) => {
    const [line] = contentOf([lines[number - 1] ?? ''], new Notes());
    // A number alone is that of an item; a label alone belongs to the value below it.
    if (/^(?:ad\.?|punkt|pkt\.?)\s*\d+\W*$/iu.test(line?.text ?? '')) return false;
    if (line && labelsOf(line).some(({ value }) => value === '')) return false;
    const words = lines[number - 1]?.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    return !words.some((word) => text.includes(word));
  });
}
