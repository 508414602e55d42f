import type { LocalDate } from '@rettidig/vocabulary';
import { dayRead } from './day-read.js';
import { daysIn } from './dates.js';
import type { Read } from './draft.js';
import { least, type Notes } from './notes.js';
import type { Known } from './political-dates.js';
import type { Sentence } from './sentences.js';

const NEXT =
  /^(?:dato for )?(?:det )?(?:næste|kommende|næstkommende) (?:ordinære |ekstraordinære )?(?:\p{L}*-?møde(?:t|r|rne|dato|dag)?|\p{L}*MED|[HL]MU)(?![\p{L}])/iu;
/** What may stand between it and its day. */
const BETWEEN =
  /^[\s:,–-]*(?:(?:i|på) [\p{L}\d -]{2,40}?[\s:,–-]+)?(?:(?:er|bliver|afholdes|holdes|finder sted|(?:er )?planlagt(?: til)?|(?:er )?fastsat(?: til)?)(?![\p{L}]))?[\s:,–-]*$/iu;

/** `Næste møde 2. september kl. 9-11`, or the day alone under the title `Næste møde`: the plan, and no promise. */
export function nextMeetingIn(
  { text, line }: Sentence,
  title: string,
  { heldOn }: Known,
  notes: Notes,
): Read<LocalDate> | undefined {
  const days = daysIn(text);
  const day = days[0];
  if (!day || !announces(text.slice(0, day.from), title)) return undefined;
  const read = dayRead(day, { heldOn, looksBack: false, line }, notes);
  if (!read) return undefined;
  return { value: read.on, line, confidence: least('likely', read.confidence) };
}

/** Whether a sentence does nothing but say when the next meeting is. */
export function saysNextMeeting(text: string, title: string): boolean {
  const [day] = daysIn(text);
  return day !== undefined && announces(text.slice(0, day.from), title);
}

function announces(before: string, title: string): boolean {
  const [start] = NEXT.exec(before) ?? [];
  if (start !== undefined) return BETWEEN.test(before.slice(start.length));
  return NEXT.test(title) && BETWEEN.test(before);
}
