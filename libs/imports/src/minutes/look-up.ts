import type { Extract } from '@rettidig/documents';
import type { QueryContext } from '@rettidig/event-sourcing';
import type { MeetingEvent } from '@rettidig/meetings';
import type { MinutesDraft } from '@rettidig/minutes';
import { readMinutes } from '@rettidig/minutes';
import { historyOf } from '@rettidig/organisation';
import { MinutesDecisions } from './decisions.js';
import { summaryKey } from './differences.js';
import type { KnownTexts } from './item-plan.js';
import type { MinutesReference, Target } from './target.js';
import { targetOf } from './target.js';

/** All that the plan needs beside the choices. */
export interface MinutesFound {
  readonly draft: MinutesDraft;
  readonly target: Target;
  readonly texts: KnownTexts;
}

/** What an import tells of the minutes themselves, to compare by. */
export const documentKey = (
  documentDate: string | undefined,
  externalNumbers: readonly { readonly system: string; readonly value: string }[],
): string => JSON.stringify([documentDate ?? null, externalNumbers.map(({ system, value }) => `${system} ${value}`)]);

/** Reads the minutes, finds their meeting, and asks for the names and texts that they are held against. */
export async function lookUp(
  extract: Extract,
  context: QueryContext,
  decisions: MinutesDecisions | undefined,
): Promise<MinutesFound> {
  const draft = readMinutes(extract.kind === 'lines' ? extract.lines : []);
  const reference = context.reference as MinutesReference;
  const target = targetOf(draft, decisions ?? new MinutesDecisions(), reference, context.now);
  if (target.committee.committeeId) await context.people(idsIn(target.committee.committeeId, reference));
  return { draft, target, texts: await textsOf(target, context) };
}

/** Seats of the committee, whoever held them, and deputies of its meetings. */
function idsIn(committeeId: string, { organisation, meetings }: MinutesReference): string[] {
  const { seats, seatsByCommittee } = historyOf(organisation);
  const seatIds = seatsByCommittee.get(committeeId) ?? [];
  const holders = seatIds.flatMap((seatId) => seats.get(seatId)!.holders.map(({ personId }) => personId));
  const came = [...meetings.shelves.values()]
    .flatMap((shelf) => [...shelf.values()])
    .filter((meeting) => meeting.committeeId === committeeId)
    .flatMap(({ attendance }) => attendance.flatMap(({ personId }) => (personId === null ? [] : [personId])));
  return [...new Set([...seatIds, ...holders, ...came])];
}

async function textsOf({ known }: Target, context: QueryContext): Promise<KnownTexts> {
  if (!known) return { titles: new Map(), promises: new Map(), summaries: new Map(), rosters: 0, documents: [] };
  const events = await context.readStream<MeetingEvent>(`meeting-${known.meetingId}`);
  const titles = new Map<string, string>();
  const promises = new Map<string, string>();
  const summaries = new Map<string, string>();
  const documents: string[] = [];
  const rosters = events.filter(({ type }) => type === 'AttendanceRecorded').length;
  for (const { type, data } of events as readonly MeetingEvent[]) {
    if (type === 'AgendaItemAdded') titles.set(data.itemId, data.title);
    if (type === 'FollowUpAgreed') promises.set(data.followUpId, data.what);
    if (type === 'ItemDiscussedWithJointSummary') summaries.set(data.itemId, summaryKey(data.summary));
    if (type === 'MinutesImported') documents.push(documentKey(data.documentDate, data.externalNumbers));
  }
  const record = context.views
    .view('breaches')
    .get<{ readonly id: string; readonly demands: number }>(
      'select id, demands from {breach} where meeting_id = :meetingId and known_to is null order by demands desc limit 1',
      { meetingId: known.meetingId },
    );
  return {
    titles,
    promises,
    summaries,
    rosters,
    documents,
    ...(record && { demands: { breachId: record.id, count: record.demands } }),
  };
}
