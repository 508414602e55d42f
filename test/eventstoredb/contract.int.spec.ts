import { eventStoreContract } from '@rettidig/event-sourcing/testing';
import { startEventStoreDb, type EventStoreDb } from '../support/eventstoredb/start.js';
import { openLog, throwAwayPrefix } from './opened.js';

let server: EventStoreDb;
let prefix: string;
beforeAll(async () => {
  server = await startEventStoreDb();
});
afterAll(() => server.stop());

const again = () => openLog(server.url, { prefix });

eventStoreContract(
  'EventStoreDB',
  () => {
    prefix = throwAwayPrefix();
    return again();
  },
  { reopen: again, openSecond: again, openImpatient: () => openLog(server.url, { prefix, leaseMs: 50 }) },
);
