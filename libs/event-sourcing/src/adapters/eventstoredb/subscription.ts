import { convertToCommandError } from '@eventstore/db-client';
import { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Position, RecordedEvent } from '../../event.js';
import { asError } from './errors.js';
import type { GuardedClient } from './guarded-client.js';
import { positionOf } from './position.js';
import { recorded, type StreamNames } from './stored-events.js';
import { told } from './subscription-wire.js';

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
 * though the call may tell of an error, an end and a close, or of one of them alone. Events are handled one at a
 * time before the next is taken. `stop` ends it at the server too.
 *
 * What the server says about how far it has looked is a sign of life and no more. Some versions told a place beyond an
 * event that had still to come; whoever goes on from there never sees it.
 */
export function subscribe(
  client: GuardedClient,
  names: StreamNames,
  after: Position,
  on: SubscriptionEvents,
): { readonly ended: Promise<void>; readonly stop: (why?: Error) => void } {
  const opening = client.follow(everythingAfter(after, names.ours));
  let end!: (error?: unknown) => void;
  let isOver = false;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => {
      if (isOver) return;
      isOver = true;
      // Leaving off listening does not tell the server.
      opening.then((call) => call.cancel()).catch(() => undefined);
      if (error === undefined) resolve();
      else reject(asError(error));
    };
  });
  const take = (bytes: Buffer): void => {
    if (isOver) return;
    on.alive();
    try {
      const word = told(bytes);
      if (word.is === 'event') on.event(recorded(word.event, names));
      else if (word.is === 'confirmed') on.confirmed();
      else if (word.is === 'caught-up') on.caughtUp();
      else if (word.is === 'fell-behind') on.fellBehind();
    } catch (error) {
      end(error);
    }
  };
  opening.then((call) => {
    // Stays for good: an error that comes after the end would otherwise end the process.
    call.on('error', (error) => end(convertToCommandError(error as Error)));
    call.on('end', () => end());
    call.on('close', () => end());
    call.on('data', (bytes) => take(bytes as Buffer));
  }, end);
  return { ended, stop: (why) => end(why) };
}

/** What is asked of the server: `$all` after a place, of it the streams with a prefix, and on and on. */
function everythingAfter(after: Position, prefix: string): ReadReq {
  const place = positionOf(after);
  const all = new ReadReq.Options.AllOptions();
  if (place === 'start') all.setStart(new Empty());
  else {
    const position = new ReadReq.Options.Position();
    position.setCommitPosition(String(place.commit));
    position.setPreparePosition(String(place.prepare));
    all.setPosition(position);
  }
  const filter = new ReadReq.Options.FilterOptions();
  filter.setStreamIdentifier(new ReadReq.Options.FilterOptions.Expression().setPrefixList([prefix]));
  filter.setCount(new Empty());
  filter.setCheckpointintervalmultiplier(CHECKPOINT_INTERVAL);
  const options = new ReadReq.Options();
  options.setAll(all);
  options.setSubscription(new ReadReq.Options.SubscriptionOptions());
  options.setUuidOption(new ReadReq.Options.UUIDOption().setString(new Empty()));
  options.setFilter(filter);
  return new ReadReq().setOptions(options);
}
