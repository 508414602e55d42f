import type { Saying } from './saying.js';

/** What whoever looks after the service does. Nothing is done outside the log in a life, so there is nothing to retry. */
export const operationSayings: Readonly<Record<string, Saying>> = {
  RetryEffect: () => undefined,
  // What is tried out and then done is held against each other in a spec of its own.
  ApplyWhatIf: () => undefined,
  BeginWhatIfJob: () => undefined,
};
