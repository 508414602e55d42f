import { NO_STREAM } from '../../event-store.js';
import { readAppendAnswer, writeAppendRequest, type Read, type Written } from './protocol.js';
import type { WrittenEvent } from './stored-events.js';
import type { PlaceRead } from './subscription-wire.js';

/** Events to be appended to a stream of the server. */
export interface Append {
  readonly stream: string;
  /** The revision it has to be at, or `any`. */
  readonly expected: number | 'any';
  readonly events: readonly WrittenEvent[];
  /** The server need not begin with it after this time, in milliseconds since 1970. */
  readonly deadline: number;
}

/** Where an append ended. */
export interface AppendedThere {
  readonly revision: number;
  readonly position: PlaceRead | undefined;
}

/** So many characters go in one message, as a server refuses messages of several megabytes. */
const LARGEST = 1_000_000;

/** An append as it is sent, in several messages where the events are large. */
export function appendRequests(correlationId: string, append: Append): Buffer[] {
  const groups = grouped(append.events);
  return groups.map((events, index) =>
    writeAppendRequest({
      correlationId: { string: correlationId },
      options: index === 0 ? optionsOf(append) : undefined,
      proposedMessages: events.map(proposed),
      isFinal: index === groups.length - 1,
    }),
  );
}

function grouped(events: readonly WrittenEvent[]): WrittenEvent[][] {
  const groups: WrittenEvent[][] = [[]];
  let characters = 0;
  for (const event of events) {
    characters += event.data.length + event.metadata.length;
    if (characters > LARGEST && groups.at(-1)!.length > 0) {
      groups.push([]);
      characters = event.data.length + event.metadata.length;
    }
    groups.at(-1)!.push(event);
  }
  return groups;
}

const proposed = ({ id, type, data, metadata }: WrittenEvent): Written<'ProposedMessage'> => ({
  id: { string: id },
  metadata: { type, 'content-type': 'application/json' },
  customMetadata: metadata,
  data,
});

const optionsOf = ({ stream, expected, deadline }: Append): Written<'AppendOptions'> => ({
  streamIdentifier: { streamName: stream },
  ...expectation(expected),
  deadline: { seconds: Math.floor(deadline / 1000), nanos: 1_000_000 * (deadline % 1000) },
});

function expectation(expected: Append['expected']): Written<'AppendOptions'> {
  if (expected === 'any') return { any: {} };
  return expected === NO_STREAM ? { noStream: {} } : { streamPosition: expected };
}

/** What the server answers: where it ended, or nothing when it was refused. */
export function appendAnswer(bytes: Buffer): {
  readonly correlationId: string;
  readonly appended: AppendedThere | undefined;
} {
  const { correlationId, success } = readAppendAnswer(bytes);
  return {
    correlationId: textOf(correlationId),
    appended: success ? appendedThere(success) : undefined,
  };
}

const appendedThere = ({ currentRevision, position }: Read<'AppendSuccess'>): AppendedThere => ({
  revision: currentRevision.toNumber(),
  position: position
    ? { commit: position.commitPosition.toNumber(), prepare: position.preparePosition.toNumber() }
    : undefined,
});

/** Either spelling of the protocol: as text, or as two halves of 64 bits. */
function textOf(uuid: Read<'UUID'> | null | undefined): string {
  if (!uuid?.structured) return uuid?.string ?? '';
  const halves = [uuid.structured.mostSignificantBits, uuid.structured.leastSignificantBits];
  const hex = halves.map((half) => half.toUnsigned().toString(16).padStart(16, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
