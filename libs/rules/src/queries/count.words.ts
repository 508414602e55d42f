import type { DayCount } from '@rettidig/calendar';
import { dayCountText } from '@rettidig/calendar';
import type { Language, Text } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { filledIn } from '@rettidig/vocabulary';

const text = (da: string, en: string): Text => ({ da, en });

const before = text('før', 'before');
const after = text('efter', 'after');
const days = text(
  '{on} er {days} {way} {from}. {from} er ikke talt med, {on} er.',
  '{on} is {days} {way} {from}. {from} is not counted, {on} is.',
);
const months = text(
  '{on} er {count} kalendermåned(er) {way} {from}: samme dato i måneden, eller månedens sidste dag.',
  '{on} is {count} calendar month(s) {way} {from}: the same day of the month, or its last day.',
);
const rolled = text(
  'Det er ikke en arbejdsdag. Den første derefter er {on}.',
  'That is no working day. The first one after it is {on}.',
);

/** How a deadline in days comes about. */
export const daysSaid = (
  { from, on, count }: { readonly from: LocalDate; readonly on: LocalDate; readonly count: DayCount },
  language: Language,
): string => {
  const told = dayCountText({ ...count, count: Math.abs(count.count) }, language);
  return filledIn(days, { on, from, days: told, way: way(count.count)[language] }, language);
};

/** How a deadline in months comes about, and whether it was moved on. */
export function monthsSaid(
  counted: { readonly from: LocalDate; readonly months: number; readonly strictOn: LocalDate; readonly on: LocalDate },
  language: Language,
): string {
  const { from, months: count, strictOn, on } = counted;
  const details = { on: strictOn, from, count: Math.abs(count), way: way(count)[language] };
  const sentence = filledIn(months, details, language);
  return strictOn === on ? sentence : `${sentence} ${filledIn(rolled, { on }, language)}`;
}

const way = (count: number): Text => (count < 0 ? before : after);
