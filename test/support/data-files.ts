import { join } from 'node:path';
import Database from 'better-sqlite3';
import { verifyLog, type LogReport } from '@rettidig/event-sourcing/adapters';

/** Looks into a log from outside, also while the service writes it. */
export function readLog<Row>(dataDir: string, sql: string, ...parameters: unknown[]): Row[] {
  const database = new Database(join(dataDir, 'events.db'), { readonly: true });
  try {
    return database.prepare(sql).all(...parameters) as Row[];
  } finally {
    database.close();
  }
}

/** How many events somebody's request has led to: what the service does by itself, mails of the morning, comes at any time. */
export const eventCount = (dataDir: string): number =>
  readLog<{ count: number }>(dataDir, `select count(*) as count from events where stream not like 'effect-%'`)[0]!
    .count;

export const verified = (dataDir: string): LogReport => verifyLog(join(dataDir, 'events.db'));

/** The rows of every table of the views, by table, whichever build they are of. Call it when the service has stopped. */
export function viewRows(dataDir: string): ReadonlyMap<string, readonly string[]> {
  const database = new Database(join(dataDir, 'views.db'));
  try {
    const tables = database.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[];
    const ofViews = tables.filter((name) => /__\d+$/.test(name));
    return new Map(ofViews.sort().map((name) => [name.replace(/__\d+$/, ''), rowsOf(database, name)]));
  } finally {
    database.close();
  }
}

const rowsOf = (database: Database.Database, table: string): string[] =>
  (database.prepare(`select * from "${table}"`).all() as object[]).map((row) => JSON.stringify(row)).sort();
