import type { DueEffect } from '@rettidig/event-sourcing';
import { Progress } from './progress.js';

const mails = (...keys: string[]): DueEffect[] =>
  keys.map((key) => ({ key, runAt: '2026-05-06T05:00:00.000Z', about: {} }));

/** A worker of one process, with the long works that it counts there. */
function worker() {
  const works: { total: number; done: number; isOver: boolean }[] = [];
  const begin = ({ total }: { readonly total: number }) => {
    const work = { total, done: 0, isOver: false };
    works.push(work);
    return {
      step: () => (work.done += 1),
      more: (count: number) => void (work.total += count),
      end: () => void (work.isOver = true),
    };
  };
  return { works, progress: new Progress(() => ({ begin }), 'sendMail') };
}

describe('how far the mails have come', () => {
  it('is counted from the first that was found until none is left, each once', () => {
    const { works, progress } = worker();
    expect(progress.found(mails())).toEqual([]);
    expect(works).toEqual([]);
    expect(progress.found(mails('a', 'b'))).toEqual(mails('a', 'b'));
    expect(progress.ended('a', 'sent')).toBe('sent');
    progress.found(mails('b', 'c'));
    expect(works).toEqual([{ total: 3, done: 1, isOver: false }]);
    progress.ended('b', 'sent');
    progress.ended('c', 'not-wanted');
    expect(works).toEqual([{ total: 3, done: 3, isOver: true }]);
  });

  it('is over in each of two workers, whichever of them sent them', () => {
    const [first, second] = [worker(), worker()];
    for (const { progress } of [first, second]) progress.found(mails('a', 'b'));
    for (const { key } of mails('a', 'b')) second.progress.ended(key, 'sent');
    for (const { progress } of [first, second]) progress.found(mails());
    for (const { works } of [first, second]) expect(works).toEqual([{ total: 2, done: 2, isOver: true }]);
    // The next morning is counted anew.
    first.progress.found(mails('c'));
    expect(first.works).toHaveLength(2);
  });

  it('goes on past one that was given up without a word and is not due any more', () => {
    const { works, progress } = worker();
    progress.found(mails('a', 'b', 'c'));
    progress.ended('a', 'sent');
    progress.found(mails('c'));
    expect(works).toEqual([{ total: 3, done: 2, isOver: false }]);
    progress.ended('b', 'sent');
    progress.ended('c', 'sent');
    expect(works).toEqual([{ total: 3, done: 3, isOver: true }]);
  });
});
