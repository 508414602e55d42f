export type * from './kind.js';
export type * from './due.types.js';
export { asItIsNow, dueItems, toldOf } from './due.js';
export { receiversOf } from './receivers.js';
export type { Receiver, ReceiversKnown } from './receivers.js';
