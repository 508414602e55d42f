export type * from './kind.js';
export type * from './due.types.js';
export { remindersFeature } from './reminders.feature.js';
export { dueItems } from './due.js';
export { sendMail } from './sending/send-mail.js';
export type { MailSettings } from './sending/send-mail.js';
export { remindersView } from './projections/reminders.projection.js';
export { rankOf, stepDay } from './steps.js';
