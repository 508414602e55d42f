import type { Text } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import type Holidays from 'date-holidays';

/** Written into what is computed with them: raised when the data of the holidays change the answer for any day. */
export const HOLIDAYS_VERSION = 'dk-1';

/** Where the holidays come from, as its licence wants it said. */
export const HOLIDAYS_SOURCE =
  'date-holidays (https://github.com/commenthol/date-holidays, CC BY-SA 3.0), https://da.wikipedia.org/wiki/Danske_helligdage, https://en.wikipedia.org/wiki/Public_holidays_in_Denmark';

/** Every holiday that there has been since 1970 is one in this year: names are translated by it. */
const YEAR_OF_ALL = 2023;

/** How the holidays of a year are found; nothing before the first year is asked for. */
let danish: ((year: number) => ReadonlyMap<LocalDate, Text>) | undefined;
const years = new Map<number, ReadonlyMap<LocalDate, Text>>();

/** The public holidays of a year with their names (domain.md section 4). Store bededag is one until 2023. */
export function holidaysOf(year: number): ReadonlyMap<LocalDate, Text> {
  const kept = years.get(year);
  if (kept) return kept;
  danish ??= load();
  const found = danish(year);
  years.set(year, found);
  return found;
}

/**
 * The data of all countries take a tenth of a second to load: no process that never counts a day should wait for them.
 * Only public holidays: 1 May, 5 June, 24 and 31 December are days that a municipality chooses to be closed on.
 */
function load(): (year: number) => ReadonlyMap<LocalDate, Text> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded when first needed, and nothing here may wait.
  const Loaded = require('date-holidays') as typeof Holidays;
  const [da, en] = ['da', 'en'].map((languages) => new Loaded('DK', { languages, types: ['public'] })) as [
    Holidays,
    Holidays,
  ];
  const english = new Map(en.getHolidays(YEAR_OF_ALL).map(({ rule, name }) => [rule, name]));
  return (year) =>
    new Map(
      da
        .getHolidays(year)
        .map(({ date, name, rule }) => [date.slice(0, 10), { da: name, en: english.get(rule) ?? name }]),
    );
}
