export { MemoryEventStore } from './memory.js';
export { OwnerLock } from './owner-lock.js';
export { SqliteEventStore } from './sqlite-event-store.js';
