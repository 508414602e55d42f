export * from './change.events.js';
export * from './reading.js';
export { casesFeature } from './cases.feature.js';
