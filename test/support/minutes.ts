import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const file = resolve(__dirname, '../../../shared/minutes/hovedmed-2026-04-24.txt');

/** The minutes that the story is retold from. They are no part of the project; undefined where they do not lie beside it. */
export const minutes: string | undefined = existsSync(file) ? readFileSync(file, 'utf8') : undefined;

/** Names of the people in the minutes' tables of participants: the rows of three columns above the agenda. */
export function namesIn(text: string): string[] {
  const [participants = ''] = text.split('## Dagsorden');
  return participants
    .split('\n')
    .map((line) => line.replaceAll(/<[^>]*>/g, '').split('\t'))
    .filter(([name = '', ...rest]) => rest.length === 2 && /^\p{Lu}[^\s]+ \p{Lu}/u.test(name))
    .map(([name = '']) => name.replaceAll(/-\s+/g, '').trim());
}

/** A text as its words alone: what a copy keeps whatever is done to its layout. */
const wordsOf = (text: string): string[] =>
  text
    .replaceAll(/<[^>]*>/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** All runs of so many words in a row. */
export function runsOf(count: number, text: string): Set<string> {
  const words = wordsOf(text);
  return new Set(words.map((_word, at) => words.slice(at, at + count).join(' ')).slice(0, 1 - count));
}
