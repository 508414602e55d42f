import type { KindText, Said } from './texts.types.js';
import { textsOfCases } from './texts-of-cases.js';
import { textsOfDuties } from './texts-of-duties.js';
import { textsOfMeetings } from './texts-of-meetings.js';
import { textsOfMisses } from './texts-of-misses.js';
import { textsOfOthers } from './texts-of-others.js';

/** How every kind of reminder speaks, by its name. */
export const kindTexts: Readonly<Record<string, KindText>> = {
  ...textsOfCases,
  ...textsOfMisses,
  ...textsOfDuties,
  ...textsOfMeetings,
  ...textsOfOthers,
};

/** What is said of one thing: of what it is about, and of a day that has passed where that reads otherwise. */
export function saidOf(text: KindText, code: string | undefined, isPast: boolean): Said {
  if (isPast && text.past) return text.past;
  return (code === undefined ? undefined : text.variants?.[code]) ?? text;
}
