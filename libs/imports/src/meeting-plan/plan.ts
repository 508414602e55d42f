import type { Extract } from '@rettidig/documents';
import { impossible, Refused } from '@rettidig/event-sourcing';
import type { Meetings } from '@rettidig/meetings';
import { meetingOf } from '@rettidig/meetings';
import type { Organisation } from '@rettidig/organisation';
import { historyOf } from '@rettidig/organisation';
import { dayOf } from '@rettidig/vocabulary';
import type { ImportPlan, PlanContext } from '../import-kind.js';
import { BadRows } from '../tables/bad-rows.js';
import type { Known, PlannedEntry } from './compare.js';
import { plannedEntry } from './compare.js';
import type { MeetingPlanDecisions } from './decisions.js';
import type { PlanFound } from './details.js';
import type { PlanEntry, ReadEntries } from './entries.js';
import { decideMissing, missingIn } from './missing.js';
import type { MeetingPlanPreview } from './preview.js';
import { readEntries } from './read-entries.js';
import { meetingIdOf, meetingsByDay } from './register.js';
import type { Showing } from './shown.js';
import { shown } from './shown.js';
import { meetingPlanTexts } from './texts.js';

interface Looked {
  readonly organisation: Organisation;
  readonly meetings: Meetings;
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
  const showing: Showing = { bad, history, decisions, context };
  if (chosen !== undefined && !history.committees.has(chosen))
    return nothing(impossible('import.committee-unknown', { committeeId: chosen }), showing);
  const reading = { history, bad, language: context.language, ...(chosen !== undefined && { chosen }) };
  const read = readEntries(extract, reading);
  return read instanceof Refused ? nothing(read, showing) : heldAgainst(meetings, read, showing);
}

const nothing = (obstacle: Refused, showing: Showing): ImportPlan<MeetingPlanPreview> =>
  shown({ missing: [], planned: [], cancellations: [], obstacle }, [], showing);

/** What the entries come to beside the meetings of the register. */
function heldAgainst(meetings: Meetings, { entries, others }: ReadEntries, showing: Showing) {
  const { decisions, context } = showing;
  const today = dayOf(context.now);
  const known: Known = {
    meetings,
    byDay: meetingsByDay(meetings),
    details: (context.found as PlanFound).details,
  };
  const isMeeting = new Set(
    (decisions.entries ?? []).filter(({ choice }) => choice === 'meeting').map(({ row }) => row),
  );
  const planned = entries.map((entry): PlannedEntry => {
    if (decisions.past !== 'include' && entry.on < today) return { entry, outcome: 'past' };
    if (entry.question && !isMeeting.has(entry.row) && !isKnown(entry, meetings))
      return { entry, outcome: 'asked', why: meetingPlanTexts[entry.question]! };
    const next = plannedEntry(entry, known);
    if (next.outcome === 'schedule') known.byDay.add(entry, 'scheduled');
    return next;
  });
  const meant = planned.filter(({ outcome }) => outcome !== 'asked').map(({ entry }) => entry);
  const missing = missingIn(meant, meetings, today);
  return shown(decideMissing(missing, decisions.missing ?? [], planned), others, showing);
}

/** Somebody said before that the entry is a meeting, and the register still has it. */
function isKnown(entry: PlanEntry, meetings: Meetings): boolean {
  const own = meetingOf(meetings, meetingIdOf(entry));
  return own !== undefined && own.status !== 'cancelled' && entry.question !== 'entry.cancelled-in-title';
}
