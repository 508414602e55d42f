import { TryLater } from '../errors.js';
import { codeOf, unusableFile } from './unusable-file.js';
import type { LogWriter, WriteRequest, WriteResult } from './log-writer.js';

/** So many requests at most form one transaction. */
const GROUP = 512;

/** How long a caller should wait for somebody to make space. */
const SECONDS_UNTIL_SPACE = 30;

interface Waiting {
  readonly request: WriteRequest;
  readonly resolve: (result: WriteResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What was asked for since the last commit goes to disk as one group. Runs on the main thread: with 64 callers a
 * thread of its own appended no faster, neither with a cheap fsync (0.9 of this) nor with one of 5 ms (1.0); it would
 * only let other requests through during a slow fsync, and readers would lose the cache that they share with the writer.
 */
export class WriteQueue {
  #waiting: Waiting[] = [];
  #scheduled = false;
  #idle: (() => void)[] = [];

  /** @param written told of each group that is on disk, before its callers are answered. */
  constructor(
    private readonly writer: LogWriter,
    private readonly written: (requests: readonly WriteRequest[], results: readonly WriteResult[]) => void,
  ) {}

  write(request: WriteRequest): Promise<WriteResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#schedule();
    });
  }

  /** Resolves when everything that was asked for is answered. */
  drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#idle.push(resolve);
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#writeGroup();
    });
  }

  #writeGroup(): void {
    const group = this.#waiting.splice(0, GROUP);
    if (group.length > 0) this.#answer(group);
    if (this.#waiting.length > 0) this.#schedule();
    else for (const idle of this.#idle.splice(0)) idle();
  }

  #answer(group: readonly Waiting[]): void {
    const requests = group.map((waiting) => waiting.request);
    let results: WriteResult[];
    try {
      results = this.writer.applyGroup(requests);
    } catch (error) {
      const refusal = refusalOf(this.writer.file, error);
      for (const waiting of group) waiting.reject(refusal);
      return;
    }
    this.written(requests, results);
    group.forEach((waiting, index) => waiting.resolve(results[index]!));
  }
}

/** A full or failing disk is answered with "try later": the same events may be appended again, then at most once. */
function refusalOf(file: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL') return new TryLater('store.disk-full', SECONDS_UNTIL_SPACE);
  if (code.startsWith('SQLITE_IOERR')) return new TryLater('store.disk-failed', SECONDS_UNTIL_SPACE);
  if (code.startsWith('SQLITE_BUSY')) return new TryLater('store.busy', 1);
  return unusableFile(file, error);
}
