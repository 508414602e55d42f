import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { suspect, SUSPECTED_FROM } from '../suspicion/index.js';

/** How well the word lists find the relevant ones among labelled titles. */
export interface SuspicionFigures {
  readonly found: number;
  readonly overlooked: number;
  readonly falseAlarms: number;
  readonly rightlyLeft: number;
  readonly recall: number;
  readonly precision: number;
  /** The harmonic mean of the two. */
  readonly f: number;
}

export interface JudgedTitle {
  readonly id: string;
  readonly title: string;
  readonly relevant: boolean;
  readonly score: number;
}

/**
 * `seen` was there while the lists were written, `unseen` was not; `second` was written by somebody else, who knew
 * neither the lists nor the other titles.
 */
export type Half = 'seen' | 'unseen' | 'second';

interface LabelledTitle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly relevant: string;
}

export function judge(half: Half): JudgedTitle[] {
  const file = resolve(__dirname, `../../test-data/agenda-titles.${half}.csv`);
  const rows = parse<LabelledTitle>(readFileSync(file, 'utf8'), { columns: true, delimiter: ';', bom: true });
  return rows.map(({ id, title, text, relevant }) => ({
    id,
    title,
    relevant: relevant === 'yes',
    score: suspect({ title, text }).score,
  }));
}

export function figuresOf(judged: readonly JudgedTitle[]): SuspicionFigures {
  const count = (relevant: boolean, suspected: boolean): number =>
    judged.filter((title) => title.relevant === relevant && title.score >= SUSPECTED_FROM === suspected).length;
  const [found, overlooked, falseAlarms] = [count(true, true), count(true, false), count(false, true)];
  const recall = found / (found + overlooked);
  const precision = found / (found + falseAlarms);
  const f = (2 * recall * precision) / (recall + precision);
  return { found, overlooked, falseAlarms, rightlyLeft: count(false, false), recall, precision, f };
}

/** The titles judged furthest from what they are, overlooked ones first: they cost more. */
export function worstErrors(judged: readonly JudgedTitle[], most: number): JudgedTitle[] {
  const wrong = judged.filter(({ relevant, score }) => score >= SUSPECTED_FROM !== relevant);
  return wrong
    .sort((a, b) => Number(b.relevant) - Number(a.relevant) || (a.relevant ? a.score - b.score : b.score - a.score))
    .slice(0, most);
}
