export type * from './calendar.types.js';
export { calendarOf } from './calendar.js';
export { standardClosingDays } from './closing-days.js';
export { daysBetween, plusDays, workdayOnOrAfter, workdayOnOrBefore } from './counting.js';
export { HOLIDAYS_SOURCE } from './holidays.js';
export { monthAfter, plusMonths } from './months.js';
export { isoWeekOf, mondayOf, weeksInYear, weekText } from './weeks.js';
export type { IsoWeek } from './weeks.js';
export { dayCountText } from './words.js';
