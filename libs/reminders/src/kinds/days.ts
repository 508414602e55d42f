import type { DayCount } from '@rettidig/calendar';
import type { ReceiverFunction, Step } from '../kind.js';

export const workdays = (count: number): DayCount => ({ count, kind: 'workday' });
export const calendarDays = (count: number): DayCount => ({ count, kind: 'calendar' });

/** Steps that all go to the same people. */
export const stepsTo = (to: readonly ReceiverFunction[], offsets: readonly DayCount[]): Step[] =>
  offsets.map((offset) => ({ offset, to, on: true }));
