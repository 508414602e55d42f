import Sqlite from 'better-sqlite3';
import type { SqlValue, ViewWriter } from '../projection.js';

/** The tables of one view in memory, for specs and benches that need no engine. */
export function memoryView(schema: readonly string[]): ViewWriter {
  const database = new Sqlite(':memory:');
  const named = (sql: string): string => sql.replaceAll(/\{(\w+)\}/g, '$1');
  for (const statement of schema) database.exec(named(statement));
  const prepared = new Map<string, Sqlite.Statement>();
  const prepare = (sql: string): Sqlite.Statement => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(named(sql));
    prepared.set(sql, statement);
    return statement;
  };
  return {
    get: <Row>(sql: string, parameters: Readonly<Record<string, SqlValue>> = {}) =>
      prepare(sql).get(parameters) as Row | undefined,
    all: <Row>(sql: string, parameters: Readonly<Record<string, SqlValue>> = {}) =>
      prepare(sql).all(parameters) as Row[],
    run: (sql, parameters = {}) => void prepare(sql).run(parameters),
  };
}
