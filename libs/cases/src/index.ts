export * from './change.events.js';
