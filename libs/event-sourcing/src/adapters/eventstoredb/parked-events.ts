import { randomUUID } from 'node:crypto';
import type { ParkedEvent } from '../../event-store.js';
import type { Appender } from './appender.js';
import type { Connection } from './connection.js';
import { mechanical, type StreamNames } from './stored-events.js';
import type { StreamReader } from './stream-reader.js';

/** Events that reactions gave up on, in a stream of the mechanics; the last word on each counts. */
export class ParkedEvents {
  constructor(
    private readonly connection: Connection,
    private readonly appender: Appender,
    private readonly reader: StreamReader,
    private readonly names: StreamNames,
  ) {}

  async park(parked: ParkedEvent): Promise<void> {
    await this.appender.append(this.names.parked, 'any', [mechanical(randomUUID(), 'EventParked', parked)]);
  }

  async all(): Promise<readonly ParkedEvent[]> {
    const words = await this.connection.patiently(() => this.reader.allOf(this.names.parked));
    const latest = new Map<string, ParkedEvent>();
    for (const parked of words as ParkedEvent[]) latest.set(`${parked.position} ${parked.reaction}`, parked);
    return [...latest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, parked]) => parked);
  }
}
