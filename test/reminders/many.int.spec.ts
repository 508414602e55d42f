import { instantAt } from '@rettidig/vocabulary';
import { PostWorld } from './post-world.js';

const MEMBERS = 100;
const MEETINGS = 100;
const PER_MINUTE = 12_000;
const STEP_SECONDS = 10;

const SEVEN = Date.parse(instantAt('2026-03-04', '07:00'));
const after = (seconds: number): string => new Date(SEVEN + seconds * 1000).toISOString();

it('ten thousand mails due at once go at the pace that was set, tell how far they are, and come once each', async () => {
  const post = new PostWorld();
  await post.begin('2026-02-20T08:00:00.000Z');
  try {
    for (let n = post.members.length; n < MEMBERS; n++) {
      await post.seat(`medlem${n}`);
      await post.addressFor(`medlem${n}`);
    }
    for (let n = 0; n < MEETINGS; n++) await post.meetingOn('2026-03-11');
    await post.worker({ perMinute: PER_MINUTE });
    const sent: number[] = [];
    const progress: unknown[] = [];
    for (let step = 0; post.server.taken.length < MEMBERS * MEETINGS; step++) {
      expect(step).toBeLessThan(8);
      const before = post.server.taken.length;
      await post.at(after(step * STEP_SECONDS));
      sent.push(post.server.taken.length - before);
      progress.push(...post.world.engine.works.list().map(({ name, done, total }) => ({ name, done, total })));
    }
    const most = (PER_MINUTE * STEP_SECONDS) / 60;
    expect(sent.every((count) => count <= most + 1)).toBe(true);
    expect(sent.length).toBeLessThanOrEqual((MEMBERS * MEETINGS) / most + 2);
    expect(progress.slice(1, 3)).toEqual(
      [1, 2].map((step) => ({
        name: 'send-mail',
        done: sent.slice(0, step + 1).reduce((a, b) => a + b),
        total: MEMBERS * MEETINGS,
      })),
    );
    expect(post.world.engine.works.list()).toEqual([]);
    const told = post.server.taken.map(
      ({ to: [to], bytes }) => `${to!} ${/UID:(\S+)/.exec(bytes.toString())?.[1] ?? ''}`,
    );
    expect(new Set(told).size).toBe(MEMBERS * MEETINGS);
    expect(told).toHaveLength(MEMBERS * MEETINGS);
  } finally {
    await post.end();
  }
}, 300_000);
