import type { Instant, RecordedEvent } from './event.js';
import { ANY_TYPE } from './project.js';
import type { AnyProjection, ReadDatabase } from './projection.js';

/**
 * The events that count as known later than they were recorded, because one before them carries a later time: a clock
 * was set back, or two commands overtook each other between clock and log. Few, so that only these are kept.
 */
export const knownMoments: AnyProjection = {
  name: 'known-moments',
  version: 1,
  schema: ['create table {moment} (event text primary key, known_at text not null) strict, without rowid'],
  on: {
    [ANY_TYPE]: (view, { id, meta, knownAt }) => {
      if (knownAt > meta.recordedAt)
        view.run('insert into {moment} (event, known_at) values (:id, :knownAt)', { id, knownAt });
    },
  },
};

/** How many events of a stream were known at an instant, by the same measure as the versions in the views. */
export function knownBy(views: ReadDatabase, events: readonly RecordedEvent[], until: Instant): number {
  const moments = views.view(knownMoments.name);
  const knownAt = ({ id, meta }: RecordedEvent): Instant =>
    moments.get<{ known_at: Instant }>('select known_at from {moment} where event = :id', { id })?.known_at ??
    meta.recordedAt;
  const first = events.findIndex((event) => knownAt(event) > until);
  return first < 0 ? events.length : first;
}
