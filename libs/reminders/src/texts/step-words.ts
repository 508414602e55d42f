import { dayCountText, type DayCount } from '@rettidig/calendar';
import type { Language, Text } from '@rettidig/event-sourcing';
import { kindNamed } from '../kinds/index.js';
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

/** Whether a kind tells at this step what it tells each week. */
export function isWeekly(kind: string, step: string): boolean {
  const { count, kind: counted } = daysOfName(step);
  const weekly = kindNamed(kind)?.steps.find(({ again }) => again === 'weekly')?.offset;
  return weekly?.kind === counted && (count - weekly.count) % 7 === 0;
}

/** A step of a kind, by its name, in words: `5 arbejdsdage efter`, `hver uge`. */
export const stepText = (kind: string, step: string, language: Language): string =>
  isWeekly(kind, step) ? words.weekly[language] : daysText(daysOfName(step), language);
