import type { Text } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import type Holidays from 'date-holidays';

/** Written into what is computed with them: raised when the data of the holidays change the answer for any day. */
export const HOLIDAYS_VERSION = 'dk-1';

/** Both languages of the one country, or nothing before the first year is asked for. */
let danish: { readonly da: Holidays; readonly en: Holidays } | undefined;
const years = new Map<number, ReadonlyMap<LocalDate, Text>>();

/** The public holidays of a year with their names (domain.md section 4). Store bededag is one until 2023. */
export function holidaysOf(year: number): ReadonlyMap<LocalDate, Text> {
  const kept = years.get(year);
  if (kept) return kept;
  const found = publicHolidays(year);
  years.set(year, found);
  return found;
}

function publicHolidays(year: number): ReadonlyMap<LocalDate, Text> {
  danish ??= load();
  const english = new Map(danish.en.getHolidays(year).map(({ date, name }) => [date, name]));
  return new Map(
    danish.da
      .getHolidays(year)
      .map(({ date, name }) => [date.slice(0, 10), { da: name, en: english.get(date) ?? name }]),
  );
}

/**
 * The data of all countries take a tenth of a second to load: no process that never counts a day should wait for them.
 * Only public holidays: 1 May, 5 June, 24 and 31 December are days that a municipality chooses to be closed on.
 */
function load(): { da: Holidays; en: Holidays } {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded when first needed, and nothing here may wait.
  const Loaded = require('date-holidays') as typeof Holidays;
  const of = (language: string) => new Loaded('DK', { languages: language, types: ['public'] });
  return { da: of('da'), en: of('en') };
}
