export { MemoryEventStore } from './memory.js';
export { SqliteEventStore } from './sqlite-event-store.js';
export { OwnerLock } from './owner-lock.js';
export { NodeCipher } from './node-crypto.js';
export { SqlitePrivateStore } from './sqlite-private-store.js';
export { SqliteReadDatabase } from './sqlite-views.js';
export * from './backup.js';
export * from './restore.js';
export * from './verify-log.js';
