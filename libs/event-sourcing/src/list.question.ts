import { Refused } from './errors.js';
import type { Instant } from './event.js';
import { hashOf } from './ids.js';
import { decodeCursor } from './list.cursor.js';
import type { CursorPlace } from './list.cursor.js';
import type { ListDefinition, ListRequest } from './list.types.js';
import type { SqlValue, ViewReader } from './projection.js';

/** A question with everything settled that pages must agree on. */
export interface Question {
  readonly hash: string;
  readonly sort: readonly string[];
  readonly direction: 'asc' | 'desc';
  /** Reads versions as of here; undefined reads the current ones. */
  readonly at: Instant | undefined;
  /** What the current versions are as of: where later pages read. */
  readonly pinned: Instant;
  readonly moment: Instant;
  readonly conditions: readonly Condition[];
  readonly parameters: Readonly<Record<string, SqlValue>>;
  readonly after: CursorPlace | undefined;
}

interface Condition {
  /** Undefined for what holds for every question. */
  readonly filter?: string;
  readonly sql: string;
  readonly column: string;
  readonly breadth: number;
}

/** @throws Refused `cursor.unknown`, `sort.unknown` */
export function questionOf(definition: ListDefinition, view: ViewReader, request: ListRequest): Question {
  const sort = sortOf(definition, request.sort ?? definition.defaultSort);
  const hash = hashOf([definition.name, sort, request.filters, request.asOf ?? null]).slice(0, 16);
  const cursor = decodeCursor(request.cursor, hash, sort.columns.length);
  const latest = latestVersion(definition, view);
  const pinned = cursor?.at ?? request.asOf ?? latest;
  const moment = cursor?.moment ?? request.asOf ?? request.now;
  const filters = filtersOf(definition, request.filters, moment);
  return {
    hash,
    sort: sort.columns,
    direction: sort.direction,
    at: pinned < latest ? pinned : undefined,
    pinned,
    moment,
    conditions: filters.conditions,
    parameters: { ...filters.parameters, at: pinned },
    after: cursor?.after,
  };
}

function sortOf(definition: ListDefinition, sort: string): { columns: readonly string[]; direction: 'asc' | 'desc' } {
  const name = sort.replace(/^-/, '');
  if (!Object.hasOwn(definition.sorts, name)) throw new Refused('sort.unknown', {}, 400);
  const columns = [...definition.sorts[name]!, definition.tieBreaker];
  return { columns, direction: sort.startsWith('-') ? 'desc' : 'asc' };
}

/** When a row last began or ended; empty without rows or versions. */
function latestVersion(definition: ListDefinition, view: ViewReader): Instant {
  if (!definition.versioned) return '';
  const latest = (column: string, where: string): Instant =>
    view.get<{ latest: Instant | null }>(`select max(${column}) as latest from ${definition.from} ${where}`)?.latest ??
    '';
  const [begun, ended] = [latest('known_from', ''), latest('known_to', 'where known_to is not null')];
  return begun > ended ? begun : ended;
}

function filtersOf(
  definition: ListDefinition,
  given: Readonly<Record<string, unknown>>,
  moment: Instant,
): Pick<Question, 'conditions' | 'parameters'> {
  const parameters: Record<string, SqlValue> = { ...definition.always?.bind(moment) };
  const conditions = Object.entries(definition.filters).flatMap(([name, { sql, column, bind, breadth = 0 }]) => {
    const value = given[name];
    if (value === undefined) return [];
    const condition = typeof sql === 'string' ? sql : sql(value as never);
    const values = condition.includes(':values') ? listed(name, value, parameters) : '';
    if (!values) parameters[`filter_${name}`] = bind ? bind(value as never) : (value as SqlValue);
    const text = condition.replaceAll(':values', values).replaceAll(':value', `:filter_${name}`);
    return [{ filter: name, sql: text, column, breadth }];
  });
  const always = definition.always ? [{ sql: definition.always.sql, column: '', breadth: Infinity }] : [];
  return { conditions: [...always, ...conditions], parameters };
}

/** So many values are written out, so that the planner can tell few from many; more are handed over as one. */
const MOST_WRITTEN_OUT = 8;

/** The list of values as it stands behind `in`. Rounded up by repeating, for fewer different statements. */
function listed(name: string, value: unknown, parameters: Record<string, SqlValue>): string {
  const values = (Array.isArray(value) ? value : [value]) as SqlValue[];
  if (values.length === 0 || values.length > MOST_WRITTEN_OUT) {
    parameters[`filter_${name}`] = JSON.stringify(values);
    return `(select value from json_each(:filter_${name}))`;
  }
  const places = 2 ** Math.ceil(Math.log2(values.length));
  const names = Array.from({ length: places }, (_, at) => {
    parameters[`filter_${name}_${at}`] = values[Math.min(at, values.length - 1)]!;
    return `:filter_${name}_${at}`;
  });
  return `(${names.join(', ')})`;
}

/** Two arms, so that the current rows are found by the indexes that hold only those. */
export function sourceOf(definition: ListDefinition, question: Question): string {
  const { from } = definition;
  if (!definition.versioned) return from;
  if (question.at === undefined) return `(select * from ${from} where known_to is null)`;
  return (
    `(select * from ${from} where known_to is null and known_from <= :at` +
    ` union all select * from ${from} where known_to > :at and known_from <= :at)`
  );
}

/** Whether a question, but for one filter, is about all current rows. */
export const isAboutAll = ({ at, conditions }: Question, ignored?: string): boolean =>
  at === undefined && conditions.every(({ filter }) => filter === undefined || filter === ignored);

/** The conditions of a question, or all but one filter's. A `+` keeps a broad filter's column from being looked up. */
export function whereOf({ conditions }: Question, ignored?: string): string[] {
  const asked = conditions.filter(({ filter }) => filter === undefined || filter !== ignored);
  const narrowest = Math.min(...asked.map(({ breadth }) => breadth));
  return [
    '1',
    ...asked.map(
      ({ sql, column, breadth }) => `(${sql.replaceAll(':column', breadth > narrowest ? `+${column}` : column)})`,
    ),
  ];
}
