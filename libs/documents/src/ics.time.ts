import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

/** A point of a calendar seen from Copenhagen. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `10:00`; left out for whole days. */
  readonly time?: string;
}

const COPENHAGEN = 'Europe/Copenhagen';

/** What Outlook calls the zones that Danish calendars use, instead of their names in the time zone database. */
const WINDOWS_ZONES: Readonly<Record<string, string>> = {
  'Romance Standard Time': COPENHAGEN,
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'GMT Standard Time': 'Europe/London',
  'Greenland Standard Time': 'America/Nuuk',
  'FLE Standard Time': 'Europe/Helsinki',
};

/** The zone of the database that a calendar's name means; some programs put their own address before it. */
function zoneByName(name: string): string | undefined {
  const plain = name.replace(/^"|"$/g, '');
  const known = WINDOWS_ZONES[plain] ?? /([A-Z][A-Za-z_]+\/[A-Z][A-Za-z_]+|UTC|GMT)$/.exec(plain)?.[1];
  if (known === undefined) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: known });
    return known;
  } catch {
    return undefined;
  }
}

/** Properties that hold times. */
const TIME_PROPERTIES = ['dtstart', 'dtend', 'recurrence-id', 'exdate', 'rdate'];

/** Whether every time of an event exists: the library turns 31 February into 3 March without a word. */
export function timesExist(event: ICAL.Component): boolean {
  const written = TIME_PROPERTIES.flatMap((name) =>
    event.getAllProperties(name).flatMap((property) => (property.jCal as unknown[]).slice(3).flat()),
  );
  return written.every((time) => {
    try {
      return typeof time === 'string' && Temporal.PlainDateTime.from(time.replace(/Z$/, '')) !== undefined;
    } catch {
      return false;
    }
  });
}

/** How the times of a calendar become times in Copenhagen; what cannot be said is undefined. */
export class CalendarZones {
  private readonly own = new Map<string, ICAL.Timezone>();

  /** The zones that a file describes itself help where their names mean nothing. */
  constructor(calendar: ICAL.Component) {
    for (const component of calendar.getAllSubcomponents('vtimezone')) {
      const zone = new ICAL.Timezone(component);
      this.own.set(zone.tzid, zone);
    }
  }

  /** `zone`: the name that stands beside the time; a time without one is meant as it reads in Copenhagen. */
  local(time: ICAL.Time, zone: string | undefined): LocalTime | undefined {
    const { year, month, day, hour, minute } = time;
    try {
      const date = { year, month, day };
      if (time.isDate) return { day: Temporal.PlainDate.from(date).toString() };
      const read = Temporal.PlainDateTime.from({ ...date, hour, minute });
      const there =
        time.zone === ICAL.Timezone.utcTimezone ? read.toZonedDateTime('UTC') : this.inZone(read, time, zone);
      const here = there?.withTimeZone(COPENHAGEN).toPlainDateTime();
      return here && { day: here.toPlainDate().toString(), time: here.toPlainTime().toString().slice(0, 5) };
    } catch {
      // A zone that the library of times does not have.
      return undefined;
    }
  }

  private inZone(
    read: Temporal.PlainDateTime,
    time: ICAL.Time,
    name: string | undefined,
  ): Temporal.ZonedDateTime | undefined {
    if (name === undefined) return read.toZonedDateTime(COPENHAGEN);
    const known = zoneByName(name);
    if (known !== undefined) return read.toZonedDateTime(known);
    const seconds = this.own.get(name)?.utcOffset(time);
    return seconds === undefined ? undefined : read.subtract({ seconds }).toZonedDateTime('UTC');
  }
}
