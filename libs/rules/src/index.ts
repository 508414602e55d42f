export * from './rule-book.events.js';
export * from './assessment.js';
