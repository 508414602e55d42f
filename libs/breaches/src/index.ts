export * from './breach.events.js';
export * from './words.js';
export * from './queries/get-breach.answer.js';
export type { BreachList } from './queries/list-breaches.js';
export { breachesFeature } from './breaches.feature.js';
export type { ImportDemands } from './commands/import-demands.js';
