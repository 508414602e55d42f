import type { Language, Text } from '@rettidig/event-sourcing';
import type { DayCount, DayKind } from './calendar.types.js';

/** What one day and several days of a kind are called. */
const words: Readonly<Record<DayKind, { readonly one: Text; readonly more: Text }>> = {
  calendar: { one: { da: 'kalenderdag', en: 'calendar day' }, more: { da: 'kalenderdage', en: 'calendar days' } },
  workday: { one: { da: 'arbejdsdag', en: 'working day' }, more: { da: 'arbejdsdage', en: 'working days' } },
  weekdayInclSaturday: {
    one: { da: 'hverdag (inkl. lørdag)', en: 'weekday (incl. Saturday)' },
    more: { da: 'hverdage (inkl. lørdag)', en: 'weekdays (incl. Saturday)' },
  },
};

/** `14 kalenderdage`, `1 arbejdsdag`: the kind is always said, because "dage" alone is read in two ways. */
export const dayCountText = ({ count, kind }: DayCount, language: Language): string =>
  `${count} ${words[kind][Math.abs(count) === 1 ? 'one' : 'more'][language]}`;
