import type { Instant, SqlValue, ViewWriter } from '@rettidig/event-sourcing';

/** The values of a row by column. */
export type Columns = Readonly<Record<string, SqlValue>>;

/** A table whose rows keep their versions, each with an id that is the same in all of them. */
export interface VersionedTable {
  readonly name: string;
  /** The column with the id of what the versions are of. */
  readonly id: string;
  readonly columns: readonly string[];
}

/** The statements that make such a table, with the indexes that lists as of any moment want. */
export const versionedSchema = ({ name, id }: VersionedTable, columns: string, ...indexed: readonly string[]) => [
  `create table {${name}} (version integer primary key, ${columns},` +
    ' known_from text not null, known_to text) strict',
  `create unique index {${name}_current} on {${name}} (${id}) where known_to is null`,
  `create index {${name}_known_from} on {${name}} (known_from)`,
  `create index {${name}_known_to} on {${name}} (known_to) where known_to is not null`,
  ...indexed.map((list, at) => `create index {${name}_by_${at}} on {${name}} (${list}) where known_to is null`),
];

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
  for (const [id, row] of before) if (!isSame(row, after.get(id))) endVersion(view, table, id as string, knownAt);
  for (const [id, row] of after) if (!isSame(row, before.get(id))) view.run(insertOf(table), { ...row, knownAt });
}

function endVersion(view: ViewWriter, { name, id }: VersionedTable, value: string, knownAt: Instant): void {
  const parameters = { value, knownAt };
  const current = `where ${id} = :value and known_to is null`;
  view.run(`delete from {${name}} ${current} and known_from >= :knownAt`, parameters);
  view.run(`update {${name}} set known_to = :knownAt ${current}`, parameters);
}

const insertOf = ({ name, columns }: VersionedTable): string =>
  `insert into {${name}} (${columns.join(', ')}, known_from)` +
  ` values (${columns.map((column) => `:${column}`).join(', ')}, :knownAt)`;

const isSame = (one: Columns, other: Columns | undefined): boolean =>
  other !== undefined && Object.keys(one).every((column) => one[column] === other[column]);
