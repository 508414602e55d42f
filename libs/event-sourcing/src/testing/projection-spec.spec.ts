import type { DomainEvent } from '../event.js';
import { projection } from '../projection.js';
import { projectionSpec } from './projection-spec.js';

type ThingEvent = DomainEvent<'ThingMade', { name: string }> | DomainEvent<'ThingLost', { why: string }>;

const things = projection<ThingEvent>({
  name: 'things',
  version: 1,
  schema: [
    'create table {thing} (id text primary key, name text not null, known_at text not null, lost integer not null default 0) strict',
    'create index {thing_by_name} on {thing} (name)',
  ],
  on: {
    ThingMade: (view, { stream, data, knownAt }) =>
      view.run('insert into {thing} (id, name, known_at) values (:id, :name, :knownAt)', {
        id: stream,
        name: data.name,
        knownAt,
      }),
    ThingLost: (view, { stream }) => view.run('update {thing} set lost = 1 where id = :id', { id: stream }),
  },
});

describe('the helper for specs of projections', () => {
  it('shows the rows after the given events', () => {
    const given = projectionSpec(things).given(
      { type: 'ThingMade', data: { name: 'one' }, stream: 'thing-1' },
      { type: 'ThingMade', data: { name: 'two' }, stream: 'thing-2' },
      { type: 'ThingLost', data: { why: 'wind' }, stream: 'thing-1' },
    );
    expect(given.rows('select id, lost from {thing} order by id')).toEqual([
      { id: 'thing-1', lost: 1 },
      { id: 'thing-2', lost: 0 },
    ]);
    expect(given.row('select name from {thing} where id = :id', { id: 'thing-2' })).toEqual({ name: 'two' });
  });

  it('counts an event as known no earlier than the events before it, as after a clock was set back', () => {
    const given = projectionSpec(things).given(
      { type: 'ThingMade', data: { name: 'one' }, stream: 'thing-1', recordedAt: '2026-04-24T12:00:00.000Z' },
      { type: 'ThingMade', data: { name: 'two' }, stream: 'thing-2', recordedAt: '2026-04-24T11:00:00.000Z' },
    );
    expect(given.rows('select known_at from {thing} order by id')).toEqual([
      { known_at: '2026-04-24T12:00:00.000Z' },
      { known_at: '2026-04-24T12:00:00.000Z' },
    ]);
  });

  it('begins with empty tables every time', () => {
    projectionSpec(things).given({ type: 'ThingMade', data: { name: 'one' } });
    expect(projectionSpec(things).given().rows('select * from {thing}')).toEqual([]);
  });

  it('shows the error of a handler as it is', () => {
    const twice: ThingEvent = { type: 'ThingMade', data: { name: 'one' } };
    expect(() => projectionSpec(things).given(twice, twice)).toThrow('UNIQUE constraint failed');
  });
});
