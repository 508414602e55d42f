import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { LargeLog } from './large-log.js';

/** How a row is to be measured. */
export interface BenchOptions {
  /** Little data and few rounds: shows that the row works, and nothing about speed. */
  readonly quick: boolean;
  /** Tells whoever waits what is being done. */
  readonly say: (progress: string) => void;
  /** A data folder with a million events, made when it is first asked for and shared by the rows. */
  readonly largeLog: () => Promise<LargeLog>;
}

/** Ours and the reference, medians of rounds of the same run that alternate, and the median of the rounds' ratios. */
export interface Compared {
  readonly ours: number;
  readonly reference: number;
  readonly ratio: number;
  /** The smallest and the largest ratio of a round. */
  readonly spread: readonly [smallest: number, largest: number];
}

/** What a row found out. */
export interface Measured extends Compared {
  readonly unit: string;
  readonly note: string;
}

/** A row as it is printed and written to `bench-results.json`. */
export interface BenchRow extends Measured {
  /** The row of the design's table of numbers to reach. */
  readonly row: number;
  readonly name: string;
  /** `>= 0.6` or `<= 1.5`, of the ratio; left out together with `met` where there is none. */
  readonly goal?: string;
  readonly met?: boolean;
}

/** Thrown by a row that cannot be measured on this machine; says what is missing. */
export class LeftOut extends Error {}

type Round = () => number | Promise<number>;

/** Rounds that alternate, so that both see the same machine. The first one warms up and is not counted. */
export async function interleaved(rounds: number, ours: Round, reference: Round): Promise<Compared> {
  const found: { readonly ours: number; readonly reference: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const one = { ours: await ours(), reference: await reference() };
    if (round > 0) found.push(one);
  }
  return compared(found);
}

/** The medians of pairs that were measured side by side. */
export function compared(rounds: readonly { readonly ours: number; readonly reference: number }[]): Compared {
  const ratios = rounds.map(({ ours, reference }) => ours / reference);
  return {
    ours: median(rounds.map(({ ours }) => ours)),
    reference: median(rounds.map(({ reference }) => reference)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** Gives a folder that is removed when the work is done. */
export async function inTemporaryFolder<Answer>(work: (folder: string) => Promise<Answer>): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'rettidig-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A table with the same unique keys under the same pragmas as our log, and nothing else. */
export function bareLog(file: string): Database.Database {
  const database = new Database(file);
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.pragma('cache_size = -65536');
  database.pragma('wal_autocheckpoint = 4000');
  database.exec(`create table events (
    position integer primary key autoincrement,
    stream text not null,
    revision integer not null,
    id text not null unique,
    type text not null,
    data text not null,
    meta text not null,
    unique (stream, revision)
  ) strict`);
  return database;
}

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
