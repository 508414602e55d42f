export type * from './calendar.types.js';
export { calendarOf } from './calendar.js';
export { standardClosingDays } from './closing-days.js';
export { daysBetween, plusDays, workdayOnOrAfter } from './counting.js';
export { HOLIDAYS_SOURCE } from './holidays.js';
export { monthAfter } from './months.js';
export { isoWeekOf, mondayOf, weeksInYear, weekText } from './weeks.js';
export { dayCountText } from './words.js';
