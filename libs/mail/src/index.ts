export type * from './calendar.js';
export type * from './content.js';
export * from './mailer.js';
export { calendarFeed, meetingCalendar } from './write-calendar.js';
