/** Values that go into the text of a refusal: ids, dates, numbers, codes. Never free text or names. */
export type RefusalDetails = Readonly<Record<string, unknown>>;

/** One of several things that are wrong with a message: where it stands, a stable code, and what its text says. */
export interface RefusedPart {
  /** JSON pointer into the message (RFC 6901). */
  readonly pointer: string;
  readonly code: string;
  readonly details: RefusalDetails;
}

/**
 * A command or query that cannot be answered for a reason that its caller can mend. `code` is stable,
 * `<subject>.<reason>`; its text in Danish and English stands in the slice's texts.
 */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly details: RefusalDetails = {},
    /** What the HTTP edge answers with. 409: the state does not allow it. 422: the message itself is impossible. */
    readonly status: 400 | 403 | 404 | 409 | 412 | 422 | 428 | 503 = 409,
    /** Everything that is wrong, where a caller can mend it all at once; `code` is that of the first. */
    readonly parts: readonly RefusedPart[] = [],
  ) {
    super(code);
  }
}

/** The message contradicts itself or the world (an end before a start, a fact in the future). */
export const impossible = (code: string, details: RefusalDetails = {}): Refused => new Refused(code, details, 422);

/** What the message names does not exist. */
export const notFound = (code: string, details: RefusalDetails = {}): Refused => new Refused(code, details, 404);

/** The actor may not. The reason is a code of the access table. */
export const forbidden = (code: string, details: RefusalDetails = {}): Refused => new Refused(code, details, 403);

/** The stream was not at the revision that the append expected. */
export class RevisionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`stream ${stream} is at revision ${actual}, expected ${expected}`);
  }
}

/** Nothing was decided; the same command may be tried again after a while. Answered with 503 and Retry-After. */
export class TryLater extends Error {
  constructor(
    readonly code: string,
    readonly retryAfterSeconds: number,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
  }
}

/** Somebody else does now what this process did under a lease; nothing was saved. */
export class LeaseLost extends Error {
  constructor(readonly lease: string) {
    super(`the lease ${lease} was taken over`);
  }
}

/** A file or engine that cannot be used as it is. The sentence says what to do; the process ends with code 78. */
export class Unusable extends Error {
  constructor(
    readonly code: string,
    readonly sentence: { readonly da: string; readonly en: string },
  ) {
    super(`${sentence.da} / ${sentence.en}`);
  }
}

/** A code or class name: the text of an error may hold data. */
export const codeOf = (error: unknown): string =>
  error instanceof TryLater ? error.code : error instanceof Error ? error.constructor.name : typeof error;
