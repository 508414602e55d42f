import type { Calendar, DayKind } from '@rettidig/calendar';
import { calendarOf, plusDays, standardClosingDays } from '@rettidig/calendar';
import { plusCalendarDays } from '@rettidig/vocabulary';
import fc from 'fast-check';
import { calendarDays, workdays } from './kinds/days.js';
import type { Step } from './kind.js';
import { maxAnchor, offsetAfter, rankOf, rankOfName, reachedStep, stepDay, stepName } from './steps.js';

const days = fc.integer({ min: 0, max: 7670 }).map((n) => plusCalendarDays('2020-01-01', n));
const offsets = fc.record({
  count: fc.integer({ min: -120, max: 120 }),
  kind: fc.constantFrom<DayKind>('calendar', 'workday', 'weekdayInclSaturday'),
});
/** The product's closing days, others that come into force in the middle, and a week closed in summer from a year on. */
const calendars = fc.constantFrom<Calendar>(
  calendarOf(() => standardClosingDays, 'standard'),
  calendarOf((day) => (day < '2027-03-01' ? standardClosingDays : closedInSummer), 'agreed later'),
);
const closedInSummer = {
  ...standardClosingDays,
  yearly: [13, 14, 15, 16, 17, 18, 19, 20].map((day) => ({ month: 7, day })),
  single: ['2030-02-11', '2030-02-12'],
};
const drawn = fc.record({ calendar: calendars, day: days, offset: offsets });
const holds = (property: fc.IRawProperty<unknown>): void =>
  fc.assert(property as fc.IProperty<unknown>, { numRuns: 500 });

describe('the days of steps from 2020 to 2040', () => {
  it('are workdays, the counted day itself or the first after it', () => {
    holds(
      fc.property(drawn, ({ calendar, day, offset }) => {
        const counted = plusDays(calendar, day, offset);
        const on = stepDay(calendar, day, offset);
        expect(calendar.isWorkday(on)).toBe(true);
        for (let between = counted; between < on; between = plusCalendarDays(between, 1))
          expect(calendar.isWorkday(between)).toBe(false);
        expect(on >= counted).toBe(true);
      }),
    );
  });

  it('have come exactly for what is about the last such day and everything before it', () => {
    holds(
      fc.property(drawn, ({ calendar, day, offset }) => {
        const last = maxAnchor(calendar, offset, day);
        expect(stepDay(calendar, last, offset) <= day).toBe(true);
        expect(stepDay(calendar, plusCalendarDays(last, 1), offset) > day).toBe(true);
      }),
    );
  });

  it('never come earlier for what is about a later day', () => {
    holds(
      fc.property(drawn, fc.nat({ max: 40 }), ({ calendar, day, offset }, more) => {
        const later = plusCalendarDays(day, more);
        expect(stepDay(calendar, later, offset) >= stepDay(calendar, day, offset)).toBe(true);
      }),
    );
  });

  it('tell one step that has been reached, with all that lie before it', () => {
    const steps = fc.uniqueArray(offsets, { maxLength: 5, selector: (offset) => stepName({ offset }) });
    holds(
      fc.property(drawn, steps, days, ({ calendar, day: anchor }, drawnOffsets, on) => {
        const all = drawnOffsets.map((offset): Step => ({ offset, to: ['owner'], on: true }));
        const come = all.filter(({ offset }) => stepDay(calendar, anchor, offset) <= on);
        const reached = reachedStep(calendar, { steps: all, anchor, on });
        expect(reached === undefined).toBe(come.length === 0);
        if (!reached) return;
        expect([...reached.before, stepName(reached.step)].sort()).toEqual(come.map(stepName).sort());
        for (const { offset } of come) expect(rankOf(offset) <= rankOf(reached.step.offset)).toBe(true);
      }),
    );
  });

  it('are ranked strictly: of two steps of other days neither is taken for the other', () => {
    holds(
      fc.property(offsets, offsets, (one, other) => {
        expect(rankOf(one) === rankOf(other)).toBe(stepName({ offset: one }) === stepName({ offset: other }));
      }),
    );
    for (const [earlier, later] of [
      [workdays(-5), calendarDays(-7)],
      [calendarDays(7), workdays(5)],
    ] as const)
      expect(rankOf(earlier)).toBeLessThan(rankOf(later));
  });

  it('come again each week without a gap: the time that has come is the last one, whose day has', () => {
    const first = fc.integer({ min: -10, max: 30 }).map((count): Step => ({
      ...{ offset: calendarDays(count), to: ['owner'], on: true, again: 'weekly' },
    }));
    holds(
      fc.property(drawn, first, fc.nat({ max: 800 }), ({ calendar, day: anchor }, step, more) => {
        const on = plusCalendarDays(anchor, more);
        const reached = reachedStep(calendar, { steps: [step], anchor, on });
        const times = Array.from({ length: 130 }, (_, week) => calendarDays(step.offset.count + 7 * week));
        const come = times.filter((offset) => stepDay(calendar, anchor, offset) <= on);
        expect(reached?.name).toBe(come.length === 0 ? undefined : stepName({ offset: come.at(-1)! }));
        if (reached) expect(reached.before).toEqual([]);
      }),
    );
  });

  it('that come again have their next time after every time that was told', () => {
    const step: Step = { offset: calendarDays(0), to: ['owner'], on: true, again: 'weekly' };
    expect(offsetAfter(step, -1)).toEqual(calendarDays(0));
    holds(
      fc.property(fc.nat({ max: 300 }), (week) => {
        expect(offsetAfter(step, rankOf(calendarDays(7 * week)))).toEqual(calendarDays(7 * week + 7));
      }),
    );
    const once: Step = { offset: workdays(3), to: ['owner'], on: true };
    expect(offsetAfter(once, rankOf(workdays(3)) - 1)).toEqual(workdays(3));
    expect(offsetAfter(once, rankOf(workdays(3)))).toBeUndefined();
  });

  it('are named by their days, and ranked by their names', () => {
    expect(stepName({ offset: { count: -20, kind: 'workday' } })).toBe('workday-20');
    expect(stepName({ offset: { count: 0, kind: 'calendar' } })).toBe('calendar+0');
    holds(fc.property(offsets, (offset) => expect(rankOfName(stepName({ offset }))).toBe(rankOf(offset))));
  });
});
