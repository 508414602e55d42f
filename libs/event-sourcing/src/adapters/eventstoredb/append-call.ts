import { randomUUID } from 'node:crypto';
import { convertToCommandError, UnavailableError, UnknownError } from '@eventstore/db-client';
import { unpackToCommandError } from '@eventstore/db-client/dist/streams/appendToStream/unpackError.js';
import { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { appendAnswer, appendRequests, type Append, type AppendedThere } from './append-wire.js';
import { asError } from './errors.js';

/** The parts of a call that an append needs. */
interface Call {
  on(event: string, listener: (message: unknown) => void): unknown;
  write: (message: unknown) => boolean;
  end: () => unknown;
  cancel: () => void;
}

interface Waiting {
  readonly stream: string;
  readonly resolve: (there: AppendedThere) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The call that carries all appends of a client, each told by an id of its own. The client has one of its own that keeps
 * what is not answered in a table of the whole process: when one connection breaks it forgets the appends of all the
 * others, whose answers then end the process, as a second answer to one append does.
 */
export class AppendCall {
  readonly #waiting = new Map<string, Waiting>();
  #over: Error | undefined;

  constructor(private readonly call: Call) {
    call.on('data', (bytes) => this.#answered(bytes as Buffer));
    call.on('error', (error) => this.#end(convertToCommandError(asError(error))));
    for (const event of ['end', 'close']) call.on(event, () => this.#end(new UnavailableError()));
    // A call that only the server has ended is not over for the client, and the next appends would get it again.
    call.on('end', () => call.end());
  }

  /** @throws an error of the client's classes; it may have been written when the call broke. */
  append(append: Append): Promise<AppendedThere> {
    return new Promise((resolve, reject) => {
      if (this.#over) return reject(this.#over);
      const id = randomUUID();
      const requests = appendRequests(id, append);
      this.#waiting.set(id, { stream: append.stream, resolve, reject });
      // Not held up when the connection takes no more at once: callers wait for their answers anyway.
      for (const request of requests) this.call.write(request);
    });
  }

  /** What cannot be read ends the call, not the process. */
  #answered(bytes: Buffer): void {
    try {
      this.#take(bytes);
    } catch {
      this.#end(new UnknownError());
      this.call.cancel();
    }
  }

  #take(bytes: Buffer): void {
    const { correlationId, appended } = appendAnswer(bytes);
    const waiting = this.#waiting.get(correlationId);
    // Nobody waits for a second answer.
    if (!waiting) return;
    if (appended) waiting.resolve(appended);
    else waiting.reject(refusalIn(bytes, waiting.stream));
    this.#waiting.delete(correlationId);
  }

  #end(why: Error): void {
    this.#over ??= why;
    for (const { reject } of this.#waiting.values()) reject(why);
    this.#waiting.clear();
  }
}

function refusalIn(bytes: Buffer, stream: string): Error {
  const error = BatchAppendResp.deserializeBinary(bytes).getError();
  return error?.getDetails() ? unpackToCommandError(error, stream) : new UnknownError();
}
