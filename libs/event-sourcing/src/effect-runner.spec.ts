import { EffectRefused, PerhapsDone } from './effect.js';
import { effectStreamOf } from './effect-log.js';
import type { EffectsParts } from './effects.types.js';
import { Refused, TryLater } from './errors.js';
import { START, SYSTEM } from './event.js';
import { Bell, jobOf, ringer, told, typesOf } from './testing/bells.js';
import { memoryEngine } from './testing/memory-engine.js';

const NOON = '2026-04-24T12:00:00.000Z';
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function world() {
  const made = memoryEngine([]);
  stops.push(() => made.engine.stop());
  await made.engine.start();
  made.clock.set(NOON);
  return { ...made, bell: new Bell() };
}

/** Something that stands still until it is let go. */
function gate() {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const pass = async (): Promise<string> => {
    arrive();
    await opened;
    return 'rung';
  };
  return { open, arrived, pass };
}

describe('an effect', () => {
  it('is claimed, done and recorded, with ids and codes and nothing else', async () => {
    const made = await world();
    const { run, ended } = ringer(made, made.bell);
    made.clock.set('2026-04-24T12:00:05.000Z');
    expect(await run()).toBe('done');
    const [claimed, done] = await made.store.readStream(effectStreamOf('ring-bell', 'noon'));
    expect(claimed).toMatchObject({
      type: 'EffectClaimed',
      data: {
        ...{ effect: 'ring-bell', key: 'noon', about: { tower: 'east' }, attempt: 1, isRepeat: false },
        ...{ dueAt: NOON, leaseUntil: '2026-04-24T12:00:07.000Z' },
      },
      meta: { actor: SYSTEM, byPerson: false, recordedAt: '2026-04-24T12:00:05.000Z', basis: START },
    });
    expect(done).toMatchObject({ type: 'EffectDone', data: { result: 'rung', attempt: 1 } });
    expect(done!.meta.correlationId).toBe(claimed!.meta.correlationId);
    expect(ended).toMatchObject([{ name: 'ring-bell', result: 'done', isFinal: true, isRepeat: false, delayMs: 5000 }]);
  });

  it('is done once, whoever is given it how often', async () => {
    const made = await world();
    const [one, other] = [ringer(made, made.bell), ringer(made, made.bell)];
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).run()));
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(answers.filter((answer) => answer.startsWith('again'))).toHaveLength(19);
    expect(await other.run()).toBe('done');
    expect(made.bell.keys()).toEqual(['noon']);
    expect(await typesOf(made)).toEqual(['Claimed', 'Done']);
  });

  it('of two processes that race for many keys has each key done by one', async () => {
    const made = await world();
    const runners = [ringer(made, made.bell), ringer(made, made.bell)];
    const keys = Array.from({ length: 50 }, (_, n) => `key ${n}`);
    await Promise.all(keys.flatMap((key) => runners.map(({ run }) => run({ key }))));
    expect(made.bell.keys().sort()).toEqual([...keys].sort());
  });

  it('that is no longer so at the moment of acting is skipped, and is not asked about again', async () => {
    const made = await world();
    made.bell.check = () => 'bell-taken-down';
    const { run, ended } = ringer(made, made.bell);
    expect([await run(), await run()]).toEqual(['done', 'done']);
    expect(made.bell.keys()).toEqual([]);
    expect(await told(made)).toMatchObject([
      { type: 'EffectSkipped', data: { key: 'noon', why: 'bell-taken-down', about: { tower: 'east' } } },
    ]);
    expect(ended).toMatchObject([{ result: 'skipped', code: 'bell-taken-down' }]);
  });

  it('checks on the streams as they are then', async () => {
    const made = await world();
    made.bell.check = async (_due, { readStream, now }) =>
      (await readStream('tower-east')).length === 0 ? `no-tower-at ${now}` : null;
    await ringer(made, made.bell).run();
    expect(await told(made)).toMatchObject([{ data: { why: `no-tower-at ${NOON}` } }]);
  });

  it('is claimed and done with what is left of it at the moment of acting', async () => {
    const made = await world();
    made.bell.check = ({ about }) => ({ about: { ...about, bells: [{ id: 'big', on: null }] } });
    let rung: unknown;
    made.bell.ring = ({ about }) => {
      rung = about;
      return Promise.resolve('rung');
    };
    await ringer(made, made.bell).run();
    const left = { tower: 'east', bells: [{ id: 'big', on: null }] };
    expect(rung).toEqual(left);
    expect((await told(made))[0]).toMatchObject({ type: 'EffectClaimed', data: { about: left } });
  });

  it('is put off as often as it says', async () => {
    const made = await world();
    made.bell.patience = 2;
    made.bell.ring = () => Promise.reject(new TryLater('ladder.away', 10));
    const { run } = ringer(made, made.bell);
    for (let runs = 0; runs < 3; runs++) {
      await run();
      made.clock.set(new Date(Date.parse(made.clock.now()) + 3_600_000).toISOString());
    }
    expect(await typesOf(made)).toEqual(['Claimed', 'Postponed', 'Claimed', 'Postponed', 'Claimed', 'Failed']);
  });

  it('fails eight times, then it is dead and the log says so', async () => {
    const made = await world();
    made.bell.ring = () => Promise.reject(new RangeError('secret of Ole'));
    const { run, ended } = ringer(made, made.bell);
    const answers: string[] = [];
    for (let n = 0; n < 9; n++) answers.push(await run());
    expect(answers).toEqual([...Array<string>(7).fill('failed RangeError'), 'dead RangeError', 'done']);
    const failures = (await told(made)).filter(({ type }) => type === 'EffectFailed').map(({ data }) => data);
    expect(failures).toEqual(
      Array.from({ length: 8 }, (_, n) => ({ error: 'RangeError', attempt: n + 1, isFinal: n === 7 })),
    );
    expect(ended.map(({ isFinal }) => isFinal)).toEqual([...Array<boolean>(7).fill(false), true]);
    expect(JSON.stringify(await made.store.readAll({ after: START }))).not.toContain('Ole');
  });

  it('that is refused is over at once, and waits for nobody in the queue', async () => {
    const made = await world();
    made.bell.ring = () => Promise.reject(new EffectRefused('bell.cracked'));
    const { run, ended } = ringer(made, made.bell);
    expect([await run(), await run()]).toEqual(['done', 'done']);
    expect(await told(made)).toMatchObject([{}, { data: { error: 'bell.cracked', attempt: 1, isFinal: true } }]);
    expect(ended).toMatchObject([{ result: 'refused', isFinal: true, code: 'bell.cracked' }]);
    expect(made.bell.keys()).toEqual(['noon']);
  });

  it('that is refused or put off records what the other side said', async () => {
    const made = await world();
    made.bell.ring = () => Promise.reject(Object.assign(new TryLater('ladder.away', 1), { answer: '451 4.7.1' }));
    const { run } = ringer(made, made.bell);
    await run();
    made.clock.set('2026-04-24T12:00:05.000Z');
    made.bell.ring = () => Promise.reject(Object.assign(new EffectRefused('bell.cracked'), { answer: '550 5.1.1' }));
    await run();
    const answers = (await told(made)).map(({ data }) => (data as { answer?: string }).answer);
    expect(answers).toEqual([undefined, '451 4.7.1', undefined, '550 5.1.1']);
  });

  it('that is put off and may have been done is marked when it comes again', async () => {
    const made = await world();
    made.bell.ring = () => Promise.reject(new PerhapsDone(1));
    const { run } = ringer(made, made.bell);
    await run();
    made.clock.set('2026-04-24T12:00:05.000Z');
    made.bell.ring = () => Promise.resolve('rung');
    await run();
    expect(made.bell.rung.map((one) => one.run.isRepeat)).toEqual([false, true]);
    expect((await told(made))[1]).toMatchObject({ type: 'EffectPostponed', data: { why: 'effect.perhaps-done' } });
  });

  it('that may have been done stays a repetition, also when the next run is put off or fails', async () => {
    const made = await world();
    const { run } = ringer(made, made.bell);
    const answers = [new PerhapsDone(1), new TryLater('bell.busy', 1), new Error('rope')];
    for (const [minute, error] of answers.entries()) {
      made.clock.set(`2026-04-24T12:0${minute}:00.000Z`);
      made.bell.ring = () => Promise.reject(error);
      await run();
    }
    made.clock.set('2026-04-24T12:09:00.000Z');
    made.bell.ring = () => Promise.resolve('rung');
    await run();
    expect(made.bell.rung.map((one) => one.run.isRepeat)).toEqual([false, true, true, true]);
  });

  it('whose check breaks has failed, and was not done', async () => {
    const made = await world();
    made.bell.check = () => {
      throw new TypeError('broken');
    };
    expect(await ringer(made, made.bell).run()).toBe('failed TypeError');
    expect(await typesOf(made)).toEqual(['Claimed', 'Failed']);
    expect(made.bell.keys()).toEqual([]);
  });

  it('is put off later and later, not counted, and in the end counted after all', async () => {
    const made = await world();
    made.bell.attempts = 2;
    made.bell.ring = () => Promise.reject(new TryLater('ladder.away', 10));
    const { run } = ringer(made, made.bell);
    expect(await run()).toBe('again 2026-04-24T12:00:10.000Z');
    expect(await run()).toBe('again 2026-04-24T12:00:10.000Z');
    expect(made.bell.keys()).toHaveLength(1);
    const waits: number[] = [];
    for (let answer = 'again 2026-04-24T12:00:10.000Z'; answer.startsWith('again'); answer = await run()) {
      const at = answer.slice('again '.length);
      if (at > made.clock.now()) waits.push((Date.parse(at) - Date.parse(made.clock.now())) / 1000);
      made.clock.set(at);
    }
    expect(waits.slice(0, 8)).toEqual([10, 20, 40, 80, 160, 320, 640, 900]);
    expect(waits).toHaveLength(50);
    expect((await told(made)).at(-1)).toMatchObject({ type: 'EffectFailed', data: { isFinal: false } });
  });

  it('that was put off waits as long as it was told, and not for a year after a clock was set back', async () => {
    const made = await world();
    made.bell.ring = () => Promise.reject(new TryLater('ladder.away', 900));
    const { run } = ringer(made, made.bell);
    expect(await run()).toBe('again 2026-04-24T12:15:00.000Z');
    made.bell.ring = () => Promise.resolve('rung');
    expect(await run()).toBe('again 2026-04-24T12:15:00.000Z');
    made.clock.set('2025-04-24T12:00:00.000Z');
    expect(await run()).toBe('done');
    expect(await typesOf(made)).toEqual(['Claimed', 'Postponed', 'Claimed', 'Done']);
  });

  it('of a release that this process does not know waits for one that does', async () => {
    const made = await world();
    expect(await ringer(made, made.bell).run({ kind: 'blow-horn' })).toBe('again 2026-04-24T12:01:00.000Z');
    expect(await made.store.readAll({ after: START })).toEqual([]);
  });

  it('is not begun while the log cannot be asked, and nothing is counted', async () => {
    const made = await world();
    jest.spyOn(made.store, 'append').mockRejectedValueOnce(new TryLater('store.unreachable', 5));
    expect(await ringer(made, made.bell).run()).toBe('again 2026-04-24T12:00:05.000Z');
    made.bell.check = async (_due, { reference }) => ((await reference()) ? null : 'never');
    jest.spyOn(made.store, 'head').mockRejectedValueOnce(new TryLater('store.unreachable', 10));
    expect(await ringer(made, made.bell).run()).toBe('again 2026-04-24T12:00:10.000Z');
    expect(made.bell.keys()).toEqual([]);
    expect(await ringer(made, made.bell).run()).toBe('done');
    expect(made.bell.rung[0]!.run).toMatchObject({ attempt: 1, isRepeat: false });
  });
});

describe('the end of a run', () => {
  it('is recorded with patience', async () => {
    const made = await world();
    const { run } = ringer(made, made.bell);
    const append = made.store.append.bind(made.store);
    let refused = 0;
    jest.spyOn(made.store, 'append').mockImplementation((stream, revision, events) => {
      if (events[0]!.type !== 'EffectDone' || (refused += 1) > 4) return append(stream, revision, events);
      return Promise.reject(refused % 2 ? new TryLater('store.unreachable', 5) : new Error('socket'));
    });
    expect(await run()).toBe('done');
    expect(refused).toBe(5);
    expect(await typesOf(made)).toEqual(['Claimed', 'Done']);
    expect(made.bell.keys()).toEqual(['noon']);
  });

  it('that cannot be recorded as long as it is claimed means one repeat, marked', async () => {
    const made = await world();
    made.bell.timeout = 20;
    const lost = ringer(made, made.bell);
    const append = made.store.append.bind(made.store);
    const broken = jest.spyOn(made.store, 'append').mockImplementation((stream, revision, events) => {
      if (events[0]!.type !== 'EffectDone') return append(stream, revision, events);
      return Promise.reject(new TryLater('store.unreachable', 5));
    });
    expect(await lost.run()).toMatch(/^again/);
    broken.mockRestore();
    await lapsed(made, lost.run);
    expect(made.bell.rung.map(({ run }) => [run.attempt, run.isRepeat])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('of what did not end in its time is a failure, and the next run knows that it may be the second', async () => {
    const made = await world();
    made.bell.timeout = 10;
    let told_ = false;
    made.bell.ring = (_due, { signal }) =>
      new Promise(() => signal.addEventListener('abort', () => (told_ = true), { once: true }));
    const { run } = ringer(made, made.bell);
    expect(await run()).toBe('failed Aborted');
    expect(told_).toBe(true);
    made.bell.ring = () => Promise.resolve('rung');
    expect(await run()).toBe('done');
    expect(made.bell.rung.map(({ run: { isRepeat } }) => isRepeat)).toEqual([false, true]);
    expect((await told(made))[1]).toMatchObject({ data: { error: 'effect.timed-out', isFinal: false } });
  });

  it('of what was in hand when the process stops is no failure, and is marked when it comes again', async () => {
    const made = await world();
    const stopping = new AbortController();
    made.bell.ring = () => new Promise(() => stopping.abort());
    expect(await ringer(made, made.bell).run({ signal: stopping.signal })).toBe(`again ${NOON}`);
    made.bell.ring = () => Promise.resolve('rung');
    expect(await ringer(made, made.bell).run()).toBe('done');
    expect(await typesOf(made)).toEqual(['Claimed', 'Postponed', 'Claimed', 'Done']);
    expect(made.bell.rung[1]!.run.isRepeat).toBe(true);
  });

  it('of a process that stood still and was taken over is left to the one that took over', async () => {
    const made = await world();
    made.bell.timeout = 20;
    const [one, other] = [ringer(made, made.bell), ringer(made, made.bell)];
    const { open, arrived, pass } = gate();
    // It stands still right after its claim: what it would do comes when the other is done.
    const append = made.store.append.bind(made.store);
    jest.spyOn(made.store, 'append').mockImplementationOnce(async (stream, revision, events) => {
      const answer = await append(stream, revision, events);
      await pass();
      return answer;
    });
    const frozen = one.run();
    await arrived;
    await lapsed(made, other.run);
    open();
    expect(await frozen).toBe('done');
    expect(made.bell.keys()).toEqual(['noon']);
    expect(await typesOf(made)).toEqual(['Claimed', 'Claimed', 'Done']);
    expect(one.lines).toEqual([expect.stringMatching(/taken over/)]);
  });
});

describe('a claim of somebody else', () => {
  /** A process that dies with the effect in its hand: nothing that it does afterwards reaches the log. */
  async function killed(made: Awaited<ReturnType<typeof world>>, brought: Partial<EffectsParts> = {}) {
    const { arrived, pass } = gate();
    made.bell.ring = () => pass();
    const dead = new AbortController();
    const store = Object.create(made.store) as typeof made.store;
    store.readStream = (stream) => made.store.readStream(stream);
    store.append = (stream, revision, events) =>
      events[0]!.type === 'EffectClaimed' ? made.store.append(stream, revision, events) : new Promise(() => {});
    void ringer(made, made.bell, { ...brought, store }).run({ signal: dead.signal });
    await arrived;
    made.bell.ring = () => Promise.resolve('rung');
    stops.push(() => Promise.resolve(dead.abort()));
  }

  it('stands while it is leased', async () => {
    const made = await world();
    made.bell.timeout = 60_000;
    await killed(made);
    const { run } = ringer(made, made.bell);
    expect(await run()).toBe('again 2026-04-24T12:02:00.000Z');
    expect(made.bell.keys()).toHaveLength(1);
  });

  it('is taken over once by one of many, marked as perhaps the second time', async () => {
    const made = await world();
    made.bell.timeout = 20;
    await killed(made);
    const others = Array.from({ length: 5 }, () => ringer(made, made.bell));
    await Promise.all(others.map(({ run }) => lapsed(made, run)));
    expect(made.bell.rung.map(({ run }) => [run.attempt, run.isRepeat])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(await typesOf(made)).toEqual(['Claimed', 'Claimed', 'Done']);
  });

  it('is not taken for over because a clock jumped an hour, or a machine slept a week', async () => {
    const made = await world();
    made.bell.timeout = 60_000;
    const { open, arrived, pass } = gate();
    made.bell.ring = () => pass();
    const [one, other] = [ringer(made, made.bell), ringer(made, made.bell)];
    const slow = one.run();
    await arrived;
    for (const now of ['2026-04-24T13:00:00.000Z', '2026-05-01T12:00:00.000Z']) {
      made.clock.set(now);
      expect(await other.run()).toMatch(/^again/);
      expect(await one.run()).toMatch(/^again/);
    }
    open();
    expect([await slow, await other.run()]).toEqual(['done', 'done']);
    expect(made.bell.keys()).toEqual(['noon']);
  });

  it('makes nobody wait for a year after a clock was set back', async () => {
    const made = await world();
    made.bell.timeout = 20;
    await killed(made);
    made.clock.set('2025-04-24T12:00:00.000Z');
    await lapsed(made, ringer(made, made.bell).run, '2025-04-25T12:00:00.000Z');
    expect(made.bell.rung.map(({ run }) => run)).toMatchObject([{ isRepeat: false }, { attempt: 2, isRepeat: true }]);
  });

  it('is left behind for certain where the log belongs to one process, and is taken over at once', async () => {
    const made = await world();
    made.bell.timeout = 60_000;
    await killed(made);
    expect(await ringer(made, made.bell, { isAlone: true }).run()).toBe('done');
    expect(made.bell.rung[1]!.run).toMatchObject({ attempt: 2, isRepeat: true });
  });

  it('is given up when the last run that was allowed vanished', async () => {
    const made = await world();
    made.bell.attempts = 2;
    await killed(made);
    await killed(made, { isAlone: true });
    expect(await ringer(made, made.bell, { isAlone: true }).run()).toBe('dead effect.vanished');
    expect((await told(made)).at(-1)).toMatchObject({ data: { error: 'effect.vanished', isFinal: true } });
    expect(made.bell.keys()).toHaveLength(2);
  });

  it('that a newer release ended in a way unknown here is left to that release', async () => {
    const made = await world();
    made.bell.ring = () => Promise.reject(new Refused('bell.away'));
    await ringer(made, made.bell).run();
    const stream = effectStreamOf('ring-bell', 'noon');
    const [claimed] = await made.store.readStream(stream);
    await made.store.append(stream, 1, [{ ...claimed!, id: 'x', type: 'EffectPraised', data: {} }]);
    expect(await ringer(made, made.bell).run()).toBe('again 2026-04-24T12:01:00.000Z');
    expect(made.bell.keys()).toHaveLength(1);
  });
});

/** Gives the job again and again, at the times that the process asks for, until it is done; at the latest at `latest`. */
async function lapsed(
  { clock }: Awaited<ReturnType<typeof world>>,
  run: () => Promise<string>,
  latest = '2026-05-24T12:00:00.000Z',
): Promise<void> {
  for (;;) {
    const answer = await run();
    if (answer === 'done') return;
    const at = answer.slice('again '.length);
    if (at > latest) throw new Error(`would wait until ${at}`);
    if (at > clock.now()) clock.set(at);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

it('keeps the data of its job for whoever does it', async () => {
  const made = await world();
  let about: unknown;
  made.bell.ring = (due) => {
    about = due.about;
    return Promise.resolve('rung');
  };
  await ringer(made, made.bell).run();
  expect(about).toEqual(jobOf().data);
});
