import type { CalendarEntry, CalendarExtract } from '@rettidig/documents';
import type { Language } from '@rettidig/event-sourcing';
import type { History } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import { holdsOn } from '@rettidig/vocabulary';
import { Finder, Register } from '../structure/numbers.js';
import type { BadRows } from '../tables/bad-rows.js';
import type { Understood } from '../tables/cells.js';
import { Cells } from '../tables/cells.js';
import type { TableDefinition } from '../tables/column.js';
import type { Recognised } from '../tables/headings.js';
import { CommitteeNames } from './committee-names.js';
import type { TitleQuestion } from './titles.js';
import { questionOf } from './titles.js';

/** One meeting as a plan says it. */
export interface PlanEntry {
  /** Its row in the table, or its place in the calendar by time, from 1. */
  readonly row: number;
  /** The entry's own id; where a table has none, committee and day. */
  readonly uid: string;
  readonly committeeId: string;
  readonly on: LocalDate;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly place?: string;
  readonly extraordinary: boolean;
  readonly cancelled: boolean;
  /** Its title as written; a row of a table has none. */
  readonly summary?: string;
  /** Why somebody has to say whether it is a meeting of the committee at all. */
  readonly question?: TitleQuestion;
}

/** An entry of a calendar that is no meeting of a committee, as far as can be told. */
export interface OtherEntry {
  readonly row: number;
  readonly on: LocalDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string | null;
  readonly summary: string;
}

export interface ReadEntries {
  readonly entries: readonly PlanEntry[];
  readonly others: readonly OtherEntry[];
}

export interface Reading {
  readonly history: History;
  readonly bad: BadRows;
  readonly language: Language;
  /** The committee chosen for the whole plan. */
  readonly chosen?: string;
}

/** The meetings of a calendar: entries whose title names a committee, or all of them when one was chosen. */
export function entriesOfCalendar({ entries }: CalendarExtract, reading: Reading): ReadEntries {
  const { history, bad } = reading;
  const names = new CommitteeNames(history);
  const others: OtherEntry[] = [];
  const read = entries.flatMap((entry, at): PlanEntry[] => {
    const row = at + 1;
    const named = committeeNamed(entry, names, reading.chosen);
    if (named === undefined) others.push(otherEntry(entry, row));
    else if ('code' in named) bad.add({ row, column: null, ...named, details: { name: entry.summary, on: entry.on } });
    else return [meetingOfEntry(entry, row, named.committeeId, history)];
    return [];
  });
  return { entries: read.filter((entry) => isThere(entry, history, bad)), others };
}

/** Whose meeting an entry is; why that cannot be told; undefined when it names no committee. */
function committeeNamed(
  { summary, on }: CalendarEntry,
  names: CommitteeNames,
  chosen: string | undefined,
): { readonly committeeId: string } | { readonly code: string } | undefined {
  const { there, others } = names.named(summary, on);
  if (chosen !== undefined) {
    const isOther = there.length > 0 && !there.includes(chosen);
    return isOther ? { code: 'row.other-committee' } : { committeeId: chosen };
  }
  if (there.length > 1) return { code: 'row.several-committees' };
  if (there.length === 1) return { committeeId: there[0]! };
  return others.length > 0 ? { code: 'row.committee-not-there' } : undefined;
}

const oneLine = (text: string | undefined): string | undefined => text?.replaceAll(/\s+/g, ' ').slice(0, 200);

const otherEntry = ({ on, startsAt, endsAt, place, summary }: CalendarEntry, row: number): OtherEntry => ({
  ...{ row, on, startsAt: startsAt ?? null, endsAt: endsAt ?? null, place: oneLine(place) ?? null },
  summary: summary.slice(0, 200) || '–',
});

function meetingOfEntry(entry: CalendarEntry, row: number, committeeId: string, { committees }: History): PlanEntry {
  const { uid, on, startsAt, endsAt, cancelled, summary } = entry;
  const place = oneLine(entry.place);
  const question = questionOf(summary, committees.get(committeeId)!.name, cancelled);
  const end = startsAt && endsAt && endsAt > startsAt ? { endsAt } : {};
  const told = { ...(startsAt && { startsAt }), ...end, ...(place && { place }) };
  const asWritten = { ...(summary && { summary: summary.slice(0, 200) }), ...(question && { question }) };
  return { row, uid, committeeId, on, ...told, extraordinary: isExtra(summary), cancelled, ...asWritten };
}

const isExtra = (summary: string): boolean => /ekstraordinær|extraordinary/i.test(summary);

const yesOrNo: Understood<'yes' | 'no'> = {
  yes: { da: 'ja', en: 'yes', also: ['x', 'sand', 'true', '1'] },
  no: { da: 'nej', en: 'no', also: ['falsk', 'false', '0'] },
};

/** The meetings of a table. */
export function entriesOfTable(recognised: Recognised<TableDefinition>, reading: Reading): ReadEntries {
  const { history, bad, language } = reading;
  const committees = new Finder(new Register('committee', history));
  const first = new Map<string, number>();
  const entries = recognised.rows.flatMap((source): PlanEntry[] => {
    const cells = new Cells(source, recognised, bad, language);
    const on = cells.day('on');
    const committeeId = on === undefined ? undefined : committeeIn(cells, on, committees, reading.chosen);
    const told = toldIn(cells);
    if (on === undefined || committeeId === undefined || bad.has(cells.row)) return [];
    const uid = `${committeeId} ${on}`;
    const twice = first.get(uid);
    if (twice !== undefined) cells.wrong('on', 'row.twice', { first: twice });
    first.set(uid, twice ?? cells.row);
    return [{ row: cells.row, uid, committeeId, on, ...told, cancelled: false }];
  });
  return { entries: entries.filter((entry) => !bad.has(entry.row) && isThere(entry, history, bad)), others: [] };
}

/** What a row says beside committee and day. */
function toldIn(cells: Cells): Pick<PlanEntry, 'startsAt' | 'endsAt' | 'place' | 'extraordinary'> {
  const [startsAt, endsAt] = [cells.time('startsAt'), cells.time('endsAt')];
  const [place, extra] = [cells.text('place'), cells.word('extraordinary', yesOrNo)];
  if (startsAt && endsAt && endsAt <= startsAt)
    cells.wrong('endsAt', 'meeting.ends-before-it-starts', { startsAt, endsAt });
  const times = { ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) };
  return { ...times, ...(place && { place }), extraordinary: extra === 'yes' };
}

function committeeIn(cells: Cells, on: LocalDate, committees: Finder, chosen: string | undefined): string | undefined {
  const said = cells.text('committee');
  if (said === undefined) {
    if (chosen === undefined) cells.wrong('committee', 'row.value-missing');
    return chosen;
  }
  const found = committees.find(cells, 'committee', said, on)?.id;
  if (found !== undefined && chosen !== undefined && found !== chosen)
    cells.wrong('committee', 'row.other-committee', { name: said, on });
  return found;
}

/** A committee meets while it exists. */
function isThere({ row, committeeId, on }: PlanEntry, { committees }: History, bad: BadRows): boolean {
  const committee = committees.get(committeeId);
  const there = committee !== undefined && holdsOn(committee.validity, on);
  if (!there)
    bad.add({
      row,
      column: null,
      code: 'row.committee-not-there',
      details: { name: committee?.name ?? committeeId, on },
    });
  return there;
}
