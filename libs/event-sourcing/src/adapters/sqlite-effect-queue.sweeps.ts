import type Database from 'better-sqlite3';
import type { Sweep } from '../effect-queue.js';
import { prepared } from './prepared.js';
import { nextMillis } from './schedule.js';
import type { Holder } from './sqlite-effect-queue.jobs.js';

export const SWEEPS = `
  create table if not exists sweep (
    name text primary key,
    pattern text not null,
    next_at integer not null,
    last_run_at integer,
    failures integer not null default 0,
    holder text,
    leased_until integer
  ) strict;
`;

/** A sweep whose time has come. */
export interface DueSweep {
  readonly name: string;
  readonly dueAt: number;
  /** How often it failed since it last succeeded. */
  readonly failures: number;
}

interface SweepRow {
  name: string;
  pattern: string;
  next_at: number;
  failures: number;
}

/** The table of the sweeps: when each of them comes next. */
export class SweepTable {
  private names = '[]';
  private readonly sql: ReturnType<typeof prepared>;

  constructor(database: Database.Database) {
    this.sql = prepared(database);
  }

  /**
   * Learns which sweeps there are. One that this file has not heard of runs at once: the file may have been lost, and a
   * sweep finds what became due meanwhile.
   */
  know(sweeps: readonly Sweep[], now: number): void {
    this.names = JSON.stringify(sweeps.map(({ name }) => name));
    this.sql('delete from sweep where name not in (select value from json_each(?))').run(this.names);
    const learn = this.sql(
      `insert into sweep (name, pattern, next_at) values (:name, :pattern, :now)
       on conflict do update set pattern = excluded.pattern, next_at = min(next_at, :next)`,
    );
    for (const { name, pattern } of sweeps) learn.run({ name, pattern, now, next: nextMillis(pattern, now) });
  }

  /** Nothing is further away than its next time from now: that was by a clock which has been set back since. */
  clockWasSetBack(now: number): void {
    const rows = this.sql('select name, pattern, next_at from sweep').all() as SweepRow[];
    const set = this.sql('update sweep set next_at = min(next_at, ?) where name = ?');
    for (const { name, pattern } of rows) set.run(nextMillis(pattern, now), name);
  }

  /** Takes what is due. One that was missed many times comes once; one that still runs somewhere does not come. */
  claim({ holder, now, until }: Holder): DueSweep[] {
    const due = this.sql(
      `select * from sweep where next_at <= :now and (holder is null or leased_until not between :now and :until)
       and name in (select value from json_each(:names))`,
    ).all({ now, until, names: this.names }) as SweepRow[];
    const take = this.sql('update sweep set holder = ?, leased_until = ?, next_at = ? where name = ?');
    for (const { name, pattern } of due) take.run(holder, until, nextMillis(pattern, now), name);
    return due.map(({ name, next_at, failures }) => ({ name, dueAt: next_at, failures }));
  }

  renew({ holder, until }: Holder): void {
    this.sql('update sweep set leased_until = ? where holder = ?').run(until, holder);
  }

  /** @param again when to try again, for one that failed; its next time when that comes first. */
  end(name: string, { holder, now }: Holder, again: number | undefined): void {
    const mine = 'where name = :name and holder = :holder';
    if (again === undefined) {
      const done = `update sweep set holder = null, failures = 0, last_run_at = :now ${mine}`;
      this.sql(done).run({ name, holder, now });
    } else {
      const failed = `update sweep set holder = null, failures = failures + 1, next_at = min(next_at, :again) ${mine}`;
      this.sql(failed).run({ name, holder, again });
    }
  }

  next(): number | undefined {
    const next = this.sql('select min(next_at) as at from sweep where holder is null').get() as { at: number | null };
    return next.at ?? undefined;
  }
}
