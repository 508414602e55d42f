import { parseArgs } from 'node:util';
import { TWO_YEARS, type Size } from './simulation.js';

export const HELP = `npm run simulate -- [options]

Lives through two years of a municipality for each seed, with faults, and checks every day that everybody was
reminded of what is so, once. Exit code 1 when anything is broken. The same seed is the same life.

  --seeds 1-5      one seed, or the first and the last (without it: one of the clock, which is printed)
  --days 730       days to live through
  --changes 3000   changes that come in during that time
  --jobs 2         seeds at the same time, each in a process of its own (1)
  --help           this text`;

/** What was asked for. */
export interface Asked {
  readonly seeds: readonly number[];
  readonly size: Size;
  readonly jobs: number;
}

/** Somebody asked for something that cannot be done; the message says what to write. */
export class BadArguments extends Error {}

/** Null: only the help is wanted.
 * @throws BadArguments
 */
export function askedOf(args: readonly string[], now: number): Asked | null {
  const { seeds, days, changes, jobs, help } = read(args);
  if (help) return null;
  return {
    seeds: seeds === undefined ? [now % 1_000_000] : seedsOf(seeds),
    size: {
      days: numberOf('--days', days, TWO_YEARS.days, 3650),
      changes: numberOf('--changes', changes, TWO_YEARS.changes, 100_000),
    },
    jobs: numberOf('--jobs', jobs, 1, 64),
  };
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { seeds: text, days: text, changes: text, jobs: text, help: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new BadArguments(`${(error as Error).message.split('. ')[0]}. See --help.`);
  }
}

function seedsOf(text: string): number[] {
  const [, from, to] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(text) ?? [];
  const [first, last] = [Number(from), Number(to ?? from)];
  if (from === undefined || last < first)
    throw new BadArguments(`--seeds ${text}: write a number, or the first and the last with a dash: 1-200.`);
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

function numberOf(name: string, text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= most) return number;
  throw new BadArguments(`${name} ${text}: write a whole number from 1 to ${most}.`);
}
