import { impossible } from '@rettidig/event-sourcing';
import ICAL from 'ical.js';
import type { CalendarEntry, CalendarExtract, DocumentWarning } from './extract.js';
import { writeOut } from './ics.series.js';
import { CalendarZones, type LocalTime, timesExist } from './ics.time.js';
import { MOST_CALENDAR_ENTRIES, MOST_OCCURRENCES, MOST_SERIES_YEARS } from './limits.js';
import { warning } from './warning.js';

/** One event of a file with what is needed to read its times. */
interface Event {
  readonly component: ICAL.Component;
  readonly zones: CalendarZones;
  /** Which one of the file it is, from 1: what a refusal can name. */
  readonly number: number;
  /** The whole calendar is a cancellation. */
  readonly cancelled: boolean;
}

const textOf = (component: ICAL.Component, name: string): string => {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
};

const keyOf = ({ day, time }: LocalTime): string => `${day} ${time ?? ''}`;

/** A time of an event in Copenhagen; one that cannot be read is refused, never guessed. */
function localTime({ zones, number }: Event, time: unknown, property: ICAL.Property | null): LocalTime {
  const zone = property?.getParameter('tzid');
  const local = time instanceof ICAL.Time ? zones.local(time, typeof zone === 'string' ? zone : undefined) : undefined;
  if (!local) throw impossible('document.calendar-time-unknown', { number });
  return local;
}

/** The times that a property of an event names, `EXDATE` or `RECURRENCE-ID`, as keys. */
const keysOf = (event: Event, name: string): string[] =>
  event.component
    .getAllProperties(name)
    .flatMap((property) => property.getValues().map((time: unknown) => keyOf(localTime(event, time, property))));

/** How long an event lasts, from its end or its duration; nothing when it has neither. */
function durationOf({ component }: Event, start: ICAL.Time): ICAL.Duration | undefined {
  const end: unknown = component.getFirstPropertyValue('dtend');
  const duration: unknown = component.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) return duration;
  return end instanceof ICAL.Time && !end.isDate ? end.subtractDate(start) : undefined;
}

/** When an occurrence ends, if on the same day. */
function endOf(event: Event, start: ICAL.Time, property: ICAL.Property): LocalTime | undefined {
  const dtend = event.component.getFirstProperty('dtend');
  const own: unknown = event.component.getFirstPropertyValue('dtstart');
  // An event that happens once may end in another zone than it begins in: its end is read as it stands.
  if (dtend && own instanceof ICAL.Time && own.compare(start) === 0) {
    return localTime(event, dtend.getFirstValue(), dtend);
  }
  const duration = durationOf(event, own instanceof ICAL.Time ? own : start);
  if (!duration || start.isDate) return undefined;
  const end = start.clone();
  end.addDuration(duration);
  return localTime(event, end, property);
}

function entryOf(event: Event, uid: string, start: ICAL.Time, property: ICAL.Property): CalendarEntry {
  const begins = localTime(event, start, property);
  const ends = endOf(event, start, property);
  const place = textOf(event.component, 'location');
  return {
    uid,
    summary: textOf(event.component, 'summary'),
    on: begins.day,
    ...(begins.time === undefined ? {} : { startsAt: begins.time }),
    ...(begins.time !== undefined && ends?.time !== undefined && ends.day === begins.day ? { endsAt: ends.time } : {}),
    ...(place === '' ? {} : { place }),
    cancelled: event.cancelled || textOf(event.component, 'status').toUpperCase() === 'CANCELLED',
  };
}

const uidOf = ({ component, number }: Event): string => textOf(component, 'uid') || `event-${number}`;

/** What becomes of one event: itself, or every occurrence of its series that no other event replaces. */
function entriesOf(
  event: Event,
  replaced: ReadonlySet<string>,
  warnings: Map<string, DocumentWarning>,
): CalendarEntry[] {
  const property = event.component.getFirstProperty('dtstart');
  const start: unknown = property?.getFirstValue();
  if (!property || !(start instanceof ICAL.Time))
    throw impossible('document.calendar-time-unknown', { number: event.number });
  const [instead] = keysOf(event, 'recurrence-id');
  const uid = uidOf(event);
  if (instead !== undefined) return [entryOf(event, `${uid} ${instead.slice(0, 10)}`, start, property)];
  if (!event.component.hasProperty('rrule') && !event.component.hasProperty('rdate')) {
    return [entryOf(event, uid, start, property)];
  }
  localTime(event, start, property);
  const series = writeOut(event.component, start);
  if (!series) throw impossible('document.calendar-rule-unknown', { number: event.number });
  if (series.cut) {
    const limits = { years: MOST_SERIES_YEARS, occurrences: MOST_OCCURRENCES };
    warnings.set('cut', warning('document.series-cut', limits));
  }
  const excepted = new Set(keysOf(event, 'exdate'));
  return series.times.flatMap((time) => {
    const local = localTime(event, time, property);
    const key = keyOf(local);
    if (excepted.has(key) || excepted.has(`${local.day} `) || replaced.has(`${uid} ${key}`)) return [];
    return [entryOf(event, `${uid} ${local.day}`, time, property)];
  });
}

/** The events of every calendar in the file: some programs put several behind each other. */
function eventsOf(text: string): Event[] {
  const parsed = ICAL.parse(text) as unknown[];
  const calendars = typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][]);
  let number = 0;
  return calendars.flatMap((parts) => {
    const calendar = new ICAL.Component(parts);
    const zones = new CalendarZones(calendar);
    const cancelled = textOf(calendar, 'method').toUpperCase() === 'CANCEL';
    return calendar
      .getAllSubcomponents('vevent')
      .map((component) => ({ component, zones, number: (number += 1), cancelled }));
  });
}

/** The events of a calendar as days and times in Copenhagen, series written out, in the order of their times. */
export function readIcs(text: string): { extract: CalendarExtract; warnings: readonly DocumentWarning[] } {
  const events = eventsOf(text);
  if (events.length === 0) throw impossible('document.empty');
  const wrong = events.find(({ component }) => !timesExist(component));
  if (wrong) throw impossible('document.calendar-time-unknown', { number: wrong.number });
  const replaced = new Set(
    events.flatMap((event) => keysOf(event, 'recurrence-id').map((key) => `${uidOf(event)} ${key}`)),
  );
  const warnings = new Map<string, DocumentWarning>();
  const entries: CalendarEntry[] = [];
  for (const event of events) {
    entries.push(...entriesOf(event, replaced, warnings));
    if (entries.length > MOST_CALENDAR_ENTRIES) {
      throw impossible('document.calendar-too-many', { limit: MOST_CALENDAR_ENTRIES });
    }
  }
  const when = ({ on, startsAt = '' }: CalendarEntry): string => on + startsAt;
  entries.sort((a, b) => (when(a) < when(b) ? -1 : Number(when(a) > when(b))));
  return { extract: { kind: 'calendar', entries }, warnings: [...warnings.values()] };
}
