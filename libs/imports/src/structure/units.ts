import type { ImportedFact, UnitHistory } from '@rettidig/organisation';
import { valueOn } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import type { Cells } from '../tables/cells.js';
import { structureTables } from './columns.js';
import { Conflicts, day, lastDay, said } from './conflicts.js';
import type { Match, Named } from './numbers.js';
import { Finder, matched, Register } from './numbers.js';
import type { PlanFrom, PlannedRow, TablePlan } from './planned.js';
import type { Period } from './reading.js';
import { faultless, onceEach, periodIn } from './reading.js';

interface UnitRow extends Period {
  readonly cells: Cells;
  readonly number: string;
  readonly name: string;
  readonly parent?: string;
  readonly successors: readonly string[];
}

/** A row with what its cells name. */
interface Placed extends UnitRow {
  readonly match: Match;
  readonly above: Named | null;
  readonly takingOver: readonly Named[];
}

const table = structureTables.find(({ name }) => name === 'units')!;

/** What a table of units would do. */
export function planUnits(rows: readonly Cells[], from: PlanFrom): TablePlan {
  const { history, bad } = from;
  const register = new Register('unit', history);
  const read = faultless(
    onceEach(rows.map(unitIn), 'number', ({ number }) => number),
    bad,
  );
  const matches = matched(read, register);
  const finder = new Finder(register, matches, rows);
  const placed = faultless(read, bad).flatMap((row) => placedRow(row, matches, finder) ?? []);
  const names = new Map(read.map(({ number, name }) => [matches.get(number)?.id ?? '', `${number} ${name}`]));
  return {
    rows: faultless(placed, bad).map((row) => plannedUnit(row, from, names)),
    byName: placed
      .filter(({ match }) => match.by === 'name')
      .map(({ cells, name, match }) => ({ row: cells.row, name, id: match.id })),
    notes: [],
    names,
  };
}

function unitIn(cells: Cells): UnitRow | undefined {
  const [number, name, parent] = [cells.number('number'), cells.text('name'), cells.number('parent')];
  const period = periodIn(cells);
  if (number === undefined || name === undefined || period === undefined) return undefined;
  return {
    cells,
    number,
    name,
    ...(parent !== undefined && { parent }),
    successors: cells.numbers('successors'),
    ...period,
  };
}

function placedRow(row: UnitRow, matches: ReadonlyMap<string, Match>, finder: Finder): Placed | undefined {
  const { cells, number, parent, successors, from, to } = row;
  const above = parent === undefined ? null : finder.find(cells, 'parent', parent, from);
  const takingOver = successors.map((one) => finder.find(cells, 'successors', one, to ?? from));
  const match = matches.get(number);
  if (!match || above === undefined || takingOver.includes(undefined)) return undefined;
  return { ...row, match, above, takingOver: takingOver.filter((one) => one !== undefined) };
}

function plannedUnit(row: Placed, { history, decided }: PlanFrom, names: ReadonlyMap<string, string>): PlannedRow {
  const { cells, match, above, takingOver, name, from, to } = row;
  const named = [above, ...takingOver].filter((one) => one !== null);
  const order = {
    row: cells.row,
    after: above?.row === undefined ? [] : [above.row],
    buildsOn: named.flatMap(({ row: of, isNew }) => (isNew && of !== undefined ? [of] : [])),
  };
  const unit = history.units.get(match.id);
  if (unit)
    return { ...order, conflicts: conflictsOf(row, unit, decided.from(cells.row, from), whoIs(names, history.units)) };
  const unitId = match.id;
  return {
    ...order,
    facts: [{ type: 'UnitEstablished', data: { unitId, name, parentId: above?.id ?? null, validFrom: from } }],
    endings: to === undefined ? [] : [closing(row, to)],
    conflicts: [],
  };
}

const closing = ({ match, takingOver }: Placed, on: LocalDate): ImportedFact => ({
  type: 'UnitClosed',
  data: { unitId: match.id, on, successors: takingOver.map(({ id }) => id) },
});

/** How a unit is called, in the file or else in the register. */
const whoIs =
  (names: ReadonlyMap<string, string>, units: ReadonlyMap<string, UnitHistory>) =>
  (unitId: string | null): string | null =>
    unitId === null ? null : (names.get(unitId) ?? units.get(unitId)?.names.at(-1)?.value ?? unitId);

/**
 * What the register says otherwise about a unit, compared on the day from which the row holds: what changed before or
 * since is no conflict.
 */
function conflictsOf(
  row: Placed,
  unit: UnitHistory,
  asked: LocalDate,
  called: (unitId: string | null) => string | null,
): Conflicts['found'] {
  const { cells, name, above, to } = row;
  const { unitId, validFrom, closedOn } = unit;
  const conflicts = new Conflicts(cells.row, table);
  const on = asked < validFrom ? validFrom : asked;
  if (closedOn !== null && on >= closedOn) {
    conflicts.add('to', lastDay(closedOn), lastDay(to));
    return conflicts.found;
  }
  const nameThen = valueOn(unit.names, on);
  if (nameThen !== name)
    conflicts.add('name', said(nameThen), said(name), {
      facts: [{ type: 'UnitRenamed', data: { unitId, name, from: on } }],
    });
  const parentThen = valueOn(unit.parents, on) ?? null;
  const parentId = above?.id ?? null;
  if (parentThen !== parentId) {
    const moved: ImportedFact = { type: 'UnitMoved', data: { unitId, parentId, from: on } };
    conflicts.add('parent', said(called(parentThen)), said(called(parentId)), { facts: [moved] });
  }
  const starts = [validFrom, ...unit.names.map((one) => one.from), ...unit.parents.map((one) => one.from)];
  if (asked < validFrom || (!conflicts.any && !starts.includes(asked)))
    conflicts.add('from', day(validFrom), day(row.from));
  compareEnds(row, unit, conflicts);
  return conflicts.found;
}

function compareEnds(row: Placed, { closedOn, successors }: UnitHistory, conflicts: Conflicts): void {
  const { cells, to, takingOver } = row;
  if (!cells.speaksOf('to')) return;
  if (closedOn !== (to ?? null))
    conflicts.add(
      'to',
      lastDay(closedOn),
      lastDay(to),
      closedOn === null && to !== undefined ? { endings: [closing(row, to)] } : undefined,
    );
  else if (
    closedOn !== null &&
    cells.speaksOf('successors') &&
    differ(
      takingOver.map(({ id }) => id),
      successors,
    )
  )
    conflicts.add('successors', said(successors.join(', ')), said(takingOver.map(({ id }) => id).join(', ')));
}

/** Whether two lists name different things, in whatever order. */
export const differ = (a: readonly string[], b: readonly string[]): boolean =>
  a.length !== b.length || a.some((one) => !b.includes(one));
