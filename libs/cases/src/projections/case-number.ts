import type { ViewWriter } from '@rettidig/event-sourcing';
import { dayOf } from '@rettidig/vocabulary';

/** A case with the number that people say: `2026-0143`. */
export interface CaseNumber {
  readonly changeId: string;
  readonly number: string;
  /** Sorts like the numbers, also past the 9 999th case of a year. */
  readonly order: number;
}

export const numberSchema = ['create table {number} (year integer primary key, last integer not null) strict'];

const CASES_A_YEAR = 1_000_000;

/** The next number of the year of recording, Copenhagen time. Given in log order, so equal on every node. */
export function nextNumber(view: ViewWriter, changeId: string, recordedAt: string): CaseNumber {
  const year = Number(dayOf(recordedAt).slice(0, 4));
  view.run('insert into {number} values (:year, 1) on conflict (year) do update set last = last + 1', { year });
  const { last } = view.get<{ last: number }>('select last from {number} where year = :year', { year })!;
  return { changeId, number: `${year}-${String(last).padStart(4, '0')}`, order: year * CASES_A_YEAR + last };
}
