export type * from './kind.js';
export { receiversOf } from './receivers.js';
export type { Receiver, ReceiversKnown } from './receivers.js';
