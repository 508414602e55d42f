/** Under which Nest keeps the folder of the outbox. */
export const OUTBOX = Symbol('outbox');
