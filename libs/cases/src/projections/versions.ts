import type { Instant, SqlValue, ViewWriter } from '@rettidig/event-sourcing';

/** The values of a row by column. */
export type Columns = Readonly<Record<string, SqlValue>>;

/** A table whose rows keep their versions, each with an id that is the same in all of them. */
export interface VersionedTable {
  readonly name: string;
  /** The column with the id of what the versions are of. */
  readonly id: string;
  /** What writes it, made once: handlers run for every event there ever was. */
  readonly insert: string;
  readonly replace: string;
  readonly end: string;
}

export function versionedTable(name: string, id: string, columns: readonly string[]): VersionedTable {
  const values = columns.map((column) => `:${column}`);
  const current = `where ${id} = :value and known_to is null`;
  return {
    name,
    id,
    insert: `insert into {${name}} (${columns.join(', ')}, known_from) values (${values.join(', ')}, :knownAt)`,
    replace: `delete from {${name}} ${current} and known_from >= :knownAt`,
    end: `update {${name}} set known_to = :knownAt ${current}`,
  };
}

/** The statements that make such a table, with the indexes that lists as of any moment want. */
export const versionedSchema = (
  { name, id }: Pick<VersionedTable, 'name' | 'id'>,
  columns: string,
  ...indexed: readonly string[]
) => [
  `create table {${name}} (version integer primary key, ${columns},` +
    ' known_from text not null, known_to text) strict',
  `create unique index {${name}_current} on {${name}} (${id}) where known_to is null`,
  `create index {${name}_known_from} on {${name}} (known_from)`,
  `create index {${name}_known_to} on {${name}} (known_to) where known_to is not null`,
  ...indexed.map((list, at) => `create index {${name}_by_${at}} on {${name}} (${list}) where known_to is null`),
];

/**
 * Selects versions that a condition picks out, as known at `:at`; those that stand now at `9999`. In two halves, because
 * the indexes hold the current versions alone: a condition on both at once would read the whole table.
 */
export const knownVersions = ({ name }: Pick<VersionedTable, 'name'>, columns: string, where: string): string => {
  const half = (known: string): string =>
    `select ${columns} from {${name}} where ${where} and ${known} and known_from <= :at`;
  return `${half('known_to is null')} union all ${half('known_to > :at')}`;
};

/**
 * Writes what changed between two states of one subject's rows: what was ends now, what is begins now. A version that
 * began at the same instant was never seen by anybody and is replaced.
 */
export function writeVersions(
  view: ViewWriter,
  table: VersionedTable,
  rows: { readonly before: readonly Columns[]; readonly after: readonly Columns[] },
  knownAt: Instant,
): void {
  const before = new Map(rows.before.map((row) => [row[table.id], row]));
  const after = new Map(rows.after.map((row) => [row[table.id], row]));
  for (const [id, row] of before) {
    if (isSame(row, after.get(id))) continue;
    const parameters = { value: id as string, knownAt };
    view.run(table.replace, parameters);
    view.run(table.end, parameters);
  }
  for (const [id, row] of after) if (!isSame(row, before.get(id))) view.run(table.insert, { ...row, knownAt });
}

const isSame = (one: Columns, other: Columns | undefined): boolean =>
  other !== undefined && Object.keys(one).every((column) => one[column] === other[column]);
