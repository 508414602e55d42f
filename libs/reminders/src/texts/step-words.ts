import { dayCountText, type DayCount } from '@rettidig/calendar';
import type { Language, Text } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { kindNamed } from '../kinds/index.js';
import { stepsInForce, type ReminderSteps } from '../reminder-steps.js';
import type { Step } from '../step.js';
import { daysOfName } from '../steps.js';

const text = (da: string, en: string): Text => ({ da, en });
const words = {
  theDay: text('på dagen', 'on the day'),
  before: text('før', 'before'),
  after: text('efter', 'after'),
  weekly: text('hver uge', 'each week'),
};

/** `5 arbejdsdage efter`, `på dagen`. */
function daysText({ count, kind }: DayCount, language: Language): string {
  if (count === 0) return words.theDay[language];
  return `${dayCountText({ count: Math.abs(count), kind }, language)} ${words[count < 0 ? 'before' : 'after'][language]}`;
}

/** The steps that a kind has on a day, the product's or what was agreed: what a step of a mail of that day is called by. */
export function stepsOf(kind: string, agreed: ReminderSteps, on: LocalDate): readonly Step[] {
  const known = kindNamed(kind);
  return known ? stepsInForce(known, agreed, on) : [];
}

/** Whether a step is one of those that come again each week. */
export function isWeekly(steps: readonly Step[], step: string): boolean {
  const { count, kind } = daysOfName(step);
  return steps.some(
    ({ again, offset }) =>
      again === 'weekly' && offset.kind === kind && count >= offset.count && (count - offset.count) % 7 === 0,
  );
}

/** One of some steps, by its name, in words: `5 arbejdsdage efter`, `hver uge`. */
export const stepText = (steps: readonly Step[], step: string, language: Language): string =>
  isWeekly(steps, step) ? words.weekly[language] : daysText(daysOfName(step), language);
