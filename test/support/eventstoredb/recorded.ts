/** An event as the log keeps it. Its position is its offset in the log file: commit and prepare position alike. */
export interface Recorded {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  /** In ticks of 100 ns since 1970, as a string. */
  readonly created: string;
  readonly position: number;
  /** Where the next record begins. */
  readonly end: number;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** An event about to be written: its place in its stream is decided. */
export interface Placed extends Proposed {
  readonly stream: string;
  readonly revision: number;
}

/** The revision of a tombstone, `EventNumber.DeletedStream`: long.MaxValue, which a number holds only nearly. */
export const DELETED = Number(2n ** 63n - 1n);

/** A revision as the wire has it. */
export function revisionText(revision: number): string {
  return revision === DELETED ? (2n ** 63n - 1n).toString() : String(revision);
}
