import type { CommitteeHistory, CommitteeKind, CommitteeLevel, History } from '@rettidig/organisation';
import { committeeKinds, valueOn } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import type { Cells } from '../tables/cells.js';
import { structureTables } from './columns.js';
import { Conflicts, day, lastDay, said } from './conflicts.js';
import type { Match, Named } from './numbers.js';
import { Finder, matched, Register } from './numbers.js';
import type { PlanFrom, PlannedRow, TablePlan } from './planned.js';
import type { Period } from './reading.js';
import { faultless, onceEach, periodIn } from './reading.js';
import { differ } from './units.js';
import { kindWords, levelWords } from './vocabulary.js';

interface CommitteeRow extends Period {
  readonly cells: Cells;
  readonly number: string;
  readonly name: string;
  readonly level: CommitteeLevel;
  readonly kind: CommitteeKind;
  readonly covers: readonly string[];
  readonly parent?: string;
  readonly predecessors: readonly string[];
}

/** A row with what its cells name. */
interface Placed extends Omit<CommitteeRow, 'covers' | 'predecessors'> {
  readonly match: Match;
  readonly above: Named | null;
  readonly units: readonly string[];
  readonly before: readonly Named[];
}

const table = structureTables.find(({ name }) => name === 'committees')!;

/** What a table of committees would do. */
export function planCommittees(rows: readonly Cells[], from: PlanFrom): TablePlan {
  const { history, bad } = from;
  const register = new Register('committee', history);
  const units = new Finder(new Register('unit', history));
  const read = faultless(
    onceEach(rows.map(committeeIn), 'number', ({ number }) => number),
    bad,
  );
  const matches = matched(read, register);
  const committees = new Finder(register, matches, rows);
  const placed = faultless(read, bad).flatMap((row) => placedRow(row, matches, { units, committees }) ?? []);
  const names = new Map(read.map(({ number, name }) => [matches.get(number)?.id ?? '', `${number} ${name}`]));
  return {
    rows: faultless(placed, bad).map((row) => plannedCommittee(row, from, names)),
    byName: placed
      .filter(({ match }) => match.by === 'name')
      .map(({ cells, name, match }) => ({ row: cells.row, name, id: match.id })),
    notes: [],
    names,
  };
}

function committeeIn(cells: Cells): CommitteeRow | undefined {
  const [number, name, parent] = [cells.number('number'), cells.text('name'), cells.number('parent')];
  const [level, kind] = [cells.word('level', levelWords), cells.word('kind', kindWords)];
  const covers = cells.numbers('covers');
  const predecessors = cells.numbers('predecessors');
  const period = periodIn(cells);
  const read = number !== undefined && name !== undefined && level !== undefined && kind !== undefined;
  if (!read || period === undefined) return undefined;
  return { cells, number, name, level, kind, covers, predecessors, ...(parent !== undefined && { parent }), ...period };
}

function placedRow(
  row: CommitteeRow,
  matches: ReadonlyMap<string, Match>,
  { units, committees }: { readonly units: Finder; readonly committees: Finder },
): Placed | undefined {
  const { cells, number, parent, covers, predecessors, from } = row;
  const above = parent === undefined ? null : committees.find(cells, 'parent', parent, from);
  const covered = covers.map((one) => units.find(cells, 'covers', one, from));
  const before = predecessors.map((one) => committees.find(cells, 'predecessors', one, from));
  const match = matches.get(number);
  if (!match || above === undefined) return undefined;
  return {
    ...row,
    match,
    above,
    units: [...new Set(covered.flatMap((one) => one?.id ?? []))],
    before: before.filter((one) => one !== undefined),
  };
}

function plannedCommittee(row: Placed, from: PlanFrom, names: ReadonlyMap<string, string>): PlannedRow {
  const { cells, match, above, before, name, level, kind, units } = row;
  const named = [above, ...before].filter((one) => one !== null);
  const rows = named.flatMap(({ row: of, isNew }) => (of === undefined ? [] : [{ of, isNew }]));
  const order = {
    row: cells.row,
    after: rows.map(({ of }) => of),
    buildsOn: rows.flatMap(({ of, isNew }) => (isNew ? [of] : [])),
  };
  const committee = from.history.committees.get(match.id);
  if (committee) return { ...order, conflicts: conflictsOf(row, committee, from, names) };
  const data = {
    committeeId: match.id,
    ...{ name, level, kind, covers: units, parentId: above?.id ?? null, validFrom: row.from },
    ...(row.to !== undefined && { validTo: row.to }),
    predecessors: before.map(({ id }) => id),
  };
  return { ...order, facts: [{ type: 'CommitteeEstablished', data }], conflicts: [] };
}

function conflictsOf(
  row: Placed,
  committee: CommitteeHistory,
  { history, decided }: PlanFrom,
  names: ReadonlyMap<string, string>,
): Conflicts['found'] {
  const { cells, units } = row;
  const { committeeId, validity, coverage } = committee;
  const asked = decided.from(cells.row, row.from);
  const on = asked < validity.from ? validity.from : asked;
  const conflicts = new Conflicts(cells.row, table);
  compareFixed(row, committee, conflicts, (id) => id && (names.get(id) ?? history.committees.get(id)?.name ?? id));
  const coversThen = valueOn(coverage, on) ?? [];
  const isThere = validity.to === null || on < validity.to;
  if (isThere && differ(coversThen, units))
    conflicts.add('covers', said(unitsCalled(history, coversThen)), said(unitsCalled(history, units)), {
      facts: [{ type: 'CommitteeCoverageChanged', data: { committeeId, covers: units, from: on } }],
    });
  const starts = [validity.from, ...coverage.map(({ from }) => from)];
  if (asked < validity.from || (!conflicts.any && !starts.includes(asked)))
    conflicts.add('from', day(validity.from), day(row.from));
  compareEnds(row, committee, conflicts);
  return conflicts.found;
}

/** What a committee is from its first day to its last: no fact changes it. */
function compareFixed(
  { name, level, kind, above }: Placed,
  committee: CommitteeHistory,
  conflicts: Conflicts,
  called: (id: string | null) => string | null,
): void {
  const parentId = above?.id ?? null;
  if (committee.name !== name) conflicts.add('name', said(committee.name), said(name));
  if (committee.level !== level) conflicts.add('level', levelWords[committee.level], levelWords[level]);
  if (committee.kind !== kind) conflicts.add('kind', committeeKinds[committee.kind], committeeKinds[kind]);
  if (committee.parentId !== parentId)
    conflicts.add('parent', said(called(committee.parentId)), said(called(parentId)));
}

function compareEnds({ cells, to }: Placed, committee: CommitteeHistory, conflicts: Conflicts): void {
  const { committeeId, validity, dissolvedOn } = committee;
  if (!cells.speaksOf('to') || validity.to === (to ?? null)) return;
  const earlier = to !== undefined && dissolvedOn === null && (validity.to === null || to < validity.to);
  conflicts.add('to', lastDay(validity.to), lastDay(to), earlier ? dissolution(committeeId, to) : undefined);
}

const dissolution = (committeeId: string, on: LocalDate) => ({
  endings: [{ type: 'CommitteeDissolved', data: { committeeId, on } } as const],
});

const unitsCalled = ({ units }: History, ids: readonly string[]): string =>
  ids.map((id) => units.get(id)?.names.at(-1)?.value ?? id).join(', ');
