import type { Instant, SqlValue, ViewWriter } from '@rettidig/event-sourcing';

/** The values of a row by column. */
export type Columns = Readonly<Record<string, SqlValue>>;

/** The statements that make a table whose rows keep their versions, with what lists as of any moment want. */
export const versionedSchema = (table: string, columns: string, ...indexed: readonly string[]): string[] => [
  `create table {${table}} (id text not null, ${columns}, known_from text not null, known_to text) strict`,
  `create unique index {${table}_current} on {${table}} (id) where known_to is null`,
  `create index {${table}_known_from} on {${table}} (known_from)`,
  `create index {${table}_known_to} on {${table}} (known_to) where known_to is not null`,
  ...indexed.map((list, at) => `create index {${table}_by_${at}} on {${table}} (${list}) where known_to is null`),
];

/** Ends the current version of a row and begins the next; several of one instant make one, nobody saw those between. */
export function writeVersion(
  view: ViewWriter,
  table: string,
  row: Columns & { readonly id: string },
  knownAt: Instant,
): void {
  const { id } = row;
  const current = `where id = :id and known_to is null`;
  view.run(`delete from {${table}} ${current} and known_from >= :knownAt`, { id, knownAt });
  view.run(`update {${table}} set known_to = :knownAt ${current}`, { id, knownAt });
  const names = [...Object.keys(row), 'known_from'];
  const values = names.map((name) => (name === 'known_from' ? ':knownAt' : `:${name}`));
  view.run(`insert into {${table}} (${names.join(', ')}) values (${values.join(', ')})`, { ...row, knownAt });
}
