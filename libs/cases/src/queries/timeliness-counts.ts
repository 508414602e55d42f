import type { ViewReader } from '@rettidig/event-sourcing';
import { daysBetween } from '@rettidig/calendar';
import type { Calendar, DayKind } from '@rettidig/calendar';
import type { Maturity } from '../change.events.js';
import { timelyTable } from '../projections/timeliness-rows.js';
import { knownVersions } from '../projections/versions.js';
import { PENDING, UNKNOWN } from '../story/timeliness-rows.js';
import type { RuleBook, TimelyInterval } from '@rettidig/rules';
import { timelinessTargetOn } from '@rettidig/rules';
import type { Measured } from '../timeliness.js';

/** By what reviews are put together. */
export type GroupedBy = 'kind' | 'unit' | 'committee' | 'unitAndKind';

const groupColumns: Readonly<Record<GroupedBy, readonly string[]>> = {
  kind: ['kind'],
  unit: ['unit_id'],
  committee: ['committee_id'],
  unitAndKind: ['unit_id', 'kind'],
};

/** Which reviews, known when. */
export interface CountQuestion {
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly units: readonly string[] | undefined;
  readonly kinds: readonly string[] | undefined;
  readonly committees: readonly string[] | undefined;
  readonly maturities: readonly string[] | undefined;
}

/** Days that are counted, on which calendar, and what was agreed of them. */
export interface DaysOf {
  readonly kind: DayKind;
  readonly calendar: Calendar;
  readonly ruleBook: RuleBook;
}

/** The reviews of one group, counted. */
export interface CountedGroup {
  readonly unitId: string | null;
  readonly kind: string | null;
  readonly committeeId: string | null;
  readonly reviews: number;
  /** First reviews of their cases. */
  readonly cases: number;
  readonly intervals: Readonly<Record<TimelyInterval, Measured>>;
  /** How far the proposal had come at the first review of its case. */
  readonly maturity: ReadonlyMap<Maturity, number>;
}

interface Row {
  readonly unit_id: string | null;
  readonly kind: string | null;
  readonly committee_id: string | null;
  readonly held_on: string;
  readonly is_first: number;
  readonly maturity: Maturity;
  readonly papers_on: string;
  readonly recommended_on: string;
  readonly decided_on: string;
  readonly count: number;
}

const MEASURED = ['held_on', 'is_first', 'maturity', 'papers_on', 'recommended_on', 'decided_on'];

/**
 * Counts reviews in the database, those with the same days at once: there are as many rows as there are different days,
 * not as many as there are reviews.
 */
export function countTimely(
  view: ViewReader,
  question: CountQuestion,
  by: GroupedBy | null,
  days: DaysOf,
): CountedGroup[] {
  const grouped = by ? groupColumns[by] : [];
  // Targets are agreed for kinds; without any there is no need to tell these apart.
  const byTarget = days.ruleBook.targets.length > 0 ? ['kind'] : [];
  const columns = [...new Set([...grouped, ...byTarget, ...MEASURED])];
  const filters: readonly (readonly [column: string, name: string, values: readonly string[] | undefined])[] = [
    ['unit_id', 'units', question.units],
    ['kind', 'kinds', question.kinds],
    ['committee_id', 'committees', question.committees],
    ['maturity', 'maturities', question.maturities],
  ];
  const asked = filters.filter(([, , values]) => values !== undefined);
  const where = [
    'held_on between :from and :to',
    ...asked.map(([column, name]) => `${column} in (select value from json_each(:${name}))`),
  ].join(' and ');
  const rows = view.all<Partial<Row> & Row>(
    `select ${columns.join(', ')}, count(*) as count from (${knownVersions(timelyTable, columns.join(', '), where)})` +
      ` group by ${columns.join(', ')}`,
    {
      at: question.at,
      from: question.from,
      to: question.to,
      ...Object.fromEntries(asked.map(([, name, values]) => [name, JSON.stringify(values)])),
    },
  );
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(grouped.map((column) => row[column as keyof Row]));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  if (by === null && groups.size === 0) groups.set('[]', []);
  return [...groups.values()].map((some) => counted(some, grouped, days)).sort(largestFirst);
}

const keyOf = ({ unitId, kind, committeeId }: CountedGroup): string => `${unitId} ${kind} ${committeeId}`;

const largestFirst = (one: CountedGroup, other: CountedGroup): number =>
  other.reviews - one.reviews || (keyOf(one) < keyOf(other) ? -1 : 1);

function counted(rows: readonly Row[], grouped: readonly string[], days: DaysOf): CountedGroup {
  const [any] = rows;
  const first = rows.filter(({ is_first }) => is_first === 1);
  const maturity = new Map<Maturity, number>();
  for (const row of first) maturity.set(row.maturity, (maturity.get(row.maturity) ?? 0) + row.count);
  return {
    unitId: any?.unit_id ?? null,
    kind: grouped.includes('kind') ? (any?.kind ?? null) : null,
    committeeId: any?.committee_id ?? null,
    reviews: sum(rows),
    cases: sum(first),
    intervals: {
      papersToMeeting: measured(rows, 'papersToMeeting', days),
      meetingToRecommendation: measured(rows, 'meetingToRecommendation', days),
      meetingToDecision: measured(rows, 'meetingToDecision', days),
      firstToDecision: measured(first, 'firstToDecision', days),
    },
    maturity,
  };
}

const sum = (rows: readonly Row[]): number => rows.reduce((total, { count }) => total + count, 0);

/** From when to when each interval is. */
const between: Readonly<Record<TimelyInterval, (row: Row) => readonly [from: string, to: string]>> = {
  papersToMeeting: ({ papers_on, held_on }) => [papers_on, held_on],
  meetingToRecommendation: ({ held_on, recommended_on }) => [held_on, recommended_on],
  meetingToDecision: ({ held_on, decided_on }) => [held_on, decided_on],
  firstToDecision: ({ held_on, decided_on }) => [held_on, decided_on],
};

function measured(rows: readonly Row[], interval: TimelyInterval, asked: DaysOf): Measured {
  const days = new Map<number, number>();
  const missing = { unknown: 0, pending: 0 };
  const agreed = { under: 0, of: 0, notAgreed: 0 };
  for (const row of rows) {
    const [from, to] = between[interval](row);
    if (from === UNKNOWN || to === UNKNOWN) missing.unknown += row.count;
    else if (to === PENDING) missing.pending += row.count;
    else {
      const number = daysBetween(asked.calendar, from, to, asked.kind);
      days.set(number, (days.get(number) ?? 0) + row.count);
      const stands = againstAgreed(row, interval, asked);
      if (stands !== 'notAgreed') agreed.of += row.count;
      if (stands !== 'reached') agreed[stands] += row.count;
    }
  }
  return { days, ...missing, agreed };
}

/** How reviews with known days stand to what was agreed for their kind when they were held. */
function againstAgreed(
  row: Row,
  interval: TimelyInterval,
  { calendar, ruleBook }: DaysOf,
): 'under' | 'reached' | 'notAgreed' {
  const target = row.kind && timelinessTargetOn(ruleBook, { kind: row.kind, interval }, row.held_on)?.days;
  if (!target) return 'notAgreed';
  const [from, to] = between[interval](row);
  return daysBetween(calendar, from, to, target.kind) < target.count ? 'under' : 'reached';
}
