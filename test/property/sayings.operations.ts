import type { Saying } from './saying.js';

/** What whoever looks after the service does. Nothing is done outside the log in a life, so there is nothing to retry. */
export const operationSayings: Readonly<Record<string, Saying>> = {
  RetryEffect: () => undefined,
};
