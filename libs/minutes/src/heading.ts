import type { LocalDate } from '@rettidig/vocabulary';
import { committeeIn } from './committee.js';
import { daysIn, exactDayOf, fitsWeekday, timesIn, weekdayWord, type WrittenDay } from './dates.js';
import type { Confidence, MinutesDraft, Read } from './draft.js';
import type { LabelKind } from './labels.js';
import type { Line } from './lines.js';
import { least, type Notes } from './notes.js';
import { sayingsOf, type Saying } from './sayings.js';

/** What the head of minutes says of the meeting and the document. */
export type Heading = Pick<
  MinutesDraft,
  | 'committee'
  | 'heldOn'
  | 'startsAt'
  | 'endsAt'
  | 'place'
  | 'extraordinary'
  | 'documentDate'
  | 'numbers'
  | 'caseOfficer'
>;

/** Reads the lines above the agenda: labels with their values, titles that name the meeting, a date standing alone. */
export function headingOf(lines: readonly Line[], notes: Notes): Heading {
  const sayings = withMeetingDay(sayingsOf(lines));
  const days = daysOf(sayings, notes);
  const committee = committeeOf(sayings, notes);
  const numbers = numbersOf(sayings, notes);
  const place = firstOf(sayings, 'place', notes) ?? placeBehindTime(sayings);
  const caseOfficer = firstOf(sayings, 'caseOfficer', notes);
  return {
    ...(committee ? { committee } : {}),
    ...days,
    ...timesOf(sayings, notes),
    ...(place ? { place } : {}),
    extraordinary: sayings.some(({ kind, value }) => kind === 'title' && /ekstraordinær/iu.test(value)),
    numbers,
    ...(caseOfficer ? { caseOfficer } : {}),
  };
}

const noteRead = ({ line, label }: Pick<Saying, 'line' | 'label'>, notes: Notes): void =>
  notes.read(...line.numbers, ...(label?.numbers ?? []));

/** A day called `Dato` beside a time of day is the meeting's, not the letter's. */
function withMeetingDay(sayings: readonly Saying[]): Saying[] {
  const isTime = (one: Saying | undefined) => one !== undefined && ['time', 'when', 'startsAt'].includes(one.kind);
  return sayings.map((one, at) =>
    one.kind === 'day' && (isTime(sayings[at + 1]) || isTime(sayings[at - 1]))
      ? { ...one, kind: 'heldOn', confidence: 'likely' }
      : one,
  );
}

/** `Tirsdag d. 3. juni 2025, kl. 8-10 i kantinen`, `Tid og sted: kl. 12.00-15.00, Rådhuset`. */
function placeBehindTime(sayings: readonly Saying[]): Read<string> | undefined {
  for (const { kind, value, line } of sayings) {
    const behind =
      kind === 'title' ? /\d\s*,?\s+(?:i|på)\s+(?<place>\p{L}[^.;:]{2,60})$/u : /\d\s*,\s*(?<place>\p{L}.{2,60})$/u;
    const place = kind === 'title' || kind === 'when' ? behind.exec(value)?.groups?.['place'] : undefined;
    if (place && timesIn(value)) return { value: place, line: line.number, confidence: 'likely' };
  }
  return undefined;
}

/** The first value of a label; a second, different one lowers it. */
function firstOf(sayings: readonly Saying[], kind: LabelKind, notes: Notes): Read<string> | undefined {
  const [first, ...others] = sayings.filter((one) => one.kind === kind && one.value !== '');
  if (!first) return undefined;
  noteRead(first, notes);
  const differs = others.some(({ value }) => value !== first.value);
  return { value: first.value, line: first.line.number, confidence: differs ? 'guess' : first.confidence };
}

function committeeOf(sayings: readonly Saying[], notes: Notes): Read<string> | undefined {
  const found = sayings.flatMap(({ kind, value, line, confidence }) => {
    if (kind !== 'title' && kind !== 'committee') return [];
    const one =
      committeeIn(value) ?? (kind === 'committee' ? { name: value, confidence: 'likely' as const } : undefined);
    return one ? [{ ...one, line, confidence: least(one.confidence, confidence) }] : [];
  });
  const [first, ...others] = found;
  if (!first) {
    notes.warn('minutes.committee-missing');
    return undefined;
  }
  for (const { line } of found) notes.read(...line.numbers);
  const starts = (one: string, other: string) => one.toLowerCase().startsWith(other.toLowerCase());
  const fullest = found.reduce(
    (best, one) => (one.name.length > best.name.length && starts(one.name, best.name) ? one : best),
    first,
  );
  const other = others.find(({ name }) => !starts(fullest.name, name));
  if (other) notes.warn('minutes.committee-unclear', other.line.number, { first: fullest.name, second: other.name });
  return { value: fullest.name, line: fullest.line.number, confidence: other ? 'guess' : fullest.confidence };
}

interface FoundDay {
  readonly value: LocalDate;
  readonly line: Line;
  readonly confidence: Confidence;
  readonly kind: Saying['kind'];
}

function daysOf(sayings: readonly Saying[], notes: Notes): Pick<Heading, 'heldOn' | 'documentDate'> {
  const found = sayings.flatMap((saying) => {
    const day = daysIn(saying.value).find((one) => exactDayOf(one) !== undefined);
    return day ? [dayFound(saying, day, notes)] : [];
  });
  const of = (...kinds: readonly Saying['kind'][]) => found.filter(({ kind }) => kinds.includes(kind));
  const named = of('heldOn', 'when', 'title');
  const letter = named.length > 0 ? of('documentDate', 'day', 'lone') : of('documentDate', 'lone');
  const plain = named.length > 0 ? [] : of('day');
  for (const { value, line } of plain) notes.warn('minutes.date-label-unclear', line.number, { day: value });
  const held = agreed(
    [...named, ...plain.map((one) => ({ ...one, confidence: least(one.confidence, 'likely') }))],
    notes,
  );
  if (!held) notes.warn('minutes.date-missing');
  const own = letter.find(({ value, kind }) => kind !== 'day' || value !== held?.value);
  if (own) notes.read(...own.line.numbers);
  for (const { line, value } of letter) if (value === held?.value) notes.read(...line.numbers);
  return {
    ...(held ? { heldOn: held } : {}),
    ...(own ? { documentDate: { value: own.value, line: own.line.number, confidence: own.confidence } } : {}),
  };
}

/** A day called `Dato` with a weekday or a time beside it is the meeting's; without them it may be the letter's. */
function dayFound({ kind, value, line, confidence }: Saying, day: WrittenDay, notes: Notes): FoundDay {
  const exact = exactDayOf(day) ?? '';
  const fits = fitsWeekday(exact, day.weekday);
  if (!fits) notes.warn('minutes.weekday-wrong', line.number, { day: exact, weekday: weekdayWord(day.weekday ?? 0) });
  const meeting = kind === 'day' && (day.weekday !== undefined || timesIn(value) !== undefined);
  const sure = !fits ? 'guess' : day.unclear ? 'likely' : 'certain';
  return { value: exact, line, confidence: least(confidence, sure), kind: meeting ? 'heldOn' : kind };
}

function agreed(found: readonly FoundDay[], notes: Notes): Read<LocalDate> | undefined {
  const [first] = found;
  if (!first) return undefined;
  for (const { line } of found) notes.read(...line.numbers);
  const other = found.find(({ value }) => value !== first.value);
  if (other) notes.warn('minutes.date-unclear', other.line.number, { first: first.value, second: other.value });
  return { value: first.value, line: first.line.number, confidence: other ? 'guess' : first.confidence };
}

function timesOf(sayings: readonly Saying[], notes: Notes): Pick<Heading, 'startsAt' | 'endsAt'> {
  const found = sayings.flatMap(({ kind, value, line, confidence }) => {
    if (!['time', 'when', 'day', 'heldOn', 'title', 'startsAt', 'endsAt'].includes(kind)) return [];
    const times = timesIn(kind === 'time' || kind === 'startsAt' || kind === 'endsAt' ? `kl. ${value}` : value);
    if (!times) return [];
    return [kind === 'endsAt' ? { endsAt: times.startsAt, line, confidence } : { ...times, line, confidence }];
  });
  const one = (key: 'startsAt' | 'endsAt'): Read<string> | undefined => {
    const said = found.flatMap((times) =>
      times[key as 'endsAt'] === undefined ? [] : [{ value: times[key as 'endsAt'] ?? '', ...times }],
    );
    const [first] = said;
    if (!first) return undefined;
    const other = said.find(({ value }) => value !== first.value);
    if (other) notes.warn('minutes.time-unclear', other.line.number, { first: first.value, second: other.value });
    notes.read(...first.line.numbers);
    return { value: first.value, line: first.line.number, confidence: other ? 'guess' : first.confidence };
  };
  const [startsAt, endsAt] = [one('startsAt'), one('endsAt')];
  const backwards = startsAt && endsAt && endsAt.value <= startsAt.value;
  if (backwards) notes.warn('minutes.time-unclear', endsAt.line, { first: startsAt.value, second: endsAt.value });
  const sure = (time: Read<string>): Read<string> => (backwards ? { ...time, confidence: 'guess' } : time);
  return { ...(startsAt ? { startsAt: sure(startsAt) } : {}), ...(endsAt ? { endsAt: sure(endsAt) } : {}) };
}

function numbersOf(sayings: readonly Saying[], notes: Notes): Heading['numbers'] {
  return sayings.flatMap(({ kind, value, system, line, label, confidence }) => {
    if (kind !== 'caseNumber' && kind !== 'documentNumber') return [];
    const number = value.replace(/\s*([-/])\s*/gu, '$1');
    if (!/^[\p{L}\p{N}./-]{3,40}$/u.test(number) || !/\d{3}/u.test(number)) return [];
    noteRead({ line, ...(label ? { label } : {}) }, notes);
    if (system === undefined) notes.warn('minutes.number-system-missing', line.number, { value: number });
    return [
      {
        value: {
          system: system ?? 'notStated',
          of: kind === 'caseNumber' ? ('case' as const) : ('document' as const),
          value: number,
        },
        line: line.number,
        confidence: system === undefined ? ('likely' as const) : confidence,
      },
    ];
  });
}
