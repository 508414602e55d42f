import type { History } from '@rettidig/organisation';
import { valueOn } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import type { Cells } from '../tables/cells.js';
import { idFor } from './people-to-ask.js';

/** A thing that rows of a file or the register can name. */
export interface Numbered {
  readonly cells: Cells;
  readonly number: string;
  readonly name: string;
  /** The day on which a thing of this name is looked for. */
  readonly from: LocalDate;
}

/** How a row's thing was found. */
export interface Match {
  readonly id: string;
  readonly by: 'number' | 'name' | 'nothing';
}

/** The units or the committees of the register, found by number or name. */
export class Register {
  private readonly byName = new Map<string, Set<string>>();

  constructor(
    readonly subject: 'unit' | 'committee',
    private readonly history: History,
  ) {
    const named =
      subject === 'unit'
        ? [...history.units.values()].flatMap(({ unitId, names }) => names.map(({ value }) => [unitId, value] as const))
        : [...history.committees.values()].map(({ committeeId, name }) => [committeeId, name] as const);
    for (const [id, name] of named) {
      const key = plain(name);
      this.byName.set(key, (this.byName.get(key) ?? new Set()).add(id));
    }
  }

  byNumber(number: string): string | undefined {
    const id = idFor(this.subject, number);
    return this.knows(id) ? id : undefined;
  }

  /** Whatever is called so on a day, or will be from its first day. */
  called(name: string, on: LocalDate): string[] {
    return [...(this.byName.get(plain(name)) ?? [])].filter((id) => this.nameOn(id, on) === plain(name));
  }

  private knows(id: string): boolean {
    return this.subject === 'unit' ? this.history.units.has(id) : this.history.committees.has(id);
  }

  /** On a day; of what begins later, at its beginning: a file may know an earlier one. */
  private nameOn(id: string, on: LocalDate): string | undefined {
    const unit = this.history.units.get(id);
    if (unit) {
      const day = on < unit.validFrom ? unit.validFrom : on;
      return unit.closedOn === null || day < unit.closedOn ? plain(valueOn(unit.names, day) ?? '') : undefined;
    }
    const committee = this.history.committees.get(id);
    const isOver = committee?.validity.to !== null && committee !== undefined && on >= committee.validity.to;
    return committee && !isOver ? plain(committee.name) : undefined;
  }
}

const plain = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * Which thing of the register each row is about: by its number, else by its name on its day, if nothing else is called
 * so then, neither in the register nor in the file; else something new. Rows that could be about several are bad.
 */
export function matched(rows: readonly Numbered[], register: Register): ReadonlyMap<string, Match> {
  const matches = new Map<string, Match>();
  for (const { number } of rows) {
    const id = register.byNumber(number);
    if (id !== undefined) matches.set(number, { id, by: 'number' });
  }
  const taken = new Set([...matches.values()].map(({ id }) => id));
  const nameless = rows.filter(({ number }) => !matches.has(number));
  const found = nameless.map((row) => register.called(row.name, row.from).filter((id) => !taken.has(id)));
  const claims = new Map<string, number>();
  for (const [id] of found) if (id !== undefined) claims.set(id, (claims.get(id) ?? 0) + 1);
  nameless.forEach((row, at) => {
    const [id] = found[at]!;
    if (id === undefined) matches.set(row.number, { id: idFor(register.subject, row.number), by: 'nothing' });
    else if (found[at]!.length > 1 || claims.get(id)! > 1)
      row.cells.wrong('name', 'row.name-ambiguous', { name: row.name, on: row.from });
    else matches.set(row.number, { id, by: 'name' });
  });
  return matches;
}

/** What a cell names. */
export interface Named {
  readonly id: string;
  /** The row of the file that is about it. */
  readonly row?: number;
  /** It is there only if that row is imported. */
  readonly isNew: boolean;
}

/** Finds what the cells of a file name: by its number in the file or the register, or by a name that is unique. */
export class Finder {
  private readonly rows = new Map<string, number>();
  private readonly rowsOf = new Map<string, number>();

  /** `rows`: all of the file, also those that could not be read otherwise. */
  constructor(
    private readonly register: Register,
    private readonly matches: ReadonlyMap<string, Match> = new Map(),
    rows: readonly Cells[] = [],
  ) {
    for (const cells of rows) {
      const number = cells.number('number');
      if (number === undefined || this.rows.has(number)) continue;
      this.rows.set(number, cells.row);
      const match = matches.get(number);
      if (match) this.rowsOf.set(match.id, cells.row);
    }
  }

  /** What a cell names on a day; a fault of the row when nothing, or several things. */
  find(cells: Cells, key: string, named: string, on: LocalDate): Named | undefined {
    const match = this.matches.get(named);
    if (match) return this.named(match.id, match.by === 'nothing');
    const id = this.register.byNumber(named);
    if (id !== undefined) return this.named(id);
    const inFile = this.rows.get(named);
    const called = this.register.called(named, on);
    if (inFile === undefined && called.length === 1) return this.named(called[0]!);
    if (inFile !== undefined) cells.wrong(key, 'row.builds-on-bad-row', { row: inFile });
    else cells.wrong(key, called.length > 1 ? 'row.name-ambiguous' : 'row.not-found', { name: named, on });
    return undefined;
  }
  private named(id: string, isNew = false): Named {
    const row = this.rowsOf.get(id);
    return { id, ...(row !== undefined && { row }), isNew };
  }
}
