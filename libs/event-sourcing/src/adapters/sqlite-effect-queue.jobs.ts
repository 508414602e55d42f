import type Database from 'better-sqlite3';
import type { DeadJob, Job, JobRun } from '../effect-queue.js';
import { LOST } from '../effect-queue.js';
import { millisOf } from './millis.js';
import { prepared } from './prepared.js';

/** Times are milliseconds since 1970. `due_at` is what was asked for, `run_at` when to try next. */
export const JOBS = `
  create table if not exists job (
    kind text not null,
    key text not null,
    due_at integer not null,
    run_at integer not null,
    data text not null,
    state text not null default 'waiting' check (state in ('waiting', 'active', 'dead')),
    attempts integer not null default 0,
    lost integer not null default 0,
    holder text,
    leased_until integer,
    error text,
    failed_at integer,
    primary key (kind, key)
  ) strict;
  create index if not exists job_by_time on job (state, run_at);
`;

/** Who takes jobs, at what time, and until when they are theirs unless they say so again. */
export interface Holder {
  readonly holder: string;
  readonly now: number;
  readonly until: number;
}

/** A job in hand, without what belongs to the run. */
export type Claimed = Omit<JobRun, 'signal'>;

/** How a run ended. */
export type Ending =
  | { readonly kind: string; readonly key: string; readonly how: 'done' }
  | { readonly kind: string; readonly key: string; readonly how: 'again'; readonly runAt: number }
  | { readonly kind: string; readonly key: string; readonly how: 'failed'; readonly runAt: number }
  | { readonly kind: string; readonly key: string; readonly how: 'dead'; readonly error: string };

interface ClaimedRow {
  kind: string;
  key: string;
  due_at: number;
  data: string;
  attempts: number;
}

/** The table of the jobs. Every change is one statement, so that several processes may share a file. */
export class JobTable {
  private readonly sql: ReturnType<typeof prepared>;

  constructor(database: Database.Database) {
    this.sql = prepared(database);
  }

  add({ kind, key, runAt, data }: Job): void {
    this.sql(
      'insert into job (kind, key, due_at, run_at, data) values (:kind, :key, :at, :at, :data) on conflict do nothing',
    ).run({ kind, key, at: millisOf(runAt), data: JSON.stringify(data) });
  }

  /** Takes what is due, the longest waiting first. */
  claim({ holder, now, until }: Holder, limit: number): Claimed[] {
    const due = `select rowid from job where state = 'waiting' and run_at <= ? order by run_at limit ?`;
    const claimed = this.sql(
      `update job set state = 'active', holder = ?, leased_until = ? where rowid in (${due})
       returning kind, key, due_at, data, attempts`,
    ).all(holder, until, now, limit) as ClaimedRow[];
    return claimed.map((row) => ({
      kind: row.kind,
      key: row.key,
      runAt: new Date(row.due_at).toISOString(),
      data: JSON.parse(row.data) as Job['data'],
      attempt: row.attempts + 1,
    }));
  }

  /** Says that the jobs in hand are still in hand. */
  renew({ holder, until }: Holder): void {
    this.sql(`update job set leased_until = ? where state = 'active' and holder = ?`).run(until, holder);
  }

  /**
   * Takes away what others held and did not renew; what was lost too often is dead: it may be what ends the process.
   * A lease that ends later than one could be given now comes from a clock that was set back.
   */
  takeBack({ holder, now, until }: Holder, tolerated: number): void {
    this.sql(
      `update job set lost = lost + 1, holder = null, run_at = min(run_at, :now),
         state = iif(lost >= :tolerated, 'dead', 'waiting'),
         error = iif(lost >= :tolerated, '${LOST}', error),
         failed_at = iif(lost >= :tolerated, :now, failed_at)
       where state = 'active' and holder <> :holder and leased_until not between :now and :until`,
    ).run({ holder, now, until, tolerated });
  }

  /**
   * Nothing whose time has come waits for longer than this, in milliseconds: what seems to was put off, or had failed,
   * under a clock that has been set back since.
   */
  waitAtMost(longest: number, now: number): void {
    this.sql(
      `update job set run_at = :now where state = 'waiting' and run_at > :now + :longest and due_at <= :now`,
    ).run({ now, longest });
  }

  end(ending: Ending, { holder, now }: Holder): void {
    const mine = `where kind = :kind and key = :key and state = 'active' and holder = :holder`;
    const { kind, key, how } = ending;
    const which = { kind, key, holder };
    if (how === 'done') this.sql(`delete from job ${mine}`).run(which);
    if (how === 'again')
      this.sql(`update job set state = 'waiting', run_at = :runAt ${mine}`).run({ ...which, runAt: ending.runAt });
    if (how === 'failed')
      this.sql(`update job set state = 'waiting', run_at = :runAt, attempts = attempts + 1 ${mine}`).run({
        ...which,
        runAt: ending.runAt,
      });
    if (how === 'dead')
      this.sql(`update job set state = 'dead', error = :error, failed_at = :now, attempts = attempts + 1 ${mine}`).run({
        ...which,
        error: ending.error,
        now,
      });
  }

  remove(kind: string, key: string): boolean {
    return this.sql(`delete from job where kind = ? and key = ? and state = 'waiting'`).run(kind, key).changes > 0;
  }

  revive(kind: string, key: string, now: number): boolean {
    const revive = `update job set state = 'waiting', run_at = ?, attempts = 0, lost = 0, error = null, failed_at = null
      where kind = ? and key = ? and state = 'dead'`;
    return this.sql(revive).run(now, kind, key).changes > 0;
  }

  dead({ offset, limit }: { readonly offset: number; readonly limit: number }): DeadJob[] {
    const rows = this.sql(
      `select kind, key, attempts, error, failed_at from job where state = 'dead'
       order by failed_at desc, rowid desc limit ? offset ?`,
    ).all(limit, offset) as { kind: string; key: string; attempts: number; error: string; failed_at: number }[];
    return rows.map(({ failed_at, ...row }) => ({ ...row, failedAt: new Date(failed_at).toISOString() }));
  }

  counts(now: number): {
    readonly waiting: number;
    readonly delayed: number;
    readonly active: number;
    readonly dead: number;
  } {
    const rows = this.sql(
      `select iif(state = 'waiting' and run_at > ?, 'delayed', state) as state, count(*) as n from job group by 1`,
    ).all(now) as { state: string; n: number }[];
    const of = (state: string): number => rows.find((row) => row.state === state)?.n ?? 0;
    return { waiting: of('waiting'), delayed: of('delayed'), active: of('active'), dead: of('dead') };
  }

  /** When something is due next; undefined when nothing waits. */
  next(): number | undefined {
    const next = this.sql(`select min(run_at) as at from job where state = 'waiting'`).get() as { at: number | null };
    return next.at ?? undefined;
  }
}
