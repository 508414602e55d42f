import { NO_STREAM } from '../event-store.js';

/** What the rules of an append look at: the log with the earlier members of the same group. */
export interface LogSoFar {
  /** `NO_STREAM` when there is none. */
  revisionOf(stream: string): number;
  idAt(stream: string, revision: number): string | undefined;
  knows(eventId: string): boolean;
}

/**
 * Whether an append may be written (`new`), was written before with the same ids at the same place (`repeat`), or is
 * refused (`conflict`). One rule for every adapter that keeps the log itself.
 */
export function judge(
  log: LogSoFar,
  stream: string,
  expectedRevision: number,
  ids: readonly string[],
): 'new' | 'repeat' | 'conflict' {
  const actual = log.revisionOf(stream);
  if (expectedRevision === actual) {
    return new Set(ids).size < ids.length || ids.some((id) => log.knows(id)) ? 'conflict' : 'new';
  }
  const isRepeat =
    expectedRevision >= NO_STREAM &&
    expectedRevision + ids.length <= actual &&
    ids.every((id, index) => log.idAt(stream, expectedRevision + 1 + index) === id);
  return isRepeat ? 'repeat' : 'conflict';
}
