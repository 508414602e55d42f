import type { WrongExpectedVersionError } from '@eventstore/db-client';
import { impossible, RevisionConflict, TryLater } from '../../errors.js';
import { NO_STREAM, type Appended } from '../../event-store.js';
import { stopwatch } from '../../waiting.js';
import { backoffAfter } from '../backoff.js';
import type { AppendedThere } from './append-wire.js';
import { SECONDS_UNTIL_BACK, SECONDS_UNTIL_MENDED, type Connection } from './connection.js';
import { codeOfTrouble, isPassing, verdictOf } from './errors.js';
import { isKnown, tokenOf } from './position.js';
import { Damaged, type WrittenEvent } from './stored-events.js';

const BETWEEN_TRIES = { first: 50, longest: 1000 };

/** How an append ended, for those who measure. */
export type AppendOutcome = 'appended' | 'conflict' | 'unknown' | 'unreachable' | 'failed';

export interface AppenderOptions {
  readonly callMs: number;
  readonly patienceMs: number;
  readonly observe?: ((seconds: number, outcome: AppendOutcome) => void) | undefined;
}

interface Wanted {
  /** The server's name of it. */
  readonly stream: string;
  readonly shown: string;
  readonly expected: number | 'any';
  readonly events: readonly WrittenEvent[];
}

/** How the tries of one append went so far. */
interface Tries {
  readonly waited: () => number;
  failures: number;
  /** One of them may have been written. */
  isUnknown: boolean;
}

/**
 * Appends at an exact revision. When it is not known whether it was written, the same events are appended again under
 * the same ids at the same revision, which the server answers as the first time.
 */
export class Appender {
  constructor(
    private readonly connection: Connection,
    private readonly options: AppenderOptions,
  ) {}

  /**
   * @param expected a revision, or `any` for events whose ids alone keep them from being doubled.
   * @param shown what the stream is called in errors.
   */
  async append(
    stream: string,
    expected: number | 'any',
    events: readonly WrittenEvent[],
    shown = stream,
  ): Promise<Appended> {
    const tries: Tries = { waited: stopwatch(), failures: 0, isUnknown: false };
    try {
      const appended = await this.#untilAnswered({ stream, shown, expected, events }, tries);
      this.options.observe?.(tries.waited() / 1000, 'appended');
      return appended;
    } catch (error) {
      this.options.observe?.(tries.waited() / 1000, outcomeOf(error));
      throw error;
    }
  }

  async #untilAnswered(wanted: Wanted, tries: Tries): Promise<Appended> {
    for (;;) {
      try {
        return await this.#once(wanted, tries);
      } catch (error) {
        const verdict = verdictOf(error);
        if (verdict === 'conflict') return await this.#conflicting(wanted, tries, actualOf(error));
        if (!isPassing(verdict) || error instanceof TryLater) throw refusalOf(error, wanted.shown);
        tries.isUnknown ||= verdict === 'unknown';
        tries.failures += 1;
        await this.#pauseOrGiveUp(tries);
      }
    }
  }

  async #once({ stream, shown, expected, events }: Wanted, { waited }: Tries): Promise<Appended> {
    const { callMs, patienceMs } = this.options;
    const left = Math.max(1, Math.min(callMs, patienceMs - waited()));
    const there = await this.connection.append(
      (client) => client.append({ stream, expected, events, deadline: Date.now() + Math.ceil(left) }),
      left,
    );
    const { revision } = there;
    // A stream that was deleted goes on counting where it ended, also for whoever expects none.
    if (expected !== 'any' && revision !== expected + events.length) {
      throw new Damaged('store.stream-deleted', { stream: shown });
    }
    return { revision, position: await this.#positionOf(there, stream) };
  }

  /** A server that finds a repeated append but not its event any more does not know the position. */
  async #positionOf({ position, revision }: AppendedThere, stream: string): Promise<string> {
    if (isKnown(position)) return tokenOf(position);
    const [last] = await this.#read(stream, revision, 1);
    if (!last) throw new TryLater('store.outcome-unknown', SECONDS_UNTIL_BACK);
    return last.position;
  }

  /** Somebody else's events, or our own from a try that was not answered. */
  async #conflicting(wanted: Wanted, { isUnknown }: Tries, actual: number): Promise<Appended> {
    const { stream, shown, expected, events } = wanted;
    const last = Number(expected) + events.length;
    if (isUnknown && actual >= last) {
      const there = await this.connection.patiently(() => this.#read(stream, last + 1 - events.length, events.length));
      if (events.every(({ id }, index) => there[index]?.id === id)) {
        return { revision: last, position: there.at(-1)!.position };
      }
    }
    throw new RevisionConflict(shown, Number(expected), actual);
  }

  async #read(stream: string, from: number, count: number): Promise<{ id: string; position: string }[]> {
    const found: { id: string; position: string }[] = [];
    await this.connection.read(
      (client) => client.readStream(stream, { fromRevision: BigInt(from), maxCount: count, requiresLeader: true }),
      ({ event }) => {
        if (event?.position) found.push({ id: event.id, position: tokenOf(event.position) });
      },
    );
    return found;
  }

  async #pauseOrGiveUp({ waited, failures, isUnknown }: Tries): Promise<void> {
    const wait = backoffAfter(failures, BETWEEN_TRIES);
    if (waited() + wait >= this.options.patienceMs || this.connection.isClosed) {
      throw new TryLater(isUnknown ? 'store.outcome-unknown' : 'store.unreachable', SECONDS_UNTIL_BACK);
    }
    await this.connection.pause(wait);
  }
}

const actualOf = (error: unknown): number => {
  const { actualVersion } = error as WrongExpectedVersionError;
  return typeof actualVersion === 'bigint' ? Number(actualVersion) : NO_STREAM;
};

/** What trying again does not mend. */
function refusalOf(error: unknown, stream: string): unknown {
  const verdict = verdictOf(error);
  if (verdict === 'deleted') return new Damaged('store.stream-deleted', { stream });
  if (verdict === 'too-large') return impossible('store.append-too-large');
  const code = codeOfTrouble(verdict);
  return code === undefined ? error : new TryLater(code, SECONDS_UNTIL_MENDED);
}

function outcomeOf(error: unknown): AppendOutcome {
  if (error instanceof RevisionConflict) return 'conflict';
  const code = error instanceof TryLater ? error.code : '';
  return code === 'store.outcome-unknown' ? 'unknown' : code === 'store.unreachable' ? 'unreachable' : 'failed';
}
