export { MemoryEventStore } from './memory.js';
export { OwnerLock } from './owner-lock.js';
export { SqliteEventStore } from './sqlite-event-store.js';
export { NodeCipher } from './node-crypto.js';
export { SqlitePrivateStore } from './sqlite-private-store.js';
export { SqliteReadDatabase } from './sqlite-views.js';
