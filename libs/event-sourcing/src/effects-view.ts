import type { EffectData, EffectEvent } from './effect-log.js';
import { effectIdOf } from './effect-log.js';
import { subjectOf } from './event.js';
import type { Instant } from './event.js';
import type { ProjectedEvent, ReadDatabase, ViewWriter } from './projection.js';
import { projection } from './projection.js';

/** How a key of an effect stands, as people see it. `waiting`: it failed, was put off or was begun anew, and comes again. */
export const effectStates = ['claimed', 'waiting', 'done', 'failed', 'skipped'] as const;
export type EffectStateName = (typeof effectStates)[number];

/** A row of the view `effects`: one key of one effect. */
export interface EffectRow {
  /** Counts the keys in the order in which they were first heard of. */
  readonly number: number;
  readonly id: string;
  readonly effect: string;
  readonly key: string;
  /** JSON. */
  readonly about: string;
  readonly state: EffectStateName;
  readonly attempt: number;
  /** Some run of it may have been the second one. */
  readonly is_repeat: number;
  readonly due_at: Instant;
  readonly claimed_at: Instant | null;
  readonly lease_until: Instant;
  readonly ended_at: Instant | null;
  /** The result, or the code of why not. */
  readonly result: string | null;
  readonly code: string | null;
  /** Seconds from when it was due until it ended. */
  readonly delay: number | null;
}

const claim = `insert into {effect}
    (id, effect, key, about, state, attempt, is_repeat, due_at, claimed_at, lease_until)
  values (:id, :effect, :key, :about, 'claimed', :attempt, :isRepeat, :dueAt, :at, :leaseUntil)
  on conflict (id) do update set state = 'claimed', about = :about, attempt = :attempt, is_repeat = max(is_repeat, :isRepeat),
    claimed_at = :at, lease_until = :leaseUntil, ended_at = null, delay = null`;

const skip = `insert into {effect} (id, effect, key, about, state, attempt, is_repeat, due_at, lease_until)
  values (:id, :effect, :key, :about, 'skipped', 0, 0, :dueAt, '')
  on conflict (id) do update set state = 'skipped', about = :about`;

/** Ends a run. Whatever ended is late by so many whole seconds; a clock that was set back makes nobody early. */
const end = `update {effect} set state = :state, result = :result, code = :code, ended_at = :at,
    delay = max(0, unixepoch(:at) - unixepoch(due_at)) where id = :id`;

interface End {
  readonly state: EffectStateName;
  readonly result?: string;
  readonly code?: string;
}

function endRun(view: ViewWriter, { stream, meta }: ProjectedEvent, { state, result, code }: End): void {
  view.run(end, {
    ...{ id: subjectOf(stream), at: meta.recordedAt, state },
    ...{ result: result ?? null, code: code ?? null },
  });
}

/**
 * What was done outside the log and what could not be, one row a key of an effect. Rows and all indexes but that of the ids
 * grow at their ends, whatever ids and keys are like: of a random place each event would write a page of its own.
 */
export const effectsView = projection<EffectEvent>({
  name: 'effects',
  version: 3,
  schema: [
    `create table {effect} (
      number integer primary key, id text not null unique, effect text not null, key text not null,
      about text not null, state text not null, attempt integer not null, is_repeat integer not null,
      due_at text not null, claimed_at text, lease_until text not null, ended_at text, result text, code text,
      delay integer
    ) strict`,
    'create index {effect_due} on {effect} (due_at)',
    'create index {effect_state} on {effect} (state, due_at)',
    "create index {effect_open} on {effect} (lease_until) where state in ('claimed', 'waiting')",
  ],
  on: {
    EffectClaimed: (view, { stream, data, meta }) => {
      const { effect, key, dueAt, attempt, leaseUntil } = data;
      view.run(claim, {
        ...{ id: subjectOf(stream), effect, key, dueAt, attempt, leaseUntil, at: meta.recordedAt },
        about: JSON.stringify(data.about),
        isRepeat: Number(data.isRepeat),
      });
    },
    EffectDone: (view, event) => endRun(view, event, { state: 'done', result: event.data.result }),
    EffectFailed: (view, event) =>
      endRun(view, event, { state: event.data.isFinal ? 'failed' : 'waiting', code: event.data.error }),
    EffectPostponed: (view, event) => {
      endRun(view, event, { state: 'waiting', code: event.data.why });
      setLease(view, event, event.data.until);
    },
    EffectSkipped: (view, event) => {
      const { effect, key, dueAt, why, about = {} }: EffectData<'EffectSkipped'> = event.data;
      view.run(skip, { id: effectIdOf(effect, key), effect, key, dueAt, about: JSON.stringify(about) });
      endRun(view, event, { state: 'skipped', code: why });
    },
    EffectRetried: (view, { stream }) =>
      view.run(
        `update {effect} set state = 'waiting', ended_at = null, delay = null, lease_until = ''
          where id = :id`,
        { id: subjectOf(stream) },
      ),
  },
});

const setLease = (view: ViewWriter, { stream }: ProjectedEvent, until: Instant): void =>
  view.run('update {effect} set lease_until = :until where id = :id', { id: subjectOf(stream), until });

/** Nobody need be asked again about one that has ended, whichever way. */
export const hasEnded = (state: EffectStateName | undefined): boolean =>
  state === 'done' || state === 'failed' || state === 'skipped';

/** How those of some keys stand of which something is known. */
export function statesOf(
  views: ReadDatabase,
  effect: string,
  keys: readonly string[],
): ReadonlyMap<string, EffectStateName> {
  const rows = views
    .view(effectsView.name)
    .all<Pick<EffectRow, 'key' | 'state'>>(
      'select key, state from {effect} where id in (select value from json_each(:ids))',
      { ids: JSON.stringify(keys.map((key) => effectIdOf(effect, key))) },
    );
  return new Map(rows.map(({ key, state }) => [key, state]));
}

/** Those of some effects that began and have not ended, and whose lease or pause is over: their jobs may have been lost. */
export const unfinished = (views: ReadDatabase, effects: readonly string[], now: Instant, limit: number): EffectRow[] =>
  views.view(effectsView.name).all<EffectRow>(
    `select * from {effect} where state in ('claimed', 'waiting') and lease_until <= :now
      and effect in (select value from json_each(:effects)) order by lease_until limit :limit`,
    { effects: JSON.stringify(effects), now, limit },
  );
