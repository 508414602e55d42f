import { nextTime } from './schedule.js';

/** So many times in a row, each asked for at the one before. */
function times(pattern: string, after: string, count: number): string[] {
  const found: string[] = [];
  for (let at = after; found.length < count; found.push(at)) at = nextTime(pattern, at);
  return found.map((at) => at.replace(':00.000Z', 'Z').replace('.000Z', 'Z'));
}

describe('the next time of a schedule', () => {
  it.each([
    ['in winter', '0 9 * * *', '2026-11-21T12:00:00.000Z', '2026-11-22T08:00:00.000Z'],
    ['in summer', '0 9 * * *', '2026-07-21T12:00:00.000Z', '2026-07-22T07:00:00.000Z'],
    ['on workdays', '0 9 * * 1-5', '2026-10-23T12:00:00.000Z', '2026-10-26T08:00:00.000Z'],
    ['with names', '0 9 * jan thu-fri', '2026-10-23T12:00:00.000Z', '2027-01-01T08:00:00.000Z'],
    ['with seconds first', '*/15 * * * * *', '2026-04-24T10:00:01.500Z', '2026-04-24T10:00:15.000Z'],
    ['asked at the very time', '30 * * * *', '2026-04-24T10:30:00.000Z', '2026-04-24T11:30:00.000Z'],
    ['asked right before it', '30 * * * *', '2026-04-24T10:29:59.999Z', '2026-04-24T10:30:00.000Z'],
    ['on a day that comes every fourth year', '0 0 29 2 *', '2026-01-01T00:00:00.000Z', '2028-02-28T23:00:00.000Z'],
  ])('%s', (_case, pattern, after, next) => expect(nextTime(pattern, after)).toBe(next));

  it('is asked once for a week asleep, and then is the next one from now', () => {
    expect(nextTime('*/10 * * * *', '2026-04-24T10:03:00.000Z')).toBe('2026-04-24T10:10:00.000Z');
    expect(nextTime('*/10 * * * *', '2026-05-01T10:03:00.000Z')).toBe('2026-05-01T10:10:00.000Z');
  });

  describe('in the night of 29 March 2026, when 2 o’clock is 3 o’clock', () => {
    it('comes once for a time that does not exist', () => {
      expect(times('30 2 * * *', '2026-03-27T12:00:00.000Z', 3)).toEqual([
        '2026-03-28T01:30Z',
        '2026-03-29T01:30Z',
        '2026-03-30T00:30Z',
      ]);
    });

    it('leaves out no hour and no minute that exists', () => {
      expect(times('0 * * * *', '2026-03-28T23:30:00.000Z', 4)).toEqual([
        '2026-03-29T00:00Z',
        '2026-03-29T01:00Z',
        '2026-03-29T02:00Z',
        '2026-03-29T03:00Z',
      ]);
      expect(times('*/30 * * * * *', '2026-03-29T00:59:10.000Z', 3)).toEqual([
        '2026-03-29T00:59:30Z',
        '2026-03-29T01:00Z',
        '2026-03-29T01:00:30Z',
      ]);
    });
  });

  describe('in the night of 25 October 2026, when 2 o’clock comes twice', () => {
    it('comes once for a time that there is twice', () => {
      expect(times('30 2 * * *', '2026-10-23T12:00:00.000Z', 3)).toEqual([
        '2026-10-24T00:30Z',
        '2026-10-25T00:30Z',
        '2026-10-26T01:30Z',
      ]);
    });

    it.each([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T00:59:59.999Z',
      '2026-10-25T01:00:00.000Z',
      '2026-10-25T01:10:00.000Z',
    ])('does not come again when asked at %s, whoever was asleep until then', (after) =>
      expect(nextTime('30 2 * * *', after)).toBe('2026-10-26T01:30:00.000Z'),
    );

    it('takes both hours for what comes every hour or more often', () => {
      expect(times('0 * * * *', '2026-10-24T23:30:00.000Z', 4)).toEqual([
        '2026-10-25T00:00Z',
        '2026-10-25T01:00Z',
        '2026-10-25T02:00Z',
        '2026-10-25T03:00Z',
      ]);
      expect(times('*/20 * * * *', '2026-10-25T00:30:00.000Z', 5)).toEqual([
        '2026-10-25T00:40Z',
        '2026-10-25T01:00Z',
        '2026-10-25T01:20Z',
        '2026-10-25T01:40Z',
        '2026-10-25T02:00Z',
      ]);
    });
  });

  it.each([
    '',
    '* * * *',
    '* * * * * * *',
    '61 * * * *',
    '0 0 31 2 *',
    '@daily',
    'H * * * *',
    'H/5 * * * *',
    'every day at five ok',
  ])('refuses the pattern "%s"', (pattern) =>
    expect(() => nextTime(pattern, '2026-04-24T10:00:00.000Z')).toThrow(RangeError),
  );
});
