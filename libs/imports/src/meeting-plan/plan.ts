import type { Extract } from '@rettidig/documents';
import type { Language, Text } from '@rettidig/event-sourcing';
import { idOf, impossible, Refused } from '@rettidig/event-sourcing';
import type { Meetings, MeetingState } from '@rettidig/meetings';
import { meetingOf } from '@rettidig/meetings';
import type { History, Organisation } from '@rettidig/organisation';
import { historyOf } from '@rettidig/organisation';
import { dayInWords, dayOf } from '@rettidig/vocabulary';
import type { ImportPlan, ImportStep, PlanContext } from '../import-kind.js';
import { BadRows, badRowShown } from '../tables/bad-rows.js';
import type { Choice } from '../tables/choices.js';
import { inWords } from '../tables/column.js';
import { recognise } from '../tables/headings.js';
import { meetingPlanTable } from './columns.js';
import type { MeetingPlanDecisions } from './decisions.js';
import type { OtherEntry, PlanEntry, ReadEntries, Reading } from './entries.js';
import { entriesOfCalendar, entriesOfTable } from './entries.js';
import type { MeetingPlanPreview, Outcome } from './preview.js';
import { LISTED } from './preview.js';
import { meetingPlanTexts } from './texts.js';

interface Looked {
  readonly organisation: Organisation;
  readonly meetings: Meetings;
}

/** What an entry comes to. */
interface PlannedEntry {
  readonly entry: PlanEntry;
  readonly outcome: Outcome;
  /** What the register says otherwise. */
  readonly conflict?: { readonly inRegister: Text; readonly inFile: Text; readonly step?: ImportStep };
  readonly step?: ImportStep;
}

/** What would come of a meeting plan. */
export function planMeetings(
  extract: Extract,
  decisions: MeetingPlanDecisions = {},
  context: PlanContext,
): ImportPlan<MeetingPlanPreview> {
  const { organisation, meetings } = context.reference as Looked;
  const history = historyOf(organisation);
  const bad = new BadRows();
  const chosen = decisions.committeeId?.toLowerCase();
  if (chosen !== undefined && !history.committees.has(chosen))
    return shown([], { entries: [], others: [] }, { bad, history, decisions, context, obstacle: unknown(chosen) });
  const reading = { history, bad, language: context.language, ...(chosen !== undefined && { chosen }) };
  const read = readEntries(extract, reading);
  if (read instanceof Refused)
    return shown([], { entries: [], others: [] }, { bad, history, decisions, context, obstacle: read });
  const today = dayOf(context.now);
  const skipsPast = decisions.past !== 'include';
  const known = meetingsByDay(meetings);
  const planned = read.entries.map((entry): PlannedEntry => {
    if (skipsPast && entry.on < today) return { entry, outcome: 'past' };
    const next = plannedEntry(entry, meetings, known);
    if (next.outcome === 'schedule') known.add(entry, 'scheduled');
    return next;
  });
  return shown(planned, read, { bad, history, decisions, context });
}

const unknown = (committeeId: string): Refused => impossible('import.committee-unknown', { committeeId });

function readEntries(extract: Extract, reading: Reading): ReadEntries | Refused {
  if (extract.kind === 'calendar') {
    const read = entriesOfCalendar(extract, reading);
    const nothing = read.entries.length === 0 && reading.bad.count === 0;
    return nothing ? impossible('import.no-meetings', { count: read.others.length }) : read;
  }
  const recognised = extract.kind === 'table' ? recognise(extract.rows, [meetingPlanTable]) : undefined;
  if (!recognised) return impossible('import.plan-unknown');
  const { language } = reading;
  const columns = recognised.missing.map((column) => inWords(column, language));
  if (columns.length > 0)
    return impossible('import.column-missing', { table: meetingPlanTable.text[language], columns });
  return recognised.rows.length === 0 ? impossible('import.no-rows') : entriesOfTable(recognised, reading);
}

type Status = MeetingState['status'];

/** Meetings by committee and day, as the register has them and as the plan adds them. */
interface ByDay {
  readonly on: (entry: PlanEntry) => readonly { readonly meetingId: string; readonly status: Status }[];
  readonly add: (entry: PlanEntry, status: Status) => void;
}

function meetingsByDay({ shelves }: Meetings): ByDay {
  const byDay = new Map<string, { meetingId: string; status: Status }[]>();
  const add = (committeeId: string, on: string, meeting: { meetingId: string; status: Status }) => {
    const key = `${committeeId} ${on}`;
    const list = byDay.get(key);
    if (list) list.push(meeting);
    else byDay.set(key, [meeting]);
  };
  for (const shelf of shelves.values())
    for (const { committeeId, on, meetingId, status } of shelf.values()) add(committeeId, on, { meetingId, status });
  return {
    on: ({ committeeId, on }) => byDay.get(`${committeeId} ${on}`) ?? [],
    add: (entry, status) => add(entry.committeeId, entry.on, { meetingId: meetingIdOf(entry), status }),
  };
}

/** The meeting of an entry: whatever happens to its day, the entry stays the same. */
const meetingIdOf = ({ uid }: PlanEntry): string => idOf('meetingPlan', uid);

/** Why the register says so; sealed, and in the language of the log's other reasons. */
const MOVED = 'Flyttet i den indlæste mødeplan.';
const CANCELLED = 'Aflyst i den indlæste mødeplan.';

const text = (da: string, en: string): Text => ({ da, en });

const statusWords: Readonly<Record<Status, Text>> = {
  scheduled: text('indkaldt', 'scheduled'),
  held: text('afholdt', 'held'),
  cancelled: text('aflyst', 'cancelled'),
};

/** A meeting of the register in words. */
const meetingInWords = (on: string, status: Status): Text =>
  text(`${statusWords[status].da} ${dayInWords(on)}`, `${statusWords[status].en} ${on}`);

function plannedEntry(entry: PlanEntry, meetings: Meetings, known: ByDay): PlannedEntry {
  const own = meetingOf(meetings, meetingIdOf(entry));
  if (own) return comparedEntry(entry, own);
  const thatDay = known.on(entry);
  const there = thatDay.find(({ status }) => status !== 'cancelled');
  if (entry.cancelled) {
    if (there?.status === 'scheduled') return cancelling(entry, there.meetingId);
    return there ? otherwise(entry, there.status) : { entry, outcome: 'unchanged' };
  }
  if (there) return { entry, outcome: 'unchanged' };
  if (thatDay.length === 0) return { entry, outcome: 'schedule', step: scheduling(entry) };
  // Somebody cancelled it, and the plan still has it: whether it is held after all is not for the file to say.
  return {
    entry,
    outcome: 'schedule',
    conflict: { ...bothSay(entry, entry.on, 'cancelled'), step: scheduling(entry) },
  };
}

/** The entry was imported before, perhaps with another day. */
function comparedEntry(entry: PlanEntry, meeting: MeetingState): PlannedEntry {
  const { meetingId, on, status } = meeting;
  if (entry.cancelled) {
    if (status === 'cancelled') return { entry, outcome: 'unchanged' };
    return status === 'scheduled' ? cancelling(entry, meetingId) : otherwise(entry, status);
  }
  if (status === 'cancelled') return otherwise(entry, status);
  if (on === entry.on) return { entry, outcome: 'unchanged' };
  const step: ImportStep = {
    key: `move ${meetingId} from ${on}`,
    command: 'MoveImportedMeeting',
    subjectId: meetingId,
    message: { to: entry.on, reason: MOVED },
  };
  return {
    entry,
    outcome: 'move',
    conflict: { ...bothSay(entry, on, status), ...(status === 'scheduled' && { step }) },
  };
}

const bothSay = (entry: PlanEntry, on: string, status: Status) => ({
  inRegister: meetingInWords(on, status),
  inFile: meetingInWords(entry.on, entry.cancelled ? 'cancelled' : 'scheduled'),
});

/** What was held or cancelled stays so, whatever a plan says. */
const otherwise = (entry: PlanEntry, status: Status): PlannedEntry => ({
  entry,
  outcome: 'unchanged',
  conflict: bothSay(entry, entry.on, status),
});

const cancelling = (entry: PlanEntry, meetingId: string): PlannedEntry => ({
  entry,
  outcome: 'cancel',
  conflict: {
    ...bothSay(entry, entry.on, 'scheduled'),
    step: {
      key: `cancel ${meetingId}`,
      command: 'CancelImportedMeeting',
      subjectId: meetingId,
      message: { reason: CANCELLED },
    },
  },
});

function scheduling(entry: PlanEntry): ImportStep {
  const { committeeId, on, startsAt, endsAt, place, extraordinary } = entry;
  const meetingId = meetingIdOf(entry);
  const times = { ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) };
  const message = { committeeId, on, ...times, extraordinary, ...(place && { place }), source: { kind: 'document' } };
  return { key: `schedule ${meetingId}`, command: 'ScheduleImportedMeeting', subjectId: meetingId, message };
}

interface Showing {
  readonly bad: BadRows;
  readonly history: History;
  readonly decisions: MeetingPlanDecisions;
  readonly context: PlanContext;
  readonly obstacle?: Refused;
}

function shown(
  planned: readonly PlannedEntry[],
  { others }: ReadEntries,
  { bad, history, decisions, context, obstacle }: Showing,
): ImportPlan<MeetingPlanPreview> {
  const { language } = context;
  const ofRow = new Map((decisions.conflicts ?? []).map(({ row, choice }) => [row, choice]));
  const choice = ({ entry }: PlannedEntry): Choice => ofRow.get(entry.row) ?? decisions.otherwise ?? 'stop';
  const conflicts = planned.filter(({ conflict }) => conflict);
  const outcomeOf = (one: PlannedEntry): Outcome =>
    one.conflict && (choice(one) !== 'update' || !one.conflict.step) ? 'unchanged' : one.outcome;
  const outcomes: Record<string, number> = {};
  for (const one of planned) outcomes[outcomeOf(one)] = (outcomes[outcomeOf(one)] ?? 0) + 1;
  const inTheWay = obstacle ?? obstacleOf(conflicts, choice, bad, decisions);
  const preview: MeetingPlanPreview = {
    entryCount: planned.length + others.length + bad.count,
    outcomes,
    entries: planned.slice(0, LISTED).map((one) => ({
      ...{ row: one.entry.row, on: one.entry.on, startsAt: one.entry.startsAt ?? null },
      committee: history.committees.get(one.entry.committeeId)!.name,
      outcome: outcomeOf(one),
    })),
    ...faults(others, bad, language),
    conflictCount: conflicts.length,
    conflicts: conflicts.slice(0, LISTED).map((one) => ({
      row: one.entry.row,
      committee: history.committees.get(one.entry.committeeId)!.name,
      inRegister: one.conflict!.inRegister[language],
      inFile: one.conflict!.inFile[language],
      choice: choice(one),
      updatable: one.conflict!.step !== undefined,
    })),
  };
  const steps = planned.flatMap((one) => {
    const step = one.conflict && choice(one) === 'update' ? one.conflict.step : one.step;
    return step ? [step] : [];
  });
  return { preview, ...(inTheWay && { obstacle: inTheWay }), steps };
}

const faults = (others: readonly OtherEntry[], bad: BadRows, language: Language) => ({
  badRowCount: bad.count,
  badRows: bad
    .all()
    .slice(0, LISTED)
    .map((one) => badRowShown(one, meetingPlanTexts, language)),
  notUnderstoodCount: others.length,
  notUnderstood: others.slice(0, LISTED).map((other) => ({ ...other })),
});

function obstacleOf(
  conflicts: readonly PlannedEntry[],
  choice: (entry: PlannedEntry) => Choice,
  bad: BadRows,
  { badRows }: MeetingPlanDecisions,
): Refused | undefined {
  if (bad.count > 0 && badRows !== 'skip') return new Refused('import.bad-rows', { count: bad.count });
  const stopped = conflicts.filter((one) => choice(one) === 'stop');
  if (stopped.length > 0) return new Refused('import.conflicts', { count: stopped.length });
  const rows = conflicts.filter((one) => choice(one) === 'update' && !one.conflict!.step).map(({ entry }) => entry.row);
  return rows.length > 0
    ? new Refused('import.cannot-update', { count: rows.length, rows: rows.slice(0, 20) })
    : undefined;
}
