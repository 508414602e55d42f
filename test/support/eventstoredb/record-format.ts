import type { Placed, Recorded } from './recorded.js';

/** A file begins with this, so that no event lies at position 0. */
export const MAGIC = Buffer.from('a log of the EventStoreDB double, not of EventStoreDB\n');

/** Beside the event itself: who wrote it, and how many records of the same append follow. */
interface Header extends Omit<Recorded, 'data' | 'metadata' | 'position' | 'end'> {
  readonly epoch: number;
  readonly rest: number;
  readonly metadataLength: number;
}

export interface Record {
  readonly event: Recorded;
  readonly epoch: number;
  readonly rest: number;
}

/**
 * Length before and after, as in a real log; between them the header as JSON, then data and metadata as they came.
 * Answers the bytes and the events with the positions that they get when written at `position`.
 */
export function encode(
  events: readonly Placed[],
  at: { readonly position: number; readonly epoch: number; readonly created: string },
): { readonly bytes: Buffer; readonly events: Recorded[] } {
  const parts: Buffer[] = [];
  const recorded: Recorded[] = [];
  let position = at.position;
  events.forEach(({ stream, revision, id, type, isJson, data, metadata }, index) => {
    const rest = events.length - 1 - index;
    const header: Header = {
      ...{ stream, revision, id, type, isJson, created: at.created },
      ...{ epoch: at.epoch, rest, metadataLength: metadata.length },
    };
    const head = Buffer.from(JSON.stringify(header));
    const length = 4 + head.length + data.length + metadata.length;
    parts.push(uint32(length, head.length), head, data, metadata, uint32(length));
    const end = position + 8 + length;
    recorded.push({ stream, revision, id, type, isJson, created: at.created, position, end, data, metadata });
    position = end;
  });
  return { bytes: Buffer.concat(parts), events: recorded };
}

/** The record that begins at `offset` of the bytes, which lie at `base` in the file; null while it is incomplete. */
export function decode(bytes: Buffer, offset: number, base: number): Record | null {
  if (bytes.length - offset < 8) return null;
  const length = bytes.readUInt32LE(offset);
  const after = offset + 8 + length;
  if (after > bytes.length || bytes.readUInt32LE(after - 4) !== length) return null;
  const headEnd = offset + 8 + bytes.readUInt32LE(offset + 4);
  const { epoch, rest, metadataLength, ...event } = JSON.parse(bytes.toString('utf8', offset + 8, headEnd)) as Header;
  const dataEnd = after - 4 - metadataLength;
  const data = bytes.subarray(headEnd, dataEnd);
  const metadata = bytes.subarray(dataEnd, after - 4);
  return { event: { ...event, position: base + offset, end: base + after, data, metadata }, epoch, rest };
}

function uint32(...numbers: number[]): Buffer {
  const bytes = Buffer.allocUnsafe(4 * numbers.length);
  numbers.forEach((number, index) => bytes.writeUInt32LE(number, 4 * index));
  return bytes;
}
