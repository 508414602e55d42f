import { effectIdOf, effectStreamOf, type EffectEvent } from './effect-log.js';
import { effectsView, hasEnded, statesOf, unfinished, type EffectRow } from './effects-view.js';
import { projectionSpec, type GivenEvent } from './testing/projection-spec.js';

const at = (minutes: number): string => `2026-04-24T12:${String(minutes).padStart(2, '0')}:00.000Z`;
const stream = (key: string): string => effectStreamOf('ring-bell', key);

const claimed = (key: string, minutes: number, more: object = {}): GivenEvent<EffectEvent> => ({
  type: 'EffectClaimed',
  data: {
    ...{ effect: 'ring-bell', key, about: { tower: 'east' }, dueAt: at(0), attempt: 1, isRepeat: false },
    leaseUntil: at(minutes + 2),
    ...more,
  },
  stream: stream(key),
  recordedAt: at(minutes),
});
const ends = (key: string, minutes: number, event: EffectEvent): GivenEvent<EffectEvent> => ({
  ...event,
  stream: stream(key),
  recordedAt: at(minutes),
});
const done: EffectEvent = { type: 'EffectDone', data: { result: 'rung', attempt: 1 } };
const failed = (isFinal: boolean): EffectEvent => ({
  type: 'EffectFailed',
  data: { error: 'RangeError', attempt: 1, isFinal },
});

describe('the view of effects', () => {
  const spec = projectionSpec(effectsView);
  const rowOf = (...events: GivenEvent<EffectEvent>[]) =>
    spec.given(...events).row<EffectRow>('select * from {effect}');

  it('has one row a key: what was done, and how late', () => {
    expect(rowOf(claimed('noon', 1), ends('noon', 2, done))).toEqual({
      ...{
        number: 1,
        id: effectIdOf('ring-bell', 'noon'),
        effect: 'ring-bell',
        key: 'noon',
        about: '{"tower":"east"}',
      },
      ...{ state: 'done', attempt: 1, is_repeat: 0, due_at: at(0), claimed_at: at(1), lease_until: at(3) },
      ...{ ended_at: at(2), result: 'rung', code: null, delay: 120 },
    });
  });

  it('shows what is under way, waits, was put off, was given up, was skipped, and was begun anew', () => {
    const postponed: EffectEvent = { type: 'EffectPostponed', data: { why: 'ladder.away', attempt: 1, until: at(9) } };
    const skipped: EffectEvent = {
      type: 'EffectSkipped',
      data: { effect: 'ring-bell', key: 'noon', dueAt: at(0), why: 'bell-gone', about: { bells: [{ id: 1 }] } },
    };
    const first = claimed('noon', 1);
    expect(rowOf(first)).toMatchObject({ state: 'claimed', ended_at: null, delay: null });
    expect(rowOf(first, ends('noon', 2, failed(false)))).toMatchObject({ state: 'waiting', code: 'RangeError' });
    expect(rowOf(first, ends('noon', 2, postponed))).toMatchObject({ state: 'waiting', lease_until: at(9) });
    expect(rowOf(first, ends('noon', 2, failed(true)))).toMatchObject({ state: 'failed', code: 'RangeError' });
    expect(rowOf(ends('noon', 2, skipped))).toMatchObject({
      state: 'skipped',
      attempt: 0,
      code: 'bell-gone',
      delay: 120,
      about: '{"bells":[{"id":1}]}',
    });
    const retried: EffectEvent = { type: 'EffectRetried', data: {} };
    const begunAnew = rowOf(first, ends('noon', 2, failed(true)), ends('noon', 5, retried));
    expect(begunAnew).toMatchObject({ state: 'waiting', ended_at: null, code: 'RangeError' });
  });

  it('shows what it is about by the last run', () => {
    const again = claimed('noon', 4, { attempt: 2, about: { tower: 'west' } });
    expect(rowOf(claimed('noon', 1), again)).toMatchObject({ about: '{"tower":"west"}' });
    const { about: _, ...skipped } = { effect: 'ring-bell', key: 'noon', dueAt: at(0), why: 'bell-gone', about: 0 };
    // As releases recorded it that did not say what it was about.
    expect(rowOf(ends('noon', 2, { type: 'EffectSkipped', data: skipped }))).toMatchObject({ about: '{}' });
  });

  it('remembers that it may have been done twice', () => {
    const again = claimed('noon', 4, { attempt: 2, isRepeat: true });
    expect(rowOf(claimed('noon', 1), again, ends('noon', 5, done))).toMatchObject({ is_repeat: 1, attempt: 2 });
    const third = claimed('noon', 7, { attempt: 3 });
    expect(rowOf(claimed('noon', 1), again, ends('noon', 5, failed(false)), third)).toMatchObject({ is_repeat: 1 });
  });

  it('tells which keys have begun and ended, and what began and did not', () => {
    const { database } = spec.given(
      ...[claimed('done', 1), ends('done', 2, done)],
      ...[claimed('dead', 1), ends('dead', 2, failed(true))],
      ...[claimed('waits', 1), ends('waits', 2, failed(false))],
      claimed('held', 4),
      claimed('lost', 0),
    );
    const keys = ['done', 'dead', 'waits', 'held', 'lost', 'new'];
    const states = statesOf(database, 'ring-bell', keys);
    expect([...states.keys()].sort()).toEqual(['dead', 'done', 'held', 'lost', 'waits']);
    expect(keys.filter((key) => hasEnded(states.get(key)))).toEqual(['done', 'dead']);
    expect(statesOf(database, 'blow-horn', keys).size).toBe(0);
    const left = (effects: string[], now: string) => unfinished(database, effects, now, 10).map(({ key }) => key);
    expect(left(['ring-bell'], at(5))).toEqual(['lost', 'waits']);
    expect(left(['ring-bell'], at(7))).toEqual(['lost', 'waits', 'held']);
    expect(left(['blow-horn'], at(7))).toEqual([]);
  });
});
