import protobuf from 'protobufjs';

/**
 * What passes here of EventStoreDB's `streams.proto` and `shared.proto`: of each message its fields, with number and type
 * as there. What nobody here asks for is left out and passed over when it comes. What is text in our logs is called
 * `string` here and `bytes` there, which are the same on the wire; `texts` is a map of strings, and a list is repeated.
 */
const messages = {
  BatchAppendReq: {
    correlationId: [1, 'UUID'],
    options: [2, 'AppendOptions'],
    proposedMessages: [3, ['ProposedMessage']],
    isFinal: [4, 'bool'],
  },
  /** `BatchAppendReq.Options`: at most one of `streamPosition`, `noStream` and `any`. */
  AppendOptions: {
    streamIdentifier: [1, 'StreamIdentifier'],
    streamPosition: [2, 'uint64'],
    noStream: [3, 'Empty'],
    any: [4, 'Empty'],
    deadline: [6, 'Timestamp'],
  },
  ProposedMessage: {
    id: [1, 'UUID'],
    metadata: [2, 'texts'],
    customMetadata: [3, 'string'],
    data: [4, 'string'],
  },

  BatchAppendResp: {
    correlationId: [1, 'UUID'],
    success: [3, 'AppendSuccess'],
  },
  /** `BatchAppendResp.Success`. */
  AppendSuccess: {
    currentRevision: [1, 'uint64'],
    position: [3, 'AllStreamPosition'],
  },

  /** At most one of its fields. */
  ReadResp: {
    event: [1, 'ReadEvent'],
    confirmation: [2, 'Empty'],
    caughtUp: [8, 'Empty'],
    fellBehind: [9, 'Empty'],
  },
  ReadEvent: {
    event: [1, 'RecordedEvent'],
  },
  RecordedEvent: {
    id: [1, 'UUID'],
    streamIdentifier: [2, 'StreamIdentifier'],
    streamRevision: [3, 'uint64'],
    preparePosition: [4, 'uint64'],
    commitPosition: [5, 'uint64'],
    metadata: [6, 'texts'],
    customMetadata: [7, 'string'],
    data: [8, 'string'],
  },

  /** One of its fields. */
  UUID: {
    structured: [1, 'StructuredUUID'],
    string: [2, 'string'],
  },
  StructuredUUID: {
    mostSignificantBits: [1, 'int64'],
    leastSignificantBits: [2, 'int64'],
  },
  StreamIdentifier: {
    streamName: [3, 'string'],
  },
  AllStreamPosition: {
    commitPosition: [1, 'uint64'],
    preparePosition: [2, 'uint64'],
  },
  Timestamp: {
    seconds: [1, 'int64'],
    nanos: [2, 'int32'],
  },
  Empty: {},
} as const;

type Messages = typeof messages;
type Name = keyof Messages;
type Field = readonly [number: number, type: string | readonly [repeated: string]];

/** A number of 64 bits as it is read; one that is written is a number. */
interface Long {
  toNumber(): number;
  toUnsigned(): { toString(radix: number): string };
}

interface Scalars<Bits64> {
  readonly string: string;
  readonly bool: boolean;
  readonly int32: number;
  readonly int64: Bits64;
  readonly uint64: Bits64;
  readonly texts: Readonly<Record<string, string>>;
}

type TypeOf<One> = One extends readonly [number, infer Type] ? Type : never;

/** A message as it is read: a message in it that is absent is null. */
export type Read<Message extends Name> = {
  readonly [Key in keyof Messages[Message]]: ReadAs<TypeOf<Messages[Message][Key]>>;
};
type ReadAs<Type> = Type extends keyof Scalars<Long>
  ? Scalars<Long>[Type]
  : Type extends Name
    ? Read<Type> | null | undefined
    : never;

/** A message as it is written: whatever is left out is absent. */
export type Written<Message extends Name> = {
  readonly [Key in keyof Messages[Message]]?: WrittenAs<TypeOf<Messages[Message][Key]>> | undefined;
};
type WrittenAs<Type> = Type extends keyof Scalars<number>
  ? Scalars<number>[Type]
  : Type extends Name
    ? Written<Type>
    : Type extends readonly [infer One extends Name]
      ? readonly Written<One>[]
      : never;

const described = ([id, type]: Field) =>
  type === 'texts'
    ? { keyType: 'string', type: 'string', id }
    : typeof type === 'string'
      ? { type, id }
      : { rule: 'repeated', type: type[0], id };

const root = protobuf.Root.fromJSON({
  nested: Object.fromEntries(
    Object.entries<Readonly<Record<string, Field>>>(messages).map(([name, fields]) => [
      name,
      { fields: Object.fromEntries(Object.entries(fields).map(([field, one]) => [field, described(one)])) },
    ]),
  ),
});

const appendRequest = root.lookupType('BatchAppendReq');
const appendAnswer = root.lookupType('BatchAppendResp');
const readAnswer = root.lookupType('ReadResp');

export const writeAppendRequest = (request: Written<'BatchAppendReq'>): Buffer =>
  appendRequest.encode(request).finish() as Buffer;

/** @throws RangeError for an answer that ends too early, as for the following one. */
export const readAppendAnswer = (bytes: Buffer): Read<'BatchAppendResp'> =>
  appendAnswer.decode(bytes) as unknown as Read<'BatchAppendResp'>;

export const readReadAnswer = (bytes: Buffer): Read<'ReadResp'> =>
  readAnswer.decode(bytes) as unknown as Read<'ReadResp'>;
