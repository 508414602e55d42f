import protobuf from 'protobufjs';

/**
 * What passes here of EventStoreDB's `streams.proto` and `shared.proto`, field by field as there. What nobody here asks
 * for is left out and passed over when it comes. What is text in our logs is called `string` here and `bytes` there,
 * which are the same on the wire.
 */
const { root } = protobuf.parse(`
  syntax = "proto3";

  message BatchAppendReq {
    UUID correlation_id = 1;
    Options options = 2;
    repeated ProposedMessage proposed_messages = 3;
    bool is_final = 4;

    message Options {
      StreamIdentifier stream_identifier = 1;
      oneof expected_stream_position {
        uint64 stream_position = 2;
        Empty no_stream = 3;
        Empty any = 4;
      }
      Timestamp deadline = 6;
    }
    message ProposedMessage {
      UUID id = 1;
      map<string, string> metadata = 2;
      string custom_metadata = 3;
      string data = 4;
    }
  }

  message BatchAppendResp {
    UUID correlation_id = 1;
    Success success = 3;

    message Success {
      uint64 current_revision = 1;
      AllStreamPosition position = 3;
    }
  }

  message ReadResp {
    oneof content {
      ReadEvent event = 1;
      Empty confirmation = 2;
      Empty caught_up = 8;
      Empty fell_behind = 9;
    }

    message ReadEvent {
      RecordedEvent event = 1;
    }
    message RecordedEvent {
      UUID id = 1;
      StreamIdentifier stream_identifier = 2;
      uint64 stream_revision = 3;
      uint64 prepare_position = 4;
      uint64 commit_position = 5;
      map<string, string> metadata = 6;
      string custom_metadata = 7;
      string data = 8;
    }
  }

  message UUID {
    oneof value {
      Structured structured = 1;
      string string = 2;
    }

    message Structured {
      int64 most_significant_bits = 1;
      int64 least_significant_bits = 2;
    }
  }
  message StreamIdentifier {
    string stream_name = 3;
  }
  message AllStreamPosition {
    uint64 commit_position = 1;
    uint64 prepare_position = 2;
  }
  message Timestamp {
    int64 seconds = 1;
    int32 nanos = 2;
  }
  message Empty {}
`);

/** A number of 64 bits as it is read. */
interface Long {
  toNumber(): number;
  toUnsigned(): { toString(radix: number): string };
}

type Empty = object;
/** A message that is absent is null where it was read. */
type Maybe<Message> = Message | null | undefined;

export interface Uuid {
  readonly string?: string;
  readonly structured?: Maybe<{ readonly mostSignificantBits: Long; readonly leastSignificantBits: Long }>;
}

export interface BatchAppendReq {
  readonly correlationId: Uuid;
  readonly options?: Maybe<AppendOptions>;
  readonly proposedMessages: readonly {
    readonly id: Uuid;
    readonly metadata: Readonly<Record<string, string>>;
    readonly customMetadata: string;
    readonly data: string;
  }[];
  readonly isFinal: boolean;
}

export interface AppendOptions {
  readonly streamIdentifier: { readonly streamName: string };
  readonly streamPosition?: number;
  readonly noStream?: Empty;
  readonly any?: Empty;
  readonly deadline: { readonly seconds: number; readonly nanos: number };
}

interface BatchAppendResp {
  readonly correlationId: Maybe<Uuid>;
  readonly success: Maybe<AppendSuccess>;
}

export interface AppendSuccess {
  readonly currentRevision: Long;
  readonly position: Maybe<{ readonly commitPosition: Long; readonly preparePosition: Long }>;
}

interface ReadResp {
  readonly event: Maybe<{ readonly event: Maybe<RecordedEvent> }>;
  readonly confirmation: Maybe<Empty>;
  readonly caughtUp: Maybe<Empty>;
  readonly fellBehind: Maybe<Empty>;
}

export interface RecordedEvent {
  readonly id: Maybe<Uuid>;
  readonly streamIdentifier: Maybe<{ readonly streamName: string }>;
  readonly streamRevision: Long;
  readonly preparePosition: Long;
  readonly commitPosition: Long;
  readonly metadata: Readonly<Record<string, string | undefined>>;
  readonly customMetadata: string;
  readonly data: string;
}

const [appendRequest, appendAnswer, readAnswer] = ['BatchAppendReq', 'BatchAppendResp', 'ReadResp'].map((name) =>
  root.lookupType(name),
) as [protobuf.Type, protobuf.Type, protobuf.Type];

export const writeAppendRequest = (request: BatchAppendReq): Buffer => appendRequest.encode(request).finish() as Buffer;

/** @throws RangeError for an answer that ends too early, as for the following one. */
export const readAppendAnswer = (bytes: Buffer): BatchAppendResp =>
  appendAnswer.decode(bytes) as unknown as BatchAppendResp;

export const readReadAnswer = (bytes: Buffer): ReadResp => readAnswer.decode(bytes) as unknown as ReadResp;
