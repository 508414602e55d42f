export { danishWordLists } from './danish.js';
export { suspect, SUSPECTED_FROM } from './suspect.js';
export type { AgendaWords, Hit, Suspicion } from './suspect.js';
export type { Beside, DampingList, Examples, WordGroup, WordList, WordLists } from './word-lists.js';
