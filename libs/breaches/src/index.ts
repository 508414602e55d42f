export * from './breach.events.js';
