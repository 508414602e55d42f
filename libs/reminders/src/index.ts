export type * from './kind.js';
export type * from './due.types.js';
export { asItIsNow } from './again.js';
export { remindersFeature } from './reminders.feature.js';
export { dueItems } from './due.js';
export { toldOf } from './told.js';
export { receiversOf } from './receivers.js';
export type { Receiver, ReceiversKnown } from './receivers.js';
