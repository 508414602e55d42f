import type { ReadOptions } from '../../event-store.js';
import { categoryOf, START, type Position, type RecordedEvent } from '../../event.js';
import type { Connection } from './connection.js';
import { verdictOf } from './errors.js';
import { bytesAt, positionOf, tokenOf } from './position.js';
import { recorded, type Damaged, type StreamNames } from './stored-events.js';

/** So many events are read at least, whoever wrote them: a short page from among many others costs as much. */
const LEAST_READ = 100;
/** Up to so many events are counted; beyond, their number is worked out from the bytes they take. */
const COUNTED = 1000;

/** Events of ours in a stretch of the log, and where it ended. */
interface Stretch {
  readonly events: RecordedEvent[];
  /** Where the last event stands, of whomever; undefined when there was none. */
  readonly end: Position | undefined;
  /** What stands in the way after the events. */
  readonly damage: Damaged | undefined;
}

/** Reads the log of the server in pages, for whoever is further back than what is kept in memory. */
export class LogPages {
  constructor(
    private readonly connection: Connection,
    private readonly names: StreamNames,
  ) {}

  /**
   * A page of ours after a position, empty at the end of the log only.
   * @throws Damaged when the next event of ours is not one that we wrote.
   */
  async read({ after, categories, limit }: ReadOptions & { limit: number }): Promise<RecordedEvent[]> {
    const page: RecordedEvent[] = [];
    for (let from = after; page.length * 2 < limit;) {
      const count = Math.max(LEAST_READ, limit - page.length);
      const { events, end, damage } = await this.#stretch(from, count);
      page.push(...events.filter(({ stream }) => !categories || categories.includes(categoryOf(stream))));
      if (damage && page.length === 0) throw damage;
      if (damage || end === undefined) break;
      from = end;
    }
    return page.slice(0, limit);
  }

  /** Whether an event of ours stands at exactly this position. */
  async holds(position: Position): Promise<boolean> {
    let isThere = false;
    const fromPosition = positionOf(position);
    await this.connection
      .read(
        (client) => client.readAll({ fromPosition, maxCount: 1, requiresLeader: true }),
        ({ event }) => (isThere = !!event && tokenOf(event.position) === position && this.names.isOurs(event.streamId)),
      )
      .catch((error: unknown) => {
        if (verdictOf(error) !== 'bad-position') throw error;
      });
    return isThere;
  }

  /** How many events of ours lie after a position, up to the head; exact when they are few. */
  async countAfter(position: Position, head: Position): Promise<number> {
    if (position >= head) return 0;
    const { events, end = position } = await this.#stretch(position, COUNTED);
    const bytes = bytesAt(end) - bytesAt(position);
    if (end >= head || bytes <= 0) return events.length;
    const bytesLeft = bytesAt(head) - bytesAt(end);
    return Math.max(events.length + 1, Math.round(events.length + (events.length * bytesLeft) / bytes));
  }

  /** So many events after a position, of whomever, and those of ours among them. */
  async #stretch(after: Position, count: number): Promise<Stretch> {
    const events: RecordedEvent[] = [];
    let end: Position | undefined;
    let damage: Damaged | undefined;
    const fromPosition = positionOf(after);
    await this.connection.read(
      (client) =>
        // One more: a read begins with the event that stands at the place.
        client.readAll({ fromPosition, maxCount: after === START ? count : count + 1, requiresLeader: true }),
      ({ event }) => {
        if (!event || damage) return;
        const position = tokenOf(event.position);
        if (position <= after) return;
        end = position;
        if (!this.names.isOurs(event.streamId)) return;
        try {
          events.push(recorded(event, this.names));
        } catch (error) {
          damage = error as Damaged;
        }
      },
    );
    return { events, end, damage };
  }
}
