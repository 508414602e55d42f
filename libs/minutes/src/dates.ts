import type { LocalDate } from '@rettidig/vocabulary';
import { calendarDaysBetween, isLocalDate } from '@rettidig/vocabulary';

/** A day as it stands in a text. Without a year it is not a day yet. */
export interface WrittenDay {
  readonly dayOfMonth: number;
  readonly month: number;
  readonly year?: number;
  /** Monday is 1, as written; undefined where no weekday stands. */
  readonly weekday?: number;
  /** A year of two digits, or one of two days written together (`3.-4. juni`). */
  readonly unclear: boolean;
  readonly from: number;
  readonly to: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const monthWords = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];
const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];

/** The months' full names as alternatives of an expression. */
export const MONTH = monthWords.join('|');

/** `juni` → 6. */
export const monthOf = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** The months' short forms: `sep.` and `sept.`, `feb.` and `febr.`. */
const SHORT = months.map((month) => ({ feb: 'febr?', sep: 'sept?' })[month] ?? month).join('|');

const WEEKDAY = `(?:(?<weekday>${weekdays.join('|')})(?:en)?,?\\s+)?`;
const PREFIX = '(?:den\\s+|d\\.\\s*)?';
const START = '(?<![\\p{L}\\p{N}/.-])';

const forms = [
  // 12. marts 2026, torsdag den 12. marts, 12 mar. 2026, 3.-4. juni
  new RegExp(
    `${START}${WEEKDAY}${PREFIX}(?<other>\\d{1,2}\\.?\\s*(?:-|–|og)\\s*)?(?<day>\\d{1,2})\\.?\\s*(?<word>${MONTH}|(?:${SHORT})\\.?)(?![\\p{L}])(?:,?\\s+(?<year>\\d{4})(?!\\d))?`,
    'giu',
  ),
  // 2026-03-12
  new RegExp(`${START}${WEEKDAY}${PREFIX}(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?![\\d-])`, 'giu'),
  // 12.03.2026, 12-03-2026, 12/3-26, 12/3 2026
  new RegExp(
    `${START}${WEEKDAY}${PREFIX}(?<day>\\d{1,2})\\s?[./-]\\s?(?<month>\\d{1,2})(?:\\s?[./-]\\s?|\\s)(?<year>\\d{4}|\\d{2})(?![\\d.:/-]|\\s?-\\s?\\d)`,
    'giu',
  ),
  // d. 9/6, den 9.6., tirsdag 9/6
  new RegExp(`${START}${WEEKDAY}${PREFIX}(?<day>\\d{1,2})/(?<month>\\d{1,2})(?![\\d/.-]\\d|\\d)`, 'giu'),
];

/** Every day written in a text, in its order, in the forms that Danish minutes use. */
export function daysIn(text: string): WrittenDay[] {
  const found: WrittenDay[] = [];
  for (const form of forms)
    for (const match of text.matchAll(form)) {
      const day = written(match);
      if (day && !found.some(({ from, to }) => day.from < to && from < day.to)) found.push(day);
    }
  return found.sort((one, other) => one.from - other.from);
}

function written(match: RegExpExecArray | RegExpMatchArray): WrittenDay | undefined {
  const { day, month, word, year, weekday, other } = match.groups ?? {};
  const numbers = { dayOfMonth: Number(day), month: word ? monthOf(word) : Number(month) };
  const from = match.index ?? 0;
  if (!isLocalDate(isoOf(numbers, 2024))) return undefined;
  return {
    ...numbers,
    ...(year ? { year: Number(year) + (year.length === 2 ? 2000 : 0) } : {}),
    ...(weekday ? { weekday: weekdays.indexOf(weekday.toLowerCase()) + 1 } : {}),
    unclear: year?.length === 2 || other !== undefined,
    from,
    to: from + match[0].length,
  };
}

const isoOf = (day: { readonly dayOfMonth: number; readonly month: number }, year: number): string =>
  [year, String(day.month).padStart(2, '0'), String(day.dayOfMonth).padStart(2, '0')].join('-');

/** The day of a written one that says its year; undefined where it says none or there is no such day. */
export function exactDayOf(day: WrittenDay): LocalDate | undefined {
  const iso = day.year === undefined ? '' : isoOf(day, day.year);
  return isLocalDate(iso) ? iso : undefined;
}

/**
 * The day meant by one without a year, told at a meeting: the next such day when the text looks ahead, the last one
 * when it looks back.
 */
export function dayMeant(day: WrittenDay, heldOn: LocalDate, looksBack: boolean): LocalDate | undefined {
  const exact = exactDayOf(day);
  if (exact !== undefined || day.year !== undefined) return exact;
  const year = Number(heldOn.slice(0, 4));
  const near = [year - 1, year, year + 1].map((one) => isoOf(day, one)).filter(isLocalDate);
  return looksBack ? near.filter((one) => one <= heldOn).pop() : near.find((one) => one >= heldOn);
}

/** Whether a day falls on the weekday that is written with it; true where none is. 5 January 1970 was a Monday. */
export const fitsWeekday = (day: LocalDate, weekday: number | undefined): boolean =>
  weekday === undefined || (((calendarDaysBetween('1970-01-05', day) % 7) + 7) % 7) + 1 === weekday;

export const weekdayWord = (weekday: number): string => weekdays[weekday - 1] ?? '';

export interface WrittenTimes {
  readonly startsAt: string;
  readonly endsAt?: string;
}

const CLOCK = '(\\d{1,2})(?:[.:](\\d{2}))?';
const span = new RegExp(`(?<![\\d.:/-])${CLOCK}\\s*(?:-|–|—|til)\\s*(?:kl\\.?\\s*)?${CLOCK}(?![\\d:/-])`, 'iu');
const point =
  /(?:kl(?:okken)?\.?:?\s*)(\d{1,2})(?:[.:](\d{2}))?(?![\d/-])|(?<![\d.:/-])(\d{1,2})[.:](\d{2})(?![\d./:-])/iu;

/** `kl. 9.00 – 11.30`, `10.00-12.00`, `fra kl. 9 til kl. 11`; the days of the text are not taken for times. */
export function timesIn(text: string): WrittenTimes | undefined {
  const rest = daysIn(text).reduceRight(
    (left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  );
  const both = span.exec(rest);
  if (both) {
    const [startsAt, endsAt] = [clock(both[1], both[2]), clock(both[3], both[4])];
    const said = both[2] !== undefined || /kl|tid/i.test(rest);
    if (said && startsAt !== undefined && endsAt !== undefined) return { startsAt, endsAt };
  }
  const one = point.exec(rest);
  const startsAt = one ? clock(one[1] ?? one[3], one[2] ?? one[4]) : undefined;
  return startsAt === undefined ? undefined : { startsAt };
}

function clock(hours: string | undefined, minutes = '00'): string | undefined {
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
