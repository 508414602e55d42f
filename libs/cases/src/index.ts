export * from './change.events.js';
export * from './reading.js';
