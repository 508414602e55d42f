import type { Extract } from '@rettidig/documents';
import type { QueryContext } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import type { MeetingEvent, Meetings, MeetingScheduled } from '@rettidig/meetings';
import { meetingOf } from '@rettidig/meetings';
import type { Organisation } from '@rettidig/organisation';
import { historyOf } from '@rettidig/organisation';
import { BadRows } from '../tables/bad-rows.js';
import type { MeetingPlanDecisions } from './decisions.js';
import type { Details, PlanFound } from './details.js';
import { readEntries } from './read-entries.js';
import { meetingIdOf, meetingsByDay } from './register.js';

/** Looks up start, end and place of the meetings that stand on the days of a plan. */
export async function lookUpDetails(
  extract: Extract,
  { reference, language, readStream }: QueryContext,
  decisions: MeetingPlanDecisions = {},
): Promise<PlanFound> {
  const { organisation, meetings } = reference as { readonly organisation: Organisation; readonly meetings: Meetings };
  const chosen = decisions.committeeId?.toLowerCase();
  const reading = { history: historyOf(organisation), bad: new BadRows(), language, ...(chosen && { chosen }) };
  const read = readEntries(extract, reading);
  if (read instanceof Refused) return {};
  const known = meetingsByDay(meetings);
  const ids = new Set(
    read.entries.flatMap((entry) => [meetingIdOf(entry), ...known.on(entry).map(({ meetingId }) => meetingId)]),
  );
  const details = new Map<string, Details>();
  for (const id of ids) {
    const meeting = meetingOf(meetings, id);
    if (meeting?.status !== 'scheduled') continue;
    const [call] = await readStream<MeetingEvent>(`meeting-${id}`);
    const place = call?.type === 'MeetingScheduled' ? (call.data as MeetingScheduled['data']).place : undefined;
    details.set(id, { ...meeting.hours, ...(place && { place }) });
  }
  return { details };
}
