import type { RecordedEvent } from '../../event.js';
import type { Connection } from './connection.js';
import { verdictOf } from './errors.js';
import { Damaged, recorded, type StreamNames } from './stored-events.js';

/** Reads streams of ours. */
export class StreamReader {
  constructor(
    private readonly connection: Connection,
    private readonly names: StreamNames,
  ) {}

  /**
   * A stream from a revision on; empty where there is none.
   * @throws Damaged when it was deleted or cut off at its beginning, or holds what we did not write.
   */
  async read(stream: string, fromRevision: number): Promise<RecordedEvent[]> {
    try {
      const events: RecordedEvent[] = [];
      await this.connection.read(
        (client) =>
          client.readStream(this.names.of(stream), { fromRevision: BigInt(fromRevision), requiresLeader: true }),
        ({ event }) => {
          if (!event) return;
          const isNext = Number(event.revision) === fromRevision + events.length;
          if (!isNext) throw new Damaged('store.stream-deleted', { stream });
          events.push(recorded(event, this.names));
        },
      );
      return events;
    } catch (error) {
      const verdict = verdictOf(error);
      if (verdict === 'deleted') throw new Damaged('store.stream-deleted', { stream });
      if (verdict !== 'missing') throw error;
      if (await this.#wasDeleted(stream)) throw new Damaged('store.stream-deleted', { stream });
      return [];
    }
  }

  /** Reading a deleted stream looks like reading one that never was; its metadata tell them apart. */
  async #wasDeleted(stream: string): Promise<boolean> {
    const last = await this.last(`$$${this.names.of(stream)}`);
    return last !== undefined && (last.data as { $tb?: unknown } | null)?.$tb !== undefined;
  }

  /** The last event of a stream by the server's name, for the mechanics. */
  async last(
    streamId: string,
  ): Promise<{ readonly revision: number; readonly data: unknown; readonly type: string } | undefined> {
    let last: { revision: number; data: unknown; type: string } | undefined;
    try {
      await this.connection.read(
        (client) =>
          client.readStream(streamId, {
            direction: 'backwards',
            fromRevision: 'end',
            maxCount: 1,
            requiresLeader: true,
          }),
        ({ event }) => event && (last = { revision: Number(event.revision), data: event.data, type: event.type }),
      );
    } catch (error) {
      if (verdictOf(error) !== 'missing') throw error;
    }
    return last;
  }

  /** The data of all events of a stream by the server's name, for the mechanics. */
  async allOf(streamId: string): Promise<unknown[]> {
    const all: unknown[] = [];
    try {
      await this.connection.read(
        (client) => client.readStream(streamId, { requiresLeader: true }),
        ({ event }) => event && all.push(event.data),
      );
    } catch (error) {
      if (verdictOf(error) !== 'missing') throw error;
    }
    return all;
  }
}
