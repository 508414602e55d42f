import type Database from 'better-sqlite3';
import { TryLater } from '../errors.js';
import { isUnreadable, markDamaged, openDisposable, type Log } from './disposable-file.js';
import { JOBS, JobTable } from './sqlite-effect-queue.jobs.js';
import { SWEEPS, SweepTable } from './sqlite-effect-queue.sweeps.js';
import { codeOf, isDiskTrouble, unusableFile } from './unusable-file.js';

/** `RtQu` in ASCII. */
const SHAPE = { applicationId: 0x52745175, version: 1 };

/** How long to wait before a disk that is full, or out of reach, is tried again. */
const SECONDS_UNTIL_SPACE = 30;

export interface Tables {
  readonly jobs: JobTable;
  readonly sweeps: SweepTable;
}

/** The file of the queue. Damage loses time and nothing else: an empty file takes its place and the work goes on. */
export class QueueFile {
  #database: Database.Database;
  #tables: Tables;
  #trouble: string | null = null;
  /** It was damaged, and no other could take its place yet. */
  #isLost = false;

  /**
   * @param begun called with the tables of a file that took the place of a damaged one.
   * @throws Unusable for a file that cannot be reached.
   */
  constructor(
    private readonly file: string,
    private readonly log: Log,
    private readonly begun: (tables: Tables) => void,
  ) {
    try {
      [this.#database, this.#tables] = opened(file, log);
    } catch (error) {
      throw unusableFile(file, error);
    }
  }

  /** The code of what stood in the way the last time; null when nothing did. */
  get trouble(): string | null {
    return this.#trouble;
  }

  /**
   * One transaction.
   * @throws TryLater for a disk that is full or fails, another process that writes for seconds, or a damaged file whose
   * place no other could take.
   */
  use<Answer>(work: (tables: Tables) => Answer): Answer {
    try {
      return this.#attempt(work);
    } catch (error) {
      if (!isUnreadable(error)) throw this.#refusal(error);
    }
    try {
      this.#letGo();
      return this.#attempt(work);
    } catch (error) {
      throw this.#refusal(error);
    }
  }

  close(): void {
    this.#database.close();
  }

  #attempt<Answer>(work: (tables: Tables) => Answer): Answer {
    if (this.#isLost) this.#beginAnew();
    return this.#transact(work);
  }

  #transact<Answer>(work: (tables: Tables) => Answer): Answer {
    const answer = this.#database.transaction(() => work(this.#tables)).immediate();
    this.#trouble = null;
    return answer;
  }

  #letGo(): void {
    this.#database.close();
    this.#isLost = true;
    markDamaged(this.file);
  }

  /** What stands in its way now may be gone at the next call: then it is begun by that one. */
  #beginAnew(): void {
    [this.#database, this.#tables] = opened(this.file, this.log);
    try {
      this.#transact(this.begun);
      this.#isLost = false;
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  #refusal(error: unknown): unknown {
    const trouble = this.#troubleOf(error);
    if (trouble === null) return error;
    this.#trouble = trouble;
    return new TryLater(trouble, trouble === 'queue.busy' ? 1 : SECONDS_UNTIL_SPACE);
  }

  #troubleOf(error: unknown): string | null {
    if (codeOf(error).startsWith('SQLITE_BUSY')) return 'queue.busy';
    if (isDiskTrouble(error)) return 'queue.disk-full';
    return this.#isLost ? 'queue.out-of-reach' : null;
  }
}

function opened(file: string, log: Log): [Database.Database, Tables] {
  const database = openDisposable(file, SHAPE, log);
  try {
    database.exec(JOBS + SWEEPS);
    return [database, { jobs: new JobTable(database), sweeps: new SweepTable(database) }];
  } catch (error) {
    database.close();
    if (!isUnreadable(error)) throw error;
    markDamaged(file);
    return opened(file, log);
  }
}
