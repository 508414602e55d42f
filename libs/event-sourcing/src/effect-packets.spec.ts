import type { DueEffect } from './effect.js';
import { PACKET, Packets } from './effect-packets.js';
import type { DeadJob, EffectQueue, Job, JobRun } from './effect-queue.js';
import { ComeAgain, Unrecoverable } from './effect-queue.js';
import { jobOf as runOf } from './testing/bells.js';
import { ScriptedClock } from './testing/scripted-clock.js';

const NOON = '2026-04-24T12:00:00.000Z';
const LATER = '2026-04-24T12:30:00.000Z';
const BELLS = 'ring-bell';

const due = (key: string, runAt = NOON): DueEffect => ({ key, runAt, about: { tower: key } });
const many = (count: number, runAt = NOON, from = 0): DueEffect[] =>
  Array.from({ length: count }, (_, n) => due(`key ${from + n}`, runAt));
const keysOf = (effects: readonly DueEffect[]): string[] => effects.map(({ key }) => key);
const inside = ({ data }: Job): readonly DueEffect[] => data['together'] as unknown as readonly DueEffect[];

function world() {
  const [added, dead, revived]: [Job[], DeadJob[], string[]] = [[], [], []];
  const queue = {
    isFull: false,
    add: (jobs: readonly Job[]): Promise<void> =>
      queue.isFull ? Promise.reject(new Error('full')) : Promise.resolve(void added.push(...jobs)),
    dead: () => Promise.resolve(dead),
    revive: (kind: string, key: string) => Promise.resolve(revived.push(`${kind} ${key}`) > 0),
  };
  const packets = new Packets(queue as unknown as EffectQueue, new ScriptedClock(NOON));
  const jobs = (list: readonly DueEffect[], begun: readonly string[] = []): Job[] =>
    packets.jobsFor(BELLS, list, { now: NOON, hasBegun: (key) => begun.includes(key) });
  return { queue, added, dead, revived, packets, jobs };
}

const asRun = (job: Job): JobRun => runOf({ ...job });

describe('effects that are due together', () => {
  it('have a job each while they are few', () => {
    expect(world().jobs(many(5))).toEqual(
      many(5).map(({ key, runAt, about }) => ({ kind: BELLS, key, runAt, data: about })),
    );
  });

  it('share jobs of fifty, in their order', () => {
    const jobs = world().jobs(many(120));
    expect(jobs.map((job) => inside(job).length)).toEqual([50, 50, 20]);
    expect(jobs.flatMap(inside)).toEqual(many(120));
    expect(jobs.every(({ kind, runAt }) => kind === PACKET && runAt === NOON)).toBe(true);
    expect(new Set(jobs.map(({ key }) => key)).size).toBe(3);
  });

  it('share one for each moment at which they are due later, and one for all that are late', () => {
    const late = [...many(3, '2026-04-23T06:00:00.000Z'), ...many(3, '2026-04-24T06:00:00.000Z', 3)];
    const [seven, eight] = [many(6, LATER, 6), many(6, '2026-04-24T12:31:00.000Z', 12)];
    const single = due('alone', '2026-04-24T12:32:00.000Z');
    const jobs = world().jobs([...late, ...seven, ...eight, single]);
    expect(jobs.slice(0, 3).map(inside)).toEqual([late, seven, eight]);
    expect(jobs.slice(1, 3).map(({ runAt }) => runAt)).toEqual([LATER, '2026-04-24T12:31:00.000Z']);
    expect(jobs.slice(3).map(({ key }) => key)).toEqual(['alone']);
  });

  it('are in the same packet again while nobody knows that they began, whoever else is due then', () => {
    const { jobs } = world();
    const before = jobs(many(20));
    expect(jobs(many(20))).toEqual(before);
    expect(jobs(many(12))).toEqual(before);
    const [same, more] = jobs(many(40));
    expect(same).toEqual(before[0]);
    expect(keysOf(inside(more!))).toEqual(keysOf(many(20, NOON, 20)));
  });

  it('are named alike by every process that finds them', () => {
    expect(world().jobs(many(20))).toEqual(world().jobs(many(20)));
  });

  it('have a job of their own once they began', () => {
    const jobs = world().jobs(many(10), ['key 3', 'key 4']);
    const [alone, packed] = [BELLS, PACKET].map((which) => jobs.filter(({ kind }) => kind === which));
    expect(alone!.map(({ key }) => key)).toEqual(['key 3', 'key 4']);
    expect(packed!.map((job) => inside(job).length)).toEqual([8]);
  });

  it('are packed anew when they were not due for a while', () => {
    const { jobs, packets } = world();
    const [before] = jobs(many(20));
    packets.forgetOthers(BELLS, many(6));
    const [same, other] = jobs(many(20));
    expect(same).toEqual(before);
    expect(inside(other!)).toHaveLength(14);
  });
});

describe('a packet', () => {
  it('is done one by one, each as if it had come alone', async () => {
    const { jobs, packets, added } = world();
    const done: JobRun[] = [];
    const job = asRun(jobs(many(20))[0]!);
    await packets.handle(job, (one) => Promise.resolve(void done.push(one)));
    const { signal } = job;
    expect(done).toEqual(
      many(20).map(({ key, runAt, about }) => ({ kind: BELLS, key, runAt, data: about, attempt: 1, signal })),
    );
    expect(added).toEqual([]);
  });

  it('gives back what did not end as jobs of their own, and they are in no packet any more', async () => {
    const { jobs, packets, added } = world();
    const list = many(20);
    const errors = new Map<string, Error>([
      ['key 2', new ComeAgain(LATER)],
      ['key 5', new TypeError('cracked')],
      ['key 7', new Unrecoverable('gone')],
    ]);
    const [packet] = jobs(list);
    const rings = ({ key }: JobRun): Promise<void> =>
      errors.has(key) ? Promise.reject(errors.get(key)!) : Promise.resolve();
    await packets.handle(asRun(packet!), rings);
    const own = (key: string, runAt = NOON): Job => ({ kind: BELLS, key, runAt, data: { tower: key } });
    expect(added).toEqual([own('key 2', LATER), own('key 5'), own('key 7')]);
    expect(jobs(list.filter(({ key }) => errors.has(key)))).toEqual(['key 2', 'key 5', 'key 7'].map((key) => own(key)));
  });

  it('comes again when the queue does not take what is left of it', async () => {
    const { jobs, packets, queue } = world();
    queue.isFull = true;
    const [packet] = jobs(many(20));
    const handled = packets.handle(asRun(packet!), () => Promise.reject(new Error('cracked')));
    await expect(handled).rejects.toEqual(new ComeAgain('2026-04-24T12:00:01.000Z'));
  });

  it('begins anew when it lost its process too often; what came alone, or cannot be read, does not', async () => {
    const { jobs, packets, dead, revived } = world();
    const [packet] = jobs(many(20));
    const gone = { attempts: 3, error: 'queue.lost', failedAt: NOON };
    const unreadable = { ...gone, kind: PACKET, key: 'other', error: 'TypeError' };
    dead.push({ ...gone, kind: BELLS, key: 'noon' }, { ...gone, kind: PACKET, key: packet!.key }, unreadable);
    await packets.revive();
    expect(revived).toEqual([`${PACKET} ${packet!.key}`]);
  });
});

it('what came alone is done, and its error is for the queue', async () => {
  const { packets, added } = world();
  const error = new TypeError('cracked');
  await expect(packets.handle(runOf(), () => Promise.reject(error))).rejects.toBe(error);
  expect(added).toEqual([]);
});
