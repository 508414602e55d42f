import type { EventOf, RecordedEvent } from '@rettidig/event-sourcing';
import { etagOf, evolve, subjectOf } from '@rettidig/event-sourcing';
import type { Side } from '@rettidig/vocabulary';
import type { FollowUpDue } from '../follow-up.js';
import { gapsIn } from '../follow-up.js';
import type { Attendance, MeetingEvent } from '../meeting.events.js';
import type { AgendaItem, Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import { countAttendance } from '../roster.js';
import type {
  AgendaItemShown,
  AttendanceShown,
  FollowUpShown,
  GetMeetingAnswer,
  SeatShown,
  WaiverShown,
} from './get-meeting.answer.js';

type Recorded = RecordedEvent<MeetingEvent>;

/** What names and labels stand outside the log. */
export interface Labels {
  readonly committeeName: string;
  readonly flags: readonly string[];
  readonly deadlines: Pick<GetMeetingAnswer, 'itemsDueOn' | 'materialDueOn'>;
  /** Whom a seat represents, by seat; missing where the private store knows nothing. */
  readonly seat: (seatId: string) => string | undefined;
}

/** The meeting as its events tell it; undefined when there is none. */
export const meetingFrom = (events: readonly Recorded[]): Meeting | undefined =>
  events.reduce<Meeting | undefined>((meeting, event) => evolve(meetingDecider, meeting, event), undefined);

/** All events of one type, in order. */
const ofType = <Type extends MeetingEvent['type']>(events: readonly Recorded[], type: Type) =>
  events.filter((event) => event.type === type) as unknown as readonly RecordedEvent<EventOf<MeetingEvent, Type>>[];

/** Everything about a meeting, from its own events with their texts opened. */
export function meetingDetail(events: readonly Recorded[], meeting: Meeting, labels: Labels): GetMeetingAnswer {
  const [called] = ofType(events, 'MeetingScheduled');
  const { place, source } = called!.data;
  const { startsAt, endsAt } = meeting.hours;
  return {
    meetingId: subjectOf(called!.stream),
    committeeId: meeting.committeeId,
    committeeName: labels.committeeName,
    on: meeting.on,
    heldOn: meeting.heldOn ?? null,
    startsAt: startsAt ?? null,
    endsAt: endsAt ?? null,
    place: place ?? null,
    ...labels.deadlines,
    extraordinary: meeting.extraordinary,
    status: meeting.status,
    flags: [...labels.flags],
    source: source ?? null,
    moves: ofType(events, 'MeetingMoved').map(({ data, meta }) => ({
      ...{ from: data.from, to: data.to, startsAt: data.startsAt ?? null, endsAt: data.endsAt ?? null },
      ...{ reason: data.reason, recordedAt: meta.recordedAt },
    })),
    waivers: waiversShown(events),
    waived: [...meeting.waived],
    cancelledBecause: ofType(events, 'MeetingCancelled').at(-1)?.data.reason ?? null,
    items: [...meeting.items.values()]
      .sort((one, other) => one.number - other.number)
      .map((item) => itemShown(events, meeting, item)),
    calledDeputies: [...meeting.calledDeputies].map(([seatId, personId]) => ({
      ...{ seatId, represents: labels.seat(seatId) ?? null, personId },
    })),
    attendance: meeting.heldOn ? attendanceShown(meeting.attendance, labels) : null,
    approvals: meeting.approvals.map(({ office, on }) => ({ office, on })),
    minutesApproved: meeting.minutesApproved,
    imports: ofType(events, 'MinutesImported').map(({ data: { importId, externalNumbers, documentDate } }) => ({
      importId,
      externalNumbers: externalNumbers.map(({ system, value }) => ({ system, value })),
      documentDate: documentDate ?? null,
    })),
    etag: etagOf(events).replaceAll('"', ''),
  };
}

/** Every waiver that was given; one from before the meeting was moved covers nothing any more. */
function waiversShown(events: readonly Recorded[]): WaiverShown[] {
  const moved = ofType(events, 'MeetingMoved').findLast(({ data: { from, to } }) => from !== to);
  const covering = ofType(moved ? events.slice(events.indexOf(moved) + 1) : events, 'DeadlineWaived');
  return ofType(events, 'DeadlineWaived').map((event) => {
    const { deadline, office, on, reason } = event.data;
    return { deadline, office, on, reason, covers: covering.includes(event) };
  });
}

function itemShown(events: readonly Recorded[], meeting: Meeting, item: AgendaItem): AgendaItemShown {
  const { itemId } = item;
  const about = <Data extends { readonly itemId: string }>(event: { readonly data: Data }): boolean =>
    event.data.itemId === itemId;
  const added = ofType(events, 'AgendaItemAdded').find(about)!.data;
  const discussed = ofType(events, 'ItemDiscussed').find(about)?.data;
  return {
    itemId,
    number: item.number,
    title: added.title,
    caseIds: [...item.caseIds],
    standing: item.standing,
    stage: item.stage ?? null,
    treatedAgainBecause: added.treatedAgainBecause ?? null,
    status: item.status,
    form: item.form ?? null,
    withdrawnBecause: ofType(events, 'AgendaItemWithdrawn').find(about)?.data.reason ?? null,
    jointSummary: summaryShown(events, itemId),
    followUps: ofType(events, 'FollowUpAgreed')
      .filter(about)
      .map(({ data }) => followUpShown(events, meeting, data)),
    ...toldByImports(events, itemId),
    source: discussed?.source ?? added.source ?? null,
  };
}

function summaryShown(events: readonly Recorded[], itemId: string): AgendaItemShown['jointSummary'] {
  const summarised = ofType(events, 'ItemDiscussedWithJointSummary').find(({ data }) => data.itemId === itemId);
  return summarised?.data.summary.map((row) => ({ ...row, source: row.source ?? null })) ?? null;
}

/** Annexes and political days of an item, each once whoever imported them. */
function toldByImports(
  events: readonly Recorded[],
  itemId: string,
): Pick<AgendaItemShown, 'annexes' | 'politicalDates'> {
  const told = ofType(events, 'MinutesImported').flatMap(({ data }) =>
    data.items.filter((one) => one.itemId === itemId),
  );
  const dates = told.flatMap(({ politicalDates }) => politicalDates);
  return {
    annexes: [...new Set(told.flatMap(({ annexes }) => annexes))],
    politicalDates: [...new Map(dates.map(({ body, on }) => [`${body} ${on}`, { body, on }])).values()],
  };
}

function followUpShown(
  events: readonly Recorded[],
  meeting: Meeting,
  first: EventOf<MeetingEvent, 'FollowUpAgreed'>['data'],
): FollowUpShown {
  const agreed = assigned(events, first);
  const done = ofType(events, 'FollowUpDone').find(({ data }) => data.followUpId === agreed.followUpId)?.data;
  return {
    followUpId: agreed.followUpId,
    kind: agreed.kind,
    what: agreed.what,
    owner: agreed.owner ?? null,
    recipient: agreed.recipient ?? null,
    due: dueShown(agreed.due),
    caseIds: [...agreed.caseIds],
    missing: gapsIn(agreed),
    doneOn: meeting.followUps.get(agreed.followUpId)?.doneOn ?? null,
    how: done?.how ?? null,
    source: agreed.source ?? null,
  };
}

/** With who does it, and by when, as it was said last. */
const assigned = (
  events: readonly Recorded[],
  agreed: EventOf<MeetingEvent, 'FollowUpAgreed'>['data'],
): EventOf<MeetingEvent, 'FollowUpAgreed'>['data'] =>
  ofType(events, 'FollowUpAssigned')
    .filter(({ data }) => data.followUpId === agreed.followUpId)
    .reduce(
      (before, { data: { owner, due } }) => ({ ...before, ...(owner !== undefined && { owner }), ...(due && { due }) }),
      agreed,
    );

const dueShown = (due: FollowUpDue) => ({
  on: 'on' in due ? due.on : null,
  nextMeeting: 'nextMeeting' in due,
  notStated: 'notStated' in due,
});

function attendanceShown(roster: readonly Attendance[], labels: Labels): AttendanceShown {
  const side = (wanted: Side) => countAttendance(roster.filter((entry) => entry.side === wanted));
  return {
    both: countAttendance(roster),
    management: side('management'),
    employees: side('employees'),
    seats: [...new Set(roster.map((entry) => entry.seatId))].map((seatId) =>
      seatShown(
        roster.filter((entry) => entry.seatId === seatId),
        labels.seat(seatId),
      ),
    ),
  };
}

/** A seat with its holder and, where one acted in it, the deputy. */
function seatShown(entries: readonly Attendance[], label: string | undefined): SeatShown {
  const holder = entries.find((entry) => entry.capacity === 'holder')!;
  const deputy = entries.find((entry) => entry.capacity === 'deputy');
  return {
    seatId: holder.seatId,
    represents: label ?? null,
    side: holder.side,
    holderId: holder.personId,
    presence: holder.presence,
    deputyId: deputy?.personId ?? null,
    empty: holder.presence !== 'present' && !deputy,
  };
}
