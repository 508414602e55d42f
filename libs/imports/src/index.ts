export type * from './import.events.js';
export type * from './import-kind.js';
