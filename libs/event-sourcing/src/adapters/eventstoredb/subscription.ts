import { streamNameFilter, type AllStreamSubscription, type EventStoreDBClient } from '@eventstore/db-client';
import type { Position, RecordedEvent } from '../../event.js';
import { asError } from './errors.js';
import { positionOf } from './position.js';
import { recorded, type StreamNames } from './stored-events.js';

/** After so many times 32 events of others the server says how far it has looked. */
const CHECKPOINT_INTERVAL = 4;

export interface SubscriptionEvents {
  readonly confirmed: () => void;
  readonly caughtUp: () => void;
  readonly fellBehind: () => void;
  readonly event: (event: RecordedEvent) => void;
  /** Something came, if only word of how far the server has looked. */
  readonly alive: () => void;
}

/**
 * One subscription to our streams after a position, until it ends for whatever reason: the returned promise settles once,
 * though the client may tell of an error, an end and a close, or of one of them alone. Events are handled one at a
 * time before the next is taken. `stop` ends it at the server too.
 *
 * What the server says about how far it has looked is a sign of life and no more. Some versions told a place beyond an
 * event that had still to come; whoever goes on from there never sees it.
 */
export function subscribe(
  client: EventStoreDBClient,
  names: StreamNames,
  after: Position,
  on: SubscriptionEvents,
): { readonly ended: Promise<void>; readonly stop: (why?: Error) => void } {
  const subscription = client.subscribeToAll({
    fromPosition: positionOf(after),
    filter: streamNameFilter({
      prefixes: [names.ours],
      checkpointInterval: CHECKPOINT_INTERVAL,
      checkpointReached: () => on.alive(),
    }),
  });
  let end!: (error?: unknown) => void;
  const ended = new Promise<void>((resolve, reject) => {
    let isOver = false;
    end = (error) => {
      if (isOver) return;
      isOver = true;
      detach(subscription);
      if (error === undefined) resolve();
      else reject(asError(error));
    };
  });
  // Stays for good: an error that comes after the end would otherwise end the process.
  subscription.on('error', (error) => end(error));
  subscription.on('end', () => end());
  subscription.on('close', () => end());
  subscription.on('confirmation', on.confirmed);
  subscription.on('caughtUp', on.caughtUp);
  subscription.on('fellBehind', on.fellBehind);
  subscription.on('data', ({ event }) => {
    on.alive();
    if (!event) return;
    try {
      on.event(recorded(event, names));
    } catch (error) {
      end(error);
    }
  });
  return { ended, stop: (why) => end(why) };
}

/** Takes nothing more from it, and tells the server so: leaving off listening does not. */
function detach(subscription: AllStreamSubscription): void {
  for (const name of ['data', 'confirmation', 'caughtUp', 'fellBehind']) subscription.removeAllListeners(name);
  subscription.unsubscribe().catch(() => undefined);
}
