export { danishWordLists } from './danish.js';
export { suspect, SUSPECTED_FROM } from './suspect.js';
export type { WordLists } from './word-lists.js';
