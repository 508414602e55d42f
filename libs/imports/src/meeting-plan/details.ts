import type { Extract } from '@rettidig/documents';
import type { QueryContext, Text } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import type { MeetingEvent, Meetings, MeetingScheduled } from '@rettidig/meetings';
import { meetingOf } from '@rettidig/meetings';
import type { Organisation } from '@rettidig/organisation';
import { historyOf } from '@rettidig/organisation';
import { BadRows } from '../tables/bad-rows.js';
import type { MeetingPlanDecisions } from './decisions.js';
import type { PlanEntry } from './entries.js';
import { readEntries } from './read-entries.js';
import { meetingIdOf, meetingsByDay } from './register.js';

/** Start, end and place of a meeting; what is not told is missing. */
export interface Details {
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly place?: string;
}

/** What was looked up for a plan: how the meetings that the register has on its days were called. */
export interface PlanFound {
  readonly details?: ReadonlyMap<string, Details>;
}

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
    if (meetingOf(meetings, id)?.status !== 'scheduled') continue;
    const [call] = await readStream<MeetingEvent>(`meeting-${id}`);
    if (call?.type === 'MeetingScheduled') details.set(id, call.data as MeetingScheduled['data']);
  }
  return { details };
}

const text = (da: string, en: string): Text => ({ da, en });

const inWords = ({ startsAt, endsAt, place }: Details): Text => {
  const times = [startsAt, endsAt].filter(Boolean).join('–');
  return text(
    [times && `kl. ${times}`, place].filter(Boolean).join(', ') || 'hverken tid eller sted',
    [times, place].filter(Boolean).join(', ') || 'neither time nor place',
  );
};

/** How an entry tells another time or place of its meeting than the register; undefined when it does not. */
export function differenceOf(entry: PlanEntry, known: Details | undefined): Text | undefined {
  if (!known) return undefined;
  const fields = ['startsAt', 'endsAt', 'place'] as const;
  if (fields.every((field) => entry[field] === undefined || entry[field] === known[field])) return undefined;
  const [register, file] = [inWords(known), inWords(entry)];
  return text(
    `Registeret har ${register.da}; planen har ${file.da}. Registeret beholder sit: tid og sted på et indkaldt møde kan ikke rettes, heller ikke her.`,
    `The register has ${register.en}; the plan has ${file.en}. The register keeps its own: time and place of a scheduled meeting cannot be changed, not here either.`,
  );
}
