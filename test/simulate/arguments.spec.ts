import { askedOf } from './arguments.js';

describe('what is asked of the simulation', () => {
  it('is seeds, a size and how many at a time', () => {
    expect(askedOf(['--seeds', '3-5', '--days', '30', '--jobs', '2'], 0)).toEqual({
      seeds: [3, 4, 5],
      size: { days: 30, changes: 3000 },
      jobs: 2,
    });
  });

  it('is two years with a seed of the clock when nothing is said', () => {
    expect(askedOf([], 1_234_567)).toEqual({ seeds: [234_567], size: { days: 730, changes: 3000 }, jobs: 1 });
  });

  it('is nothing but help', () => {
    expect(askedOf(['--help'], 0)).toBeNull();
  });

  it.each([
    [['--seeds', '5-1'], '--seeds 5-1: write a number, or the first and the last with a dash: 1-200.'],
    [['--seeds', 'x'], '--seeds x: write a number'],
    [['--days', '0'], '--days 0: write a whole number from 1 to 3650.'],
    [['--changes', '1.5'], '--changes 1.5: write a whole number'],
    [['--jobs', '-1'], 'See --help.'],
    [['--seed', '1'], "Unknown option '--seed'. See --help."],
    [['1'], 'See --help.'],
  ])('is refused with what to write: %j', (args, sentence) => {
    expect(() => askedOf(args, 0)).toThrow(sentence);
  });
});
