export type * from './calendar.js';
export type * from './content.js';
export * from './mailer.js';
export { layout } from './layout.js';
export { calendarFeed, meetingCalendar } from './write-calendar.js';
