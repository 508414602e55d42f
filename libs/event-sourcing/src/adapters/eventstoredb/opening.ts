import { randomUUID } from 'node:crypto';
import { RevisionConflict, TryLater, Unusable } from '../../errors.js';
import { NO_STREAM } from '../../event-store.js';
import type { Position } from '../../event.js';
import { stopwatch, within } from '../../waiting.js';
import { backoffAfter } from '../backoff.js';
import type { Appender } from './appender.js';
import type { CheckedUrl } from './connection-string.js';
import type { Connection } from './connection.js';
import { TimedOut, verdictOf } from './errors.js';
import { capabilitiesOf, guardedClient } from './guarded-client.js';
import type { Head } from './head.js';
import { isTooOld, newerLog, nothingThere, oldServer, refusalOf } from './refusals.js';
import { mechanical, type StreamNames } from './stored-events.js';
import type { StreamReader } from './stream-reader.js';

const BETWEEN_TRIES = { first: 100, longest: 2000 };
/** How the log is written; raised when older programs could not read it. */
const FORMAT = 1;

export interface OpeningParts {
  readonly connection: Connection;
  readonly appender: Appender;
  readonly reader: StreamReader;
  readonly head: Head;
  readonly names: StreamNames;
  readonly checked: CheckedUrl;
  readonly prefix: string;
  readonly callMs: number;
  readonly startMs: number;
}

/**
 * Waits until the log can be written and read, and answers its head.
 * @throws Unusable for what a person has to mend, at once; for a server that is not there, when the time is up.
 */
export async function firstHead(parts: OpeningParts): Promise<Position> {
  const { checked, connection, startMs } = parts;
  const waited = stopwatch();
  for (let failures = 1; ; failures += 1) {
    const left = Math.max(1, startMs - waited());
    try {
      return await within(left, tryToOpen(parts), () => new TimedOut());
    } catch (error) {
      if (error instanceof Unusable) throw error;
      const reason = await reasonOf(error, parts);
      const refusal = refusalOf(reason, checked.shown);
      if (refusal) throw refusal;
      const wait = backoffAfter(failures, BETWEEN_TRIES);
      if (waited() + wait >= startMs) throw nothingThere(checked.shown, Math.round(startMs / 1000), reason);
      await connection.pause(wait);
    }
  }
}

async function tryToOpen({ connection, checked, head, ...parts }: OpeningParts): Promise<Position> {
  const { version, hasBatches } = await connection.append(capabilitiesOf);
  if (!hasBatches || isTooOld(version)) throw oldServer(checked.shown, version);
  await begin(parts);
  return connection.patiently(() => head.read());
}

/**
 * Marks where the log begins, once: whoever looks for the last event from the end of a server that others write to as
 * well need not look further back. It also shows at the start whether we may write.
 */
async function begin({
  appender,
  reader,
  names,
  prefix,
}: Pick<OpeningParts, 'appender' | 'reader' | 'names' | 'prefix'>): Promise<void> {
  const found = await reader.last(names.begin);
  if (!found) {
    const event = mechanical(randomUUID(), 'LogBegan', { format: FORMAT });
    await appender.append(names.begin, NO_STREAM, [event]).catch((error: unknown) => {
      if (!(error instanceof RevisionConflict)) throw error;
    });
    return;
  }
  const { format = FORMAT } = (found.data ?? {}) as { format?: number };
  if (format > FORMAT) throw newerLog(prefix);
}

/** In a word. The search for a cluster does not say why it failed; a direct call to a node does. */
async function reasonOf(error: unknown, { checked, callMs }: OpeningParts): Promise<string> {
  const verdict = verdictOf(error);
  if (verdict !== 'not-taken') return wordOf(error);
  for (const url of checked.nodes) {
    const node = guardedClient(url);
    try {
      await within(callMs, capabilitiesOf(node), () => new TimedOut());
    } catch (why) {
      if (refusalOf(wordOf(why), '')) return wordOf(why);
    } finally {
      node.client.dispose().catch(() => undefined);
      for (const channel of node.channels) channel.close();
    }
  }
  return wordOf(error);
}

function wordOf(error: unknown): string {
  if (error instanceof TryLater) return error.code;
  const verdict = verdictOf(error);
  const codes: Readonly<Record<string, string>> = {
    denied: 'store.access-denied',
    'bad-certificate': 'store.bad-certificate',
    'not-tls': 'store.bad-certificate',
    'not-taken': 'nobody took the connection',
    unknown: 'no answer',
  };
  return codes[verdict] ?? verdict;
}
