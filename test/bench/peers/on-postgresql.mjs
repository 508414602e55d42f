// Emmett on a PostgreSQL server of its own with the default durability, over a pool of 16 connections.
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { startPostgres } from './postgres.mjs';
import { versionsOf } from './versions.mjs';

const PACKAGES = ['@event-driven-io/emmett', '@event-driven-io/emmett-postgresql', 'pg'];
const CONNECTIONS = 16;

export async function open(folder, say) {
  const server = await startPostgres(folder, say);
  try {
    const pool = new pg.Pool({ connectionString: server.url, max: CONNECTIONS });
    // The server is stopped with the pool still open.
    pool.on('error', () => {});
    const store = getPostgreSQLEventStore(server.url, { connectionOptions: { pooled: true, pool } });
    await store.schema.migrate();
    const { rows } = await pool.query('show server_version');
    return {
      store,
      versions: `${versionsOf(...PACKAGES)}, PostgreSQL ${rows[0].server_version}, pool of ${CONNECTIONS}`,
      filled: async () => {
        await pool.query('vacuum analyze');
        await pool.query('checkpoint');
      },
      holds: async (stream, revision) => {
        const sql = 'select 1 from emt_messages where stream_id = $1 and stream_position = $2';
        return (await pool.query(sql, [stream, revision])).rowCount === 1;
      },
      close: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
