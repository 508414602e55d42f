import { daysIn, exactDayOf } from '@rettidig/minutes';
import type { LocalDate } from '@rettidig/vocabulary';
import { bodyNamed } from './bodies.js';

/** The only day that a text names; undefined when there is none, more than one, or one that does not exist. */
export function dayNamed(text: string): LocalDate | undefined {
  const days = new Set(daysIn(text).map(exactDayOf));
  const [day] = days;
  return days.size === 1 ? day : undefined;
}

/** What a line of the head says. */
export interface HeadLine {
  readonly body?: string;
  readonly day?: string;
  readonly administration?: string;
  readonly complete?: boolean;
}

const AGENDA = /\b(?:dagsorden(?:en)?|punktliste|beslutningsprotokol|referat)\b/iu;
const WHOSE = /\b(?:for|i|til|fra)\s+(?<body>\p{Lu}[\p{L}\s,-]*?(?:udvalg(?:et)?|bestyrelsen|rådet|repræsentationen))/u;
const WHEN = /\b(?:den|d\.)\s*(?<day>\d[^,;()]*)|(?:møde)?dato\s*:?\s*(?<dated>\d[^,;()]*)/iu;
const ADMINISTRATION =
  /(?<!\p{L})(?<administration>\p{Lu}[\p{L}-]*(?:(?:,| og) ?[\p{L}-]+)*forvaltningen|\p{Lu}[\p{L}-]+ Kommune)(?!\p{L})/u;
const WHOLE = /\b(?:hele dagsordenen|(?:komplet|fuldstændig|samlet) dagsorden|the whole agenda)\b/iu;

/** What a line above the items says about whose agenda it is, of which day; undefined when nothing. */
export function headLine(line: string): HeadLine | undefined {
  const body = bodyNamed(line) ? line : WHOSE.exec(line)?.groups?.body;
  const day = dayIn(line);
  const administration = ADMINISTRATION.exec(line)?.groups?.administration;
  const said = {
    ...(body !== undefined && { body: body.trim() }),
    ...(day !== undefined && { day: day.trim() }),
    ...(administration !== undefined && { administration }),
    ...(WHOLE.test(line) && { complete: true }),
  };
  return Object.keys(said).length > 0 ? said : undefined;
}

/** What stands where a day should, also when there is no such day. */
function dayIn(line: string): string | undefined {
  if (dayNamed(line)) return line;
  const { day, dated } = WHEN.exec(line)?.groups ?? {};
  return day ?? dated;
}

/** `Dagsorden for Socialudvalget den 3. juni 2026`: where one agenda ends and the next begins. */
export const beginsAgenda = (line: string): boolean => {
  const head = headLine(line);
  return AGENDA.test(line) && head?.body !== undefined && head.day !== undefined;
};
