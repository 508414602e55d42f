import { committeeIn, TITLE } from './committee.js';
import { daysIn, exactDayOf, timesIn } from './dates.js';
import type { Confidence } from './draft.js';
import { labelsOf, type Labelled, type LabelKind } from './labels.js';
import { isRow, type Line } from './lines.js';

/** Something that the head of minutes says: behind a label, in a title, or as a day standing alone. */
export interface Saying {
  readonly kind: LabelKind | 'title' | 'lone';
  readonly value: string;
  readonly line: Line;
  /** The line of the label, where the value stands below it. */
  readonly label?: Line;
  readonly system?: string;
  /** `likely` where the value stands below its label. */
  readonly confidence: Confidence;
}

const factKinds: readonly LabelKind[] = [
  'heldOn',
  'day',
  'when',
  'time',
  'startsAt',
  'endsAt',
  'place',
  'documentDate',
  'caseNumber',
  'documentNumber',
  'caseOfficer',
  'committee',
];
const needsCapitals: readonly LabelKind[] = ['place', 'caseOfficer', 'committee'];
const clocks: readonly LabelKind[] = ['time', 'startsAt', 'endsAt'];
const numbers: readonly LabelKind[] = ['caseNumber', 'documentNumber'];

/** All that the lines of the head say, in their order. */
export const sayingsOf = (lines: readonly Line[]): Saying[] =>
  lines.flatMap((line, at) => sayingsIn(line, lines[at + 1]));

function sayingsIn(line: Line, next: Line | undefined): Saying[] {
  const confidence: Confidence = line.whole ? 'certain' : 'likely';
  const labels = labelsOf(line).filter((one) => factKinds.includes(one.kind) && means(one, line));
  const said = labels.flatMap((label) => behind(label, line, next, confidence));
  if (said.length > 0 || isRow(line)) return said;
  if (standsAlone(line)) return [{ kind: 'lone', value: line.text, line, confidence: 'likely' }];
  return isTitle(line) ? [{ kind: 'title', value: line.text, line, confidence }] : [];
}

/** The value behind a label, or on the line below it. */
function behind(
  { kind, value, system }: Labelled,
  line: Line,
  next: Line | undefined,
  confidence: Confidence,
): Saying[] {
  const named = system ? { system } : {};
  const sure = isText(kind) && PAGE_WORD.test(value) ? 'likely' : confidence;
  if (value !== '') return [{ kind, value, line, ...named, confidence: sure }];
  const below = next && !isRow(next) && labelsOf(next).length === 0 ? next : undefined;
  return below ? [{ kind, value: below.text, line: below, label: line, ...named, confidence: 'likely' }] : [];
}

const isText = (kind: LabelKind): boolean => kind === 'place' || kind === 'caseOfficer';

/** Words that a lost line break puts behind a place. */
const PAGE_WORD =
  /(?<![\p{L}])(?:dagsorden|referat|afbud|fraværende|deltagere|til stede|dato|navn|stilling|side)(?![\p{L}])/iu;

/** Without a colon a label is one only before a value of its kind, or in capitals. */
function means({ kind, value, setOff, label }: Labelled, line: Line): boolean {
  if (setOff) return true;
  if (needsCapitals.includes(kind)) return label.length > 3 && line.text === line.text.toUpperCase();
  if (clocks.includes(kind)) return timesIn(`kl. ${value}`) !== undefined && value.length < 30;
  if (numbers.includes(kind)) return /^[\d/ .-]+$/u.test(value);
  return daysIn(value)[0]?.from === 0;
}

const standsAlone = ({ text }: Line): boolean =>
  daysIn(text).some(
    ({ from, to, weekday }) => weekday === undefined && (text.slice(0, from) + text.slice(to)).trim() === '',
  );

/** `Referat af møde i …`, `HovedMED d. 24. april 2026`, `Tirsdag d. 3. juni 2025, kl. 8-10`. */
function isTitle({ text }: Line): boolean {
  if (text.length > 140) return false;
  if (committeeIn(text) !== undefined || TITLE.test(text)) return true;
  const [day] = daysIn(text);
  return day?.from === 0 && exactDayOf(day) !== undefined && (day.weekday !== undefined || timesIn(text) !== undefined);
}
