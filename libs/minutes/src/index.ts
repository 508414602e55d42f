export type * from './draft.js';
export { readMinutes } from './read-minutes.js';
export { minutesWarnings } from './warnings.js';
export { daysIn, exactDayOf } from './dates.js';
