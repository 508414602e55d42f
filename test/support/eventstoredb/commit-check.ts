import type { Log } from './log.js';
import { DELETED } from './recorded.js';
import { isSoftDeleted } from './stream-rules.js';

/** As the server numbers them (`ExpectedVersion`); from 0 upwards a revision. */
export const NO_STREAM = -1;
export const ANY = -2;
export const STREAM_EXISTS = -4;

export type CommitDecision =
  | { readonly kind: 'ok'; readonly current: number; readonly isSoftDeleted: boolean }
  | { readonly kind: 'idempotent'; readonly last: number }
  | { readonly kind: 'wrong-version'; readonly current: number }
  | { readonly kind: 'deleted' };

/** The ids that this leader wrote lately; empty after a restart and on a new leader, as on the server. */
export class RecentIds {
  private readonly places = new Map<string, { readonly stream: string; readonly revision: number }>();

  constructor(private readonly limit = 100_000) {}

  put(id: string, stream: string, revision: number): void {
    this.places.set(id, { stream, revision });
    if (this.places.size > this.limit) this.places.delete(this.places.keys().next().value!);
  }

  in(stream: string, id: string): number | undefined {
    const place = this.places.get(id);
    return place?.stream === stream ? place.revision : undefined;
  }
}

/** `IndexWriter.CheckCommit`: whether an append is new, a repeat, or against what the stream has become. */
export function checkCommit(
  log: Log,
  recent: RecentIds,
  append: { readonly stream: string; readonly expected: number; readonly ids: readonly string[] },
): CommitDecision {
  const { stream, expected } = append;
  const current = log.lastRevision(stream);
  const rules = log.streams.get(stream)?.rules;
  if (current === DELETED) return { kind: 'deleted' };
  if (expected === STREAM_EXISTS) {
    if (isSoftDeleted(rules)) return { kind: 'deleted' };
    if (current < 0 && log.lastRevision(`$$${stream}`) < 0) return { kind: 'wrong-version', current };
  }
  const ok: CommitDecision = { kind: 'ok', current, isSoftDeleted: isSoftDeleted(rules) };
  if (expected === ANY || expected === STREAM_EXISTS) return repeatOfRecent(recent, append, ok);
  if (expected < current) return repeatAt(log, append, ok);
  return expected > current ? { kind: 'wrong-version', current } : ok;
}

type Ok = Extract<CommitDecision, { kind: 'ok' }>;

/** Without a revision, only what was written lately is known again; a repeat in part is a conflict. */
function repeatOfRecent(
  recent: RecentIds,
  { stream, ids }: { readonly stream: string; readonly ids: readonly string[] },
  ok: Ok,
): CommitDecision {
  let last = -1;
  for (const [index, id] of ids.entries()) {
    const revision = recent.in(stream, id);
    if (revision === undefined) return index === 0 ? ok : { kind: 'wrong-version', current: ok.current };
    last = revision;
  }
  return ids.length === 0 ? ok : { kind: 'idempotent', last };
}

/** With a revision, a repeat is known for ever: the same ids lie right behind it. */
function repeatAt(
  log: Log,
  { stream, expected, ids }: { readonly stream: string; readonly expected: number; readonly ids: readonly string[] },
  ok: Ok,
): CommitDecision {
  const { events } = log.streams.get(stream)!;
  const differs = ids.findIndex((id, index) => events[expected + 1 + index]?.id !== id);
  if (differs === -1 && ids.length > 0) return { kind: 'idempotent', last: expected + ids.length };
  if (differs === 0 && expected === NO_STREAM && ok.isSoftDeleted) return ok;
  return { kind: 'wrong-version', current: ok.current };
}
