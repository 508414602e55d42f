import { idOf } from '@rettidig/event-sourcing';
import { drawnFrom } from './drawing.js';

const dismissed = (count: number) => Array.from({ length: count }, (_, at) => idOf('miss', String(at)));

describe('the dismissals drawn in a quarter', () => {
  it.each([
    [0, 0],
    [3, 3],
    [5, 5],
    [49, 5],
    [50, 5],
    [51, 6],
    [200, 20],
  ])('of %i are %i', (all, drawn) => {
    expect(new Set(drawnFrom(dismissed(all), '2026-Q4')).size).toBe(drawn);
  });

  it('are the same for everybody, in whatever order they are read, and others in the next quarter', () => {
    const all = dismissed(100);
    expect(drawnFrom([...all].reverse(), '2026-Q4')).toEqual(drawnFrom(all, '2026-Q4'));
    expect(drawnFrom(all, '2027-Q1')).not.toEqual(drawnFrom(all, '2026-Q4'));
  });
});
