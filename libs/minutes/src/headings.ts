import {
  likeness,
  minutesInRow,
  numberedOf,
  sameTitle,
  type Agenda,
  type AgendaEntry,
  type Numbered,
} from './agenda.js';
import type { Confidence } from './draft.js';
import type { Line } from './lines.js';
import { least, type Notes } from './notes.js';

/** An item with where its minutes stand, as positions in the lines; none where they are missing. */
export interface Section {
  readonly number: number;
  readonly title: string;
  readonly line: Line;
  /** Minutes on the line of the title, in a cell of their own. */
  readonly inRow?: Line;
  readonly from?: number;
  readonly to?: number;
  readonly confidence: Confidence;
}

/** Less of a title is another title. */
const ALIKE = 0.6;

/** The items of the agenda with their minutes, and those that stand in the minutes alone. */
export function sectionsOf(lines: readonly Line[], agenda: Agenda, notes: Notes): Section[] {
  const candidates = lines.flatMap((line, at) => (at < agenda.itemsFrom ? [] : (candidate(line, at, agenda) ?? [])));
  const chosen = agenda.entries.length > 0 ? againstAgenda(candidates, agenda.entries) : inSequence(candidates);
  noteRepeats(candidates, chosen, notes);
  const inMinutes = chosen.map((one, at) => sectionOf(one, chosen[at + 1]?.at ?? lines.length, agenda, notes));
  const missing = agenda.entries.filter(({ number }) => !chosen.some((one) => one.number === number));
  const all = [...inMinutes, ...missing.map((entry) => withoutMinutes(entry, notes))].sort(
    (one, other) => one.number - other.number,
  );
  if (all.length === 0) notes.warn('minutes.items-missing');
  gaps(all, notes);
  return lowered(all, missing.length > 0, notes);
}

/** A numbered line, or a line that says the title of an agenda item without its number. */
function candidate(line: Line, at: number, { entries }: Agenda): Numbered | undefined {
  const numbered = numberedOf(line, at);
  if (numbered) return numbered;
  const entry = entries.find(({ title }) => title.length > 4 && sameTitle(title, line.text));
  return entry ? { at, line, number: entry.number, title: line.text, strong: line.strong } : undefined;
}

/**
 * The heading of each item: the last line that has its number and its title; else one of the same number that is marked
 * as a heading or follows in the sequence. Lists inside the text have neither.
 */
function againstAgenda(candidates: readonly Numbered[], entries: readonly AgendaEntry[]): Numbered[] {
  const titled = entries.flatMap((entry) =>
    candidates.filter((one) => one.number === entry.number && likeness(one.title, entry.title) >= ALIKE).slice(-1),
  );
  const rising = risingOf(titled);
  const strong = rising.some((one) => one.strong);
  const others = candidates.filter((one) => {
    if (rising.some(({ number }) => number === one.number)) return false;
    const before = rising.filter(({ number }) => number < one.number).at(-1);
    const after = rising.find(({ number }) => number > one.number);
    const between = one.at > (before?.at ?? -1) && one.at < (after?.at ?? Infinity);
    const expected = entries.some(({ number }) => number === one.number);
    return between && (one.strong || (expected && !strong && one.title.length < 120 && !/[.!?]$/u.test(one.title)));
  });
  return risingOf([...rising, ...firstOfEach(others)].sort((one, other) => one.at - other.at));
}

const firstOfEach = (all: readonly Numbered[]): Numbered[] =>
  all.filter((one, at) => all.findIndex(({ number }) => number === one.number) === at);

/** The longest run of lines whose numbers rise: the best run that ends with each number is kept, and there are 99. */
function risingOf(all: readonly Numbered[]): Numbered[] {
  const best = new Map<number, Numbered[]>();
  const longest = (below: number) =>
    [...best].reduce<Numbered[]>((most, [last, run]) => (last < below && run.length > most.length ? run : most), []);
  for (const one of [...all].sort((first, second) => first.at - second.at)) {
    const run = [...longest(one.number), one];
    if (run.length > (best.get(one.number)?.length ?? 0)) best.set(one.number, run);
  }
  return longest(Infinity);
}

/** Without an agenda: the headings that are marked alike, counting on from the first. */
function inSequence(candidates: readonly Numbered[]): Numbered[] {
  const strong = candidates.filter((one) => one.strong);
  const pool = strong.length >= 2 ? strong : candidates.filter(({ title }) => title.length < 140);
  const found: Numbered[] = [];
  for (const one of pool) {
    const last = found.at(-1)?.number ?? 0;
    if (one.number > last && one.number <= last + 3) found.push(one);
  }
  return found;
}

/** Lines like a heading that were not taken: the same one twice, or one of a list in the text. */
function noteRepeats(candidates: readonly Numbered[], chosen: readonly Numbered[], notes: Notes): void {
  for (const one of candidates) {
    if (chosen.includes(one)) continue;
    const same = chosen.find(({ number, title }) => number === one.number && sameTitle(title, one.title));
    if (same) {
      notes.warn('minutes.item-twice', one.line.number, { number: one.number });
      notes.read(...one.line.numbers);
    } else if (one.strong) notes.warn('minutes.heading-in-text', one.line.number);
  }
}

function sectionOf(one: Numbered, end: number, agenda: Agenda, notes: Notes): Section {
  notes.read(...one.line.numbers);
  const entry = agenda.entries.find(({ number }) => number === one.number);
  const inRow = minutesInRow(one.line);
  const place = { number: one.number, line: one.line, from: one.at + 1, to: end - 1, ...(inRow ? { inRow } : {}) };
  const whole: Confidence = one.line.whole ? 'certain' : 'likely';
  if (!entry) {
    if (agenda.entries.length > 0) notes.warn('minutes.item-not-on-agenda', one.line.number, { number: one.number });
    return { ...place, title: one.title, confidence: agenda.entries.length > 0 ? 'guess' : 'likely' };
  }
  // `Ad 3` alone: the agenda has the title.
  if (one.title === '') return { ...place, title: entry.title, confidence: least('likely', entry.confidence) };
  if (sameTitle(one.title, entry.title))
    return { ...place, title: entry.title, confidence: least(whole, entry.confidence) };
  notes.warn('minutes.titles-differ', one.line.number, { number: one.number });
  const shorter = entry.title.toLowerCase().startsWith(one.title.toLowerCase()) ? one.title : entry.title;
  return { ...place, title: shorter, confidence: likeness(one.title, entry.title) >= ALIKE ? 'likely' : 'guess' };
}

function withoutMinutes(entry: AgendaEntry, notes: Notes): Section {
  notes.warn('minutes.item-not-in-minutes', entry.line.number, { number: entry.number });
  return { number: entry.number, title: entry.title, line: entry.line, confidence: least(entry.confidence, 'likely') };
}

function gaps(all: readonly Section[], notes: Notes): void {
  let expected = 1;
  for (const { number, line } of all) {
    for (; expected < number; expected += 1) notes.warn('minutes.agenda-gap', line.number, { number: expected });
    expected = number + 1;
  }
}

/** Where the heading of an item is missing, its minutes may stand under the one before it. */
function lowered(all: readonly Section[], incomplete: boolean, notes: Notes): Section[] {
  const sections = incomplete
    ? all.map((one): Section => ({ ...one, confidence: least(one.confidence, 'likely') }))
    : [...all];
  for (const { line, from, to, number, inRow } of sections)
    if (!inRow && from !== undefined && to !== undefined && to < from)
      notes.warn('minutes.item-text-missing', line.number, { number });
  return sections;
}
