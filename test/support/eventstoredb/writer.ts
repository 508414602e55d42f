import { randomUUID } from 'node:crypto';
import { ANY, checkCommit, RecentIds } from './commit-check.js';
import type { Log } from './log.js';
import { DELETED, type Placed, type Proposed } from './recorded.js';
import { isSoftDeleted as softDeleted, rulesOf, SOFT_DELETE, undeleted } from './stream-rules.js';

export interface Append {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly Proposed[];
}

export interface Delete {
  readonly stream: string;
  readonly expected: number;
  readonly isHard: boolean;
}

export type WriteResult =
  /** `last` is the revision that the stream has now, or had after the first time when this is a repeat. */
  | { readonly kind: 'success'; readonly last: number; readonly position: number }
  | { readonly kind: 'wrong-version'; readonly current: number }
  | { readonly kind: 'deleted' }
  /** Nobody knows whether it was written. */
  | { readonly kind: 'timeout' }
  | { readonly kind: 'not-ready' };

/** What the leader does with a write: `StorageWriterService`. */
export class Writer {
  private readonly recent = new RecentIds();

  constructor(
    private readonly log: Log,
    private readonly epoch: number,
  ) {}

  append({ stream, expected, events }: Append): WriteResult {
    const decision = checkCommit(this.log, this.recent, { stream, expected, ids: events.map(({ id }) => id) });
    if (decision.kind === 'idempotent')
      return { kind: 'success', last: decision.last, ...this.at(stream, decision.last) };
    if (decision.kind !== 'ok') return decision;
    const last = decision.current + events.length;
    if (events.length === 0) return { kind: 'success', last, position: this.log.end };
    const placed = events.map((event, index) => ({ ...event, stream, revision: decision.current + 1 + index }));
    const written = this.log.append([...placed, ...this.undelete(placed, decision.isSoftDeleted)], this.epoch);
    if (!written) return { kind: 'timeout' };
    for (const { id, revision } of placed) this.recent.put(id, stream, revision);
    return { kind: 'success', last, position: written[placed.length - 1]!.position };
  }

  private at(stream: string, revision: number): { readonly position: number } {
    return { position: this.log.streams.get(stream)!.events[revision]!.position };
  }

  /** Writing to a soft-deleted stream, or to its metadata, opens it again behind what was deleted. */
  private undelete(placed: readonly Placed[], isSoftDeleted: boolean): Placed[] {
    const { stream, revision, data } = placed[0]!;
    const rules = this.log.streams.get(stream)?.rules;
    if (isSoftDeleted && rules) return [metadata(stream, this.nextMetadata(stream), undeleted(rules, revision))];
    const original = stream.startsWith('$$') ? stream.slice(2) : '';
    if (!softDeleted(this.log.streams.get(original)?.rules)) return [];
    const anew = undeleted(rulesOf(data), this.log.lastRevision(original) + 1);
    return [metadata(original, placed.at(-1)!.revision + 1, anew)];
  }

  private nextMetadata(stream: string): number {
    return this.log.lastRevision(`$$${stream}`) + 1;
  }

  delete({ stream, expected, isHard }: Delete): WriteResult {
    const decision = checkCommit(this.log, this.recent, { stream, expected, ids: [randomUUID()] });
    if (decision.kind === 'idempotent') throw new Error('a delete is never a repeat');
    if (decision.kind !== 'ok') return decision;
    if (!isHard && decision.current < 0 && this.log.lastRevision(`$$${stream}`) < 0)
      return { kind: 'wrong-version', current: -1 };
    const mark = isHard ? tombstone(stream) : metadata(stream, this.nextMetadata(stream), SOFT_DELETE);
    const written = this.log.append([mark], this.epoch);
    return written ? { kind: 'success', last: -1, position: written[0]!.position } : { kind: 'timeout' };
  }

  /** Statistics and the like, which a real server writes between the events of its users. */
  appendSystemEvent(stream: string, type: string, data: unknown): void {
    this.append({
      ...{ stream, expected: ANY },
      events: [
        { id: randomUUID(), type, isJson: true, data: Buffer.from(JSON.stringify(data)), metadata: Buffer.alloc(0) },
      ],
    });
  }
}

function metadata(stream: string, revision: number, data: Buffer): Placed {
  return {
    ...{ stream: `$$${stream}`, revision, id: randomUUID(), type: '$metadata', isJson: true },
    ...{ data, metadata: Buffer.alloc(0) },
  };
}

function tombstone(stream: string): Placed {
  return {
    ...{ stream, revision: DELETED, id: randomUUID(), type: '$streamDeleted', isJson: false },
    ...{ data: Buffer.alloc(0), metadata: Buffer.alloc(0) },
  };
}
