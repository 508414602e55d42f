import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract } from '../testing/event-store-contract.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const folders: string[] = [];
const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'));
  folders.push(folder);
  return join(folder, 'events.db');
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

eventStoreContract('the SQLite store', () => Promise.resolve(SqliteEventStore.open(newFile())));
