import { Unusable } from '../errors.js';

/** Checkpoints of reactions that lie after the last event, by name. */
export const CHECKPOINTS_AHEAD = `select name from checkpoints
  where position > (select printf('%016x', coalesce(max(position), 0)) from events)`;

/**
 * What to refuse a log with whose reactions have come further than its events: it was put together from two, and
 * events to come would be taken for ones already handled.
 */
export const checkpointAhead = (reaction: string): Unusable =>
  new Unusable('store.checkpoint-ahead', {
    da: `Reaktionen "${reaction}" er nået længere, end hændelsesloggen rækker: loggen mangler hændelser, som er behandlet. Genskab en hel sikkerhedskopi i en tom mappe med "npm run restore".`,
    en: `The reaction "${reaction}" is further on than the event log reaches: the log lacks events that were handled. Restore a whole backup into an empty folder with "npm run restore".`,
  });
