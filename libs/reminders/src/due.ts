import { workdayOnOrAfter } from '@rettidig/calendar';
import type { ReadDatabase, ViewReader } from '@rettidig/event-sourcing';
import { calendarIn } from '@rettidig/rules';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Arrival, FoundOccasion, Now } from './arrivals.js';
import { arrivalOf, isReady, nowAt, reachedOn } from './arrivals.js';
import type { DueRow } from './due-rows.js';
import { dueRows } from './due-rows.js';
import type { DueItem, DueQuestion } from './due.types.js';
import { knowAtOnce } from './known-at-once.js';
import { isOfSubject, reminderKinds } from './kinds/index.js';
import type { OccasionAbout, ReferenceKind, ReminderKind, Step } from './kind.js';
import { REMINDERS_VIEW } from './projections/reminders.projection.js';
import { windowAt } from './projections/windows.js';
import { stepsInForce } from './reminder-steps.js';
import { maxAnchor } from './steps.js';
import { settledKeys, toldBeforeChange, toldFromBefore, toldOfItem } from './told.js';

/** Whoever was asleep for longer is not told of what followed from meetings and seats of that time. */
const DAYS_BACK = 366;

/**
 * What must be told now and was not told yet to everybody: of each thing the step that it has reached. Only what may go
 * out at this moment: what is told at once two minutes after its window opened, everything else from 07:00 of a workday.
 */
export function dueItems(question: DueQuestion): DueItem[] {
  const { reference, now } = question;
  const at = nowAt(now, calendarIn(reference.ruleBook));
  return reminderKinds.flatMap((kind) => dueOfKind(kind, question, at));
}

function dueOfKind(kind: ReminderKind, question: DueQuestion, at: Now): DueItem[] {
  if (!kind.evenOnClosingDays && !at.calendar.isWorkday(at.today)) return [];
  const steps = stepsInForce(kind, question.reference.reminderSteps, at.today);
  if (steps.length === 0) return [];
  const found = isOfSubject(kind) ? inView(kind, steps, question, at) : inReference(kind, steps, question, at);
  const reachedAt = reachedOn(kind, steps, at);
  const arrived = found.flatMap((one) => {
    const arrival = arrivalOf(one, reachedAt, at);
    return arrival && isReady(arrival, kind, at) ? [arrival] : [];
  });
  return unsettled(kind, arrived, question).flatMap((arrival) => dueItem(kind, arrival, question, at));
}

/** What follows from reference data has no row that moves on. */
function unsettled(kind: ReminderKind, arrived: readonly Arrival[], { views }: DueQuestion): readonly Arrival[] {
  if (isOfSubject(kind) || arrived.length === 0) return arrived;
  const settled = settledKeys(
    views,
    arrived.map(({ item }) => item.key),
  );
  return arrived.filter(({ item }) => !settled.has(item.key));
}

function dueItem(kind: ReminderKind, arrival: Arrival, question: DueQuestion, at: Now): DueItem[] {
  const { item, step, lane, window, overtaken, armedAt } = arrival;
  const { views } = question;
  const known = knowAtOnce(kind, arrival, question, at);
  if (!known) return [];
  const escalates = step.escalates ?? false;
  const toldBefore = toldBeforeOf(kind, arrival, views);
  if (kind.onlyAfterTold && toldBefore.length === 0) return [];
  const fromBefore = item.armed > 0 && armedAt !== null ? toldFromBefore(views, item, armedAt) : [];
  const knownTo = [...known.knownTo, ...fromBefore];
  return [{ item, lane, to: step.to, escalates, window, toldBefore, ...known, knownTo, overtaken }];
}

/** Whom a step hangs on that goes past those who were told, or tells them of a change. */
function toldBeforeOf(
  { onlyAfterTold }: ReminderKind,
  { item, step }: Arrival,
  views: ReadDatabase,
): readonly string[] {
  if (onlyAfterTold) return toldBeforeChange(views, item.item, item.armed);
  return step.escalates || step.to.includes('toldBefore') ? toldOfItem(views, item.item) : [];
}

function inView(
  kind: ReminderKind,
  steps: readonly Step[],
  { views }: DueQuestion,
  { calendar, today }: Now,
): FoundOccasion[] {
  const view = views.view(REMINDERS_VIEW);
  const rows = dueRows(view, { kind: kind.name, steps, calendar, today });
  // One text is read faster than many short ones.
  const abouts = JSON.parse(`[${rows.map(({ about }) => about).join()}]`) as readonly OccasionAbout[];
  return rows.map((row, at) => foundInView(kind, row, abouts[at]!));
}

const foundInView = (kind: ReminderKind, row: DueRow, about: OccasionAbout): FoundOccasion => ({
  kind,
  subject: row.stream,
  armed: row.armed,
  armedAt: row.armed_at,
  openedAt: row.opened_at,
  number: row.number,
  occasion: { item: row.item, anchor: row.anchor, about },
});

function inReference(
  kind: ReferenceKind,
  steps: readonly Step[],
  { views, reference }: DueQuestion,
  { calendar, today }: Now,
): FoundOccasion[] {
  // What is told on any day has steps that are not moved: looking to the next workday finds them too.
  const looked = workdayOnOrAfter(calendar, today);
  const last = steps
    .map(({ offset }) => maxAnchor(calendar, offset, looked))
    .sort()
    .at(-1)!;
  const view = views.view(REMINDERS_VIEW);
  const window = { from: plusCalendarDays(today, -DAYS_BACK), until: last };
  return kind.inReference(reference, window).map((occasion) => {
    const { armed, armedAt = null, about } = occasion;
    const known = about.changeId === undefined ? undefined : caseOf(view, about.changeId);
    return {
      ...{ kind, armed, armedAt, openedAt: armedAt && windowAt(view, armedAt), number: known?.number ?? null },
      subject: about.meetingId ? `meeting-${about.meetingId}` : null,
      occasion: known ? { ...occasion, about: { ownerId: known.owner_id, unitId: known.unit_id, ...about } } : occasion,
    };
  });
}

interface KnownCase {
  readonly number: string | null;
  readonly owner_id: string | null;
  readonly unit_id: string | null;
}

const caseOf = (view: ViewReader, changeId: string): KnownCase | undefined =>
  view.get<KnownCase>('select number, owner_id, unit_id from {subject} where stream = :stream', {
    stream: `change-${changeId}`,
  });
