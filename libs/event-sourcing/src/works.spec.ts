import { Works } from './works.js';

const steps = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const who = { name: 'carry-parcels', by: 'an event' };

describe('long works', () => {
  it('tell how far they are until they end, also where a step fails', async () => {
    const works = new Works();
    const seen: unknown[] = [];
    await works.through(who, steps(101), (n) => {
      if (n % 50 === 0) seen.push(works.list());
      return Promise.resolve('on');
    });
    expect(seen).toEqual([0, 50, 100].map((done) => [{ ...who, done, total: 101 }]));
    expect(works.list()).toEqual([]);
    const failing = works.through(who, steps(200), (n) =>
      n < 3 ? Promise.resolve('on') : Promise.reject(new Error()),
    );
    expect(works.list()).toHaveLength(1);
    await expect(failing).rejects.toThrow();
    expect(works.list()).toEqual([]);
  });

  it('are counted where the steps come from elsewhere and more of them turn up', () => {
    const works = new Works();
    const work = works.begin({ ...who, total: 60 });
    work.step();
    expect(works.list()).toEqual([]);
    work.more(60);
    work.step();
    expect(works.list()).toEqual([{ ...who, done: 2, total: 120 }]);
    work.end();
    expect(works.list()).toEqual([]);
  });

  it('say nothing of what is short, and stop where a step says so', async () => {
    const works = new Works();
    const taken: number[] = [];
    await works.through(who, steps(100), (n) => {
      expect(works.list()).toEqual([]);
      taken.push(n);
      return Promise.resolve(n < 4 ? 'on' : 'stop');
    });
    expect(taken).toEqual([0, 1, 2, 3, 4]);
  });
});
