import { randomUUID } from 'node:crypto';
import type { Feed } from './feeds.js';
import type { Log } from './log.js';
import type { Recorded } from './recorded.js';
import { rpcErrors, type RpcError } from './rpc-errors.js';
import { type AllPosition, type Bytes, caughtUp, checkpoint, confirmation, eventRead, fellBehind } from './wire.js';

/** How many live messages wait for a slow consumer, beside those under way: `MaxLiveEventBufferCount`. */
const LIVE_BUFFER = 32;
/** Events to a page while catching up: `ReadBatchSize`. */
const PAGE = 32;
/**
 * A full buffer counts when nothing of it moves for so long. The server drops at once; but it syncs each append to a
 * disk, and so its readers have a while for 32 events that the double writes in no time.
 */
const PATIENCE_MS = 100;

/** The call of a client that subscribes, as far as a subscription needs it. */
export interface Subscriber {
  write(message: Bytes): boolean;
  once(event: 'drain', listener: () => void): unknown;
  /** Messages on their way out. */
  readonly writableLength: number;
  fail(error: RpcError): void;
  /** Ends it in order. */
  complete(): void;
}

export interface SubscriptionOptions {
  /** With a filter: how many events are considered to a checkpoint, how many to a page, and where the feed begins. */
  readonly checkpoints?: { readonly interval: number; readonly window: number; readonly from: AllPosition };
  readonly fallsBehind: () => boolean;
  /** While it is mute, it stays open and sends nothing. */
  readonly isMute: () => boolean;
}

/**
 * Catches up page by page as fast as the client takes it, says so once, and then sends what is committed. Live, 32
 * messages may wait; one more ends a 23.10 subscription (`Enumerators.AllSubscription` and its siblings).
 */
export class Subscription {
  private readonly waiting: Bytes[] = [];
  private isBlocked = false;
  private isLive = false;
  private isOver = false;
  private given = 0;
  private watched: NodeJS.Timeout | undefined;
  private considered = 0;
  /** Where the page begins; a checkpoint of a page without events to send tells this. */
  private pageStart: AllPosition;
  private readonly stopListening: () => void;

  constructor(
    log: Log,
    private readonly subscriber: Subscriber,
    private readonly feed: Feed,
    private readonly options: SubscriptionOptions,
  ) {
    this.pageStart = options.checkpoints?.from ?? { commit: 0, prepare: 0 };
    this.stopListening = log.onCommitted(() => this.committed());
    this.send(confirmation(randomUUID()));
    this.catchUp();
  }

  /** As if the buffer were full. */
  tooSlow(): void {
    if (this.isLive) this.overflow();
  }

  /** The server ends it and says nothing of an error. */
  complete(): void {
    this.end();
    this.subscriber.complete();
  }

  end(): void {
    this.isOver = true;
    clearTimeout(this.watched);
    this.stopListening();
  }

  private fail(error: RpcError): void {
    this.end();
    this.subscriber.fail(error);
  }

  private send(message: Bytes): void {
    this.given++;
    if (this.subscriber.write(message) || this.isBlocked) return;
    this.isBlocked = true;
    this.subscriber.once('drain', () => {
      this.isBlocked = false;
      if (this.isLive) this.pump();
      else this.catchUp();
    });
  }

  private catchUp(): void {
    while (!this.isBlocked && !this.isOver && !this.isLive) {
      const isEnd = this.sendPage();
      if (isEnd && !this.isOver) {
        this.isLive = true;
        this.send(caughtUp());
      }
    }
  }

  /** A page ends with 32 events to send or after the window of events considered; answers whether the log ends here. */
  private sendPage(): boolean {
    const { checkpoints } = this.options;
    const window = checkpoints?.window ?? PAGE;
    let position = this.pageStart;
    let sent = 0;
    for (let considered = 0; sent < PAGE && considered < window; considered++) {
      const event = this.next();
      if (!event) return true;
      this.considered++;
      this.pageStart = { commit: event.end, prepare: 0 };
      if (!this.feed.filter(event)) continue;
      position = { commit: event.position, prepare: event.position };
      this.send(eventRead(event));
      sent++;
    }
    if (checkpoints && this.considered >= checkpoints.interval) {
      this.considered %= checkpoints.interval;
      this.send(checkpoint(position));
    }
    return false;
  }

  private next(): Recorded | undefined {
    if (this.isOver) return undefined;
    const event = this.feed.next();
    const error = event && this.feed.endsWith?.(event);
    if (error) this.fail(error);
    return error ? undefined : event;
  }

  private committed(): void {
    if (!this.isLive || this.options.isMute()) return;
    for (let event = this.next(); event; event = this.next()) this.appeared(event);
    this.pump();
  }

  private appeared(event: Recorded): void {
    const { checkpoints } = this.options;
    if (this.feed.filter(event)) this.waiting.push(eventRead(event));
    if (checkpoints && ++this.considered >= checkpoints.interval) {
      this.considered = 0;
      this.waiting.push(checkpoint({ commit: event.position, prepare: event.position }));
    }
  }

  private pump(): void {
    while (!this.isBlocked && !this.isOver && this.waiting.length > 0) this.send(this.waiting.shift()!);
    if (this.isOverfull)
      this.watched ??= setTimeout((taken: number) => this.endIfStuck(taken), PATIENCE_MS, this.taken);
  }

  /** Messages that have left this process. */
  private get taken(): number {
    return this.given - this.subscriber.writableLength;
  }

  private endIfStuck(takenBefore: number): void {
    this.watched = undefined;
    if (this.isOverfull && this.taken === takenBefore) this.overflow();
    else this.pump();
  }

  private get isOverfull(): boolean {
    return !this.isOver && this.isLive && this.waiting.length > LIVE_BUFFER;
  }

  private overflow(): void {
    if (!this.options.fallsBehind()) return this.fail(rpcErrors.tooSlow());
    // From 24.2: what waits is still sent, and what is committed meanwhile is read from the log.
    this.isLive = false;
    for (const message of [...this.waiting.splice(0), fellBehind()]) this.send(message);
    this.catchUp();
  }
}
