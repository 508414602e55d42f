export * from './dates.js';
export * from './words.js';
export * from './fields.js';
export * from './source.js';
export * from './lists.js';
export * from './date-words.js';
export { filledIn } from './filled-in.js';
export { drawnFrom } from './drawing.js';
export * from './periods.js';
