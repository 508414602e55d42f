import { Places, Progress, Turns } from './waiting.js';

describe('work that waits for its turn', () => {
  const late = (): Error => new Error('late');

  it('is never begun when its turn does not come in time, and does not hold up what comes after', async () => {
    const turns = new Turns();
    const done: string[] = [];
    let end = (): void => {};
    const first = turns.inTurnWithin(1, 'key', () => new Promise<void>((resolve) => (end = resolve)), late);
    const work = (name: string) => async (): Promise<void> => void done.push(name);
    await expect(turns.inTurnWithin(1, 'key', work('second'), late)).rejects.toThrow('late');
    const third = turns.inTurnWithin(60_000, 'key', work('third'), late);
    end();
    await Promise.all([first, third]);
    expect(done).toEqual(['third']);
  });

  it('may take its time once it has begun, and fails with its own error', async () => {
    const turns = new Turns();
    const first = turns.inTurnWithin(1, 'key', () => new Promise((resolve) => setTimeout(resolve, 20)), late);
    const failing = turns.inTurnWithin(60_000, 'key', () => Promise.reject(new Error('its own')), late);
    await expect(failing).rejects.toThrow('its own');
    await expect(first).resolves.toBeUndefined();
    await expect(turns.inTurnWithin(1, 'key', () => Promise.resolve('next'), late)).resolves.toBe('next');
  });
});

describe('places', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  /** Work that ends when it is told to; `begun` tells in which order it began. */
  function worksIn(places: Places) {
    const begun: number[] = [];
    const ends: ((error?: Error) => void)[] = [];
    const work = (n: number): Promise<void> =>
      places.with(() => {
        begun.push(n);
        return new Promise<void>((resolve, reject) => (ends[n] = (error) => (error ? reject(error) : resolve())));
      });
    return { begun, work, end: (n: number, error?: Error) => ends[n]!(error) };
  }
  const settled = (): Promise<unknown> => jest.advanceTimersByTimeAsync(0);

  it('are for so many at a time, and are given anew together, in the order of coming', async () => {
    const { begun, work, end } = worksIn(new Places(3));
    const all = Array.from({ length: 8 }, (_, n) => work(n));
    expect(begun).toEqual([0, 1, 2]);
    end(1);
    end(0);
    await settled();
    expect(begun).toEqual([0, 1, 2]);
    end(2);
    await settled();
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
    for (const n of [3, 4, 5]) end(n);
    await settled();
    for (const n of [6, 7]) end(n);
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('are not kept free for long because of one that takes its time', async () => {
    const { begun, work, end } = worksIn(new Places(3));
    void Array.from({ length: 7 }, (_, n) => work(n));
    end(1);
    end(2);
    await jest.advanceTimersByTimeAsync(20);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    end(4);
    await jest.advanceTimersByTimeAsync(20);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('are free again after work that failed, and nobody waits where nobody waited before', async () => {
    const { begun, work, end } = worksIn(new Places(1));
    const failing = work(0);
    const next = work(1);
    end(0, new Error('its own'));
    await expect(failing).rejects.toThrow('its own');
    await settled();
    end(1);
    await next;
    void work(2);
    expect(begun).toEqual([0, 1, 2]);
  });
});

describe('a rest', () => {
  const LONG = 60_000;
  const signal = (): AbortSignal => new AbortController().signal;

  it('ends as soon as somebody waits for it to go on, and is not begun while somebody does', async () => {
    const progress = new Progress();
    const resting = progress.rest(LONG, signal());
    const waiting = progress.waitFor('2', LONG, 'behind');
    await resting;
    progress.reach('1');
    await progress.rest(LONG, signal());
    progress.reach('2');
    await waiting;
  });

  it('is not disturbed by whoever asks for a place that was reached', async () => {
    const progress = new Progress();
    progress.reach('2');
    let isOver = false;
    const resting = progress.rest(5, signal()).then(() => (isOver = true));
    await progress.waitFor('2', LONG, 'behind');
    expect(isOver).toBe(false);
    await resting;
  });

  it('ends when what rests is stopped', async () => {
    const stopping = new AbortController();
    const resting = new Progress().rest(LONG, stopping.signal);
    stopping.abort();
    await resting;
    await new Progress().rest(LONG, stopping.signal);
  });
});
