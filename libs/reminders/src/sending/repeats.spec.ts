import { calendarIn, ruleBookPart } from '@rettidig/rules';
import type { ClaimedItem } from '../due.types.js';
import { millisToRepeat } from './repeats.js';

const calendar = calendarIn(ruleBookPart.initial);
const HOUR = 3_600_000;
const about = (kind: string) => ({ items: [{ kind } as ClaimedItem] });

describe('a mail of an earlier day that may have been sent', () => {
  it.each([
    ['waits for Monday morning on a Saturday', '2026-03-21T06:00:00.000Z', 48 * HOUR],
    ['waits for the morning at night', '2026-03-24T01:00:00.000Z', 5 * HOUR],
    ['is repeated at once on a workday', '2026-03-24T06:00:00.000Z', 0],
    ['waits over Easter', '2026-04-03T05:00:00.000Z', 4 * 24 * HOUR],
  ])('%s', (_what, now, wait) => {
    expect(millisToRepeat(about('papersDue'), calendar, now)).toBe(wait);
  });

  it('waits for no day when people must know at once', () => {
    expect(millisToRepeat(about('meetingChanged'), calendar, '2026-03-21T06:00:00.000Z')).toBe(0);
  });
});
