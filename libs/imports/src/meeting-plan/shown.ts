import type { Language } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import type { History } from '@rettidig/organisation';
import { dayInWords } from '@rettidig/vocabulary';
import type { ImportPlan, PlanContext } from '../import-kind.js';
import type { BadRows } from '../tables/bad-rows.js';
import { badRowShown } from '../tables/bad-rows.js';
import type { Choice } from '../tables/choices.js';
import type { PlannedEntry } from './compare.js';
import type { MeetingPlanDecisions } from './decisions.js';
import type { OtherEntry } from './entries.js';
import type { DecidedMissing, MissingMeeting } from './missing.js';
import type { MeetingPlanEntryShown, MeetingPlanPreview, MissingMeetingShown, Outcome } from './preview.js';
import { LISTED } from './preview.js';
import { meetingPlanTexts } from './texts.js';

/** What a preview is made with, beside the plan. */
export interface Showing {
  readonly bad: BadRows;
  readonly history: History;
  readonly decisions: MeetingPlanDecisions;
  readonly context: PlanContext;
}

type ChoiceOf = (entry: PlannedEntry) => Choice;

/** The plan with its preview: what would be done with the choices made. */
export function shown(
  { missing, planned, cancellations, obstacle }: DecidedMissing,
  others: readonly OtherEntry[],
  { bad, history, decisions, context: { language } }: Showing,
): ImportPlan<MeetingPlanPreview> {
  const ofRow = new Map((decisions.conflicts ?? []).map(({ row, choice }) => [row, choice]));
  const choice: ChoiceOf = ({ entry }) => ofRow.get(entry.row) ?? decisions.otherwise ?? 'stop';
  const conflicts = planned.filter(({ conflict }) => conflict);
  const outcomeOf = (one: PlannedEntry): Outcome =>
    one.conflict && (choice(one) !== 'update' || !one.conflict.step) ? 'unchanged' : one.outcome;
  const outcomes: Record<string, number> = {};
  for (const one of planned) outcomes[outcomeOf(one)] = (outcomes[outcomeOf(one)] ?? 0) + 1;
  const inTheWay = obstacle ?? obstacleOf(conflicts, choice, bad, decisions);
  const called = (committeeId: string) => history.committees.get(committeeId)!.name;
  const preview: MeetingPlanPreview = {
    entryCount: planned.length + others.length + bad.count,
    outcomes,
    entries: planned
      .slice(0, LISTED)
      .map((one) => entryShown(one, outcomeOf(one), called(one.entry.committeeId), language)),
    ...faults(others, bad, language),
    conflictCount: conflicts.length,
    conflicts: conflicts.slice(0, LISTED).map((one) => ({
      row: one.entry.row,
      committee: called(one.entry.committeeId),
      inRegister: one.conflict!.inRegister[language],
      inFile: one.conflict!.inFile[language],
      choice: choice(one),
      updatable: one.conflict!.step !== undefined,
    })),
    missingCount: missing.length,
    missing: missing.slice(0, LISTED).map((one) => missingShown(one, called(one.meeting.committeeId), language)),
  };
  const steps = planned.flatMap((one) => {
    const step = one.conflict && choice(one) === 'update' ? one.conflict.step : one.step;
    return step ? [step] : [];
  });
  return { preview, ...(inTheWay && { obstacle: inTheWay }), steps: [...steps, ...cancellations] };
}

const entryShown = (
  { entry, outcome: planned, why }: PlannedEntry,
  outcome: Outcome,
  committee: string,
  language: Language,
): MeetingPlanEntryShown => ({
  row: entry.row,
  summary: entry.summary ?? null,
  ...{ on: entry.on, startsAt: entry.startsAt ?? null, endsAt: entry.endsAt ?? null, place: entry.place ?? null },
  ...{ committee, outcome },
  // Of what is left as it is, it would tell something that nobody does.
  why: (outcome === planned && why?.[language]) || null,
});

function missingShown(
  { meeting: { meetingId, on }, choice, row }: MissingMeeting,
  committee: string,
  language: Language,
): MissingMeetingShown {
  const sentence = {
    da: `Registeret har et møde den ${dayInWords(on)}, som planen ikke har: flyttet, aflyst eller behold?`,
    en: `The register has a meeting on ${on} that the plan has not: moved, cancelled, or keep it?`,
  };
  return { meetingId, committee, on, sentence: sentence[language], choice, row };
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
  choice: ChoiceOf,
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
