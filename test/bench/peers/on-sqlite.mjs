// Emmett on SQLite over one shared connection: with its default, a connection an operation, 63 of 64 callers are refused.
import { join } from 'node:path';
import { getSQLiteEventStore, sqliteConnection } from '@event-driven-io/emmett-sqlite';
import { versionsOf } from './versions.mjs';

const PACKAGES = ['@event-driven-io/emmett', '@event-driven-io/emmett-sqlite', 'sqlite3'];
/** As our log has them. */
const PRAGMAS = {
  journal_mode: 'wal',
  synchronous: 'full',
  cache_size: -65536,
  wal_autocheckpoint: 4000,
  temp_store: 'memory',
};

export async function open(folder) {
  const fileName = join(folder, 'events.db');
  const connection = sqliteConnection({ fileName });
  for (const [name, value] of Object.entries(PRAGMAS)) await connection.command(`pragma ${name} = ${value}`);
  const counted = countingTransactions(connection);
  const store = getSQLiteEventStore({
    fileName,
    connectionOptions: { singleton: true, connection: counted.connection },
  });
  await store.schema.migrate();
  // What another connection sees is committed.
  const observer = sqliteConnection({ fileName });
  const { version } = await connection.querySingle('select sqlite_version() as version');
  return {
    store,
    versions: `${versionsOf(...PACKAGES)}, SQLite ${version}, one connection`,
    filled: () => connection.command('pragma wal_checkpoint(truncate)'),
    transactions: counted.transactions,
    holds: async (stream, revision) => {
      const sql = 'select 1 as found from emt_messages where stream_id = ? and stream_position = ?';
      return (await observer.querySingle(sql, [stream, Number(revision)])) !== undefined;
    },
    close: () => {
      observer.close();
      connection.close();
    },
  };
}

/** A command that begins while another one is under way joins its transaction, and is answered before that commits. */
function countingTransactions(connection) {
  let [underWay, transactions] = [0, 0];
  const withTransaction = async (work) => {
    if (underWay++ === 0) transactions += 1;
    try {
      return await connection.withTransaction(work);
    } finally {
      underWay -= 1;
    }
  };
  return { connection: { ...connection, withTransaction }, transactions: () => transactions };
}
