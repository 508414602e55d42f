import type { Language } from '@rettidig/event-sourcing';
import type { MinutesDraft, Read, ReadFollowUp } from '@rettidig/minutes';
import { minutesWarnings } from '@rettidig/minutes';
import { committeeName, historyOf } from '@rettidig/organisation';
import type { ImportStep, PlanContext } from '../import-kind.js';
import { noticeOf } from '../notices.js';
import { withoutNames } from './names.js';
import type { Worked } from './worked.js';
import type { FollowUpRead, MinutesItemShown } from './preview-items.js';
import type {
  MinutesAttendanceShown,
  MinutesMeetingShown,
  MinutesPreview,
  ReadFactShown,
  RosterRowShown,
} from './preview.js';
import type { Remains } from './remains.js';
import type { KnownSeat, MatchedRow } from './roster.js';
import { seatChoice } from './seat-choice.js';
import { sentencesOf } from './sentences.js';
import type { MinutesReference } from './target.js';
import type { ItemPlan } from './item-plan.js';

/** What a person is shown before anything is recorded. */
export function shown(
  worked: Worked,
  { steps, remains }: { readonly steps: readonly ImportStep[]; readonly remains: Remains },
  context: PlanContext,
): MinutesPreview {
  const { draft, target } = worked.found;
  const { organisation } = context.reference as MinutesReference;
  const { committeeId, how } = target.committee;
  const candidates =
    committeeId === undefined
      ? [...historyOf(organisation).committees.values()].map((one) => ({ id: one.committeeId, name: one.name }))
      : [];
  return {
    committee: {
      written: draft.committee?.value ?? null,
      how,
      committeeId: committeeId ?? null,
      name: committeeId === undefined ? null : (committeeName(organisation, committeeId) ?? null),
      candidates,
    },
    meeting: meetingShown(worked),
    facts: factsIn(draft),
    roster: worked.roster.rows.map((row) => rowShown(row, worked.seats, context)),
    attendance: attendanceShown(worked),
    items: worked.items.map((item) => itemShown(item, withoutNames(draft))),
    demands: worked.demands.shown,
    leftOut: draft.leftOut
      .filter(({ why }) => why !== 'blank')
      .map(({ why, from, to, text }) => ({ why, from, to, text: text.trim().slice(0, 2000) || '…' })),
    warnings: warningsIn(draft, context.language),
    steps: [...sentencesOf(worked, steps, context), ...remains.sentences],
    newSeats: worked.roster.rows.flatMap(({ how: made, seatId, person }) =>
      made === 'created' && person.capacity === 'holder' && seatId !== undefined && !isKnown(worked.seats, seatId)
        ? [seatId]
        : [],
    ),
  };
}

const isKnown = (seats: readonly KnownSeat[], seatId: string): boolean => seats.some((seat) => seat.seatId === seatId);

function meetingShown({ found: { target } }: Worked): MinutesMeetingShown {
  const state = !target.meetingId
    ? ('unknown' as const)
    : target.known?.minutesApproved
      ? ('approved' as const)
      : target.known
        ? ('existing' as const)
        : ('new' as const);
  return { state, meetingId: target.meetingId ?? null, on: target.heldOn ?? null };
}

/** The values of the head, each with its line. */
function factsIn(draft: MinutesDraft): ReadFactShown[] {
  const fact = (field: string, read: Read<string> | undefined): ReadFactShown[] =>
    read ? [{ field, value: read.value.slice(0, 400), line: read.line, confidence: read.confidence }] : [];
  return [
    ...fact('committee', draft.committee),
    ...fact('heldOn', draft.heldOn),
    ...fact('startsAt', draft.startsAt),
    ...fact('endsAt', draft.endsAt),
    ...fact('place', draft.place),
    ...fact('documentDate', draft.documentDate),
    ...draft.numbers.flatMap(({ value: { system, of, value }, ...read }) =>
      fact(of === 'case' ? 'caseNumber' : 'documentNumber', { ...read, value: `${system} ${value}` }),
    ),
    ...fact('caseOfficer', draft.caseOfficer),
  ];
}

function rowShown(
  { person, ...row }: MatchedRow,
  seats: readonly KnownSeat[],
  { people }: PlanContext,
): RosterRowShown {
  return {
    row: row.row,
    line: person.line,
    name: person.name,
    position: person.position ?? null,
    represents: person.represents ?? null,
    side: person.side ?? null,
    office: person.office ?? null,
    capacity: person.capacity,
    presence: person.presence,
    confidence: person.confidence,
    state: row.state,
    how: row.how,
    seatId: row.seatId ?? null,
    seatLabel: (row.seatId !== undefined && people.get(row.seatId)?.name) || null,
    personId: row.personId ?? null,
    candidates: row.candidates.map((seatId) => seatChoice(seatId, seats)),
  };
}

const attendanceShown = ({ attendance, seats }: Worked): MinutesAttendanceShown => ({
  state: attendance.state,
  ...attendance.counted,
  recordedPresent: attendance.recorded?.present ?? null,
  recordedExcused: attendance.recorded?.excused ?? null,
  differences: attendance.differences.map(({ seatId, ...how }) => ({
    seatId,
    name: seatChoice(seatId, seats).name,
    ...how,
  })),
  notMentioned: attendance.notMentioned.map((seatId) => seatChoice(seatId, seats)),
});

function itemShown(item: ItemPlan, clean: (text: string) => string): MinutesItemShown {
  const { read } = item;
  return {
    number: read.number,
    title: read.title.slice(0, 1000),
    knownTitle: item.knownTitle ?? null,
    standing: read.standing,
    line: read.line,
    lastLine: read.minutes?.to ?? null,
    confidence: read.confidence,
    state: item.state,
    differences: [...item.differences],
    form: read.form,
    formConfidence: read.formConfidence,
    recordedAs: item.form ?? null,
    jointSummary: (read.jointSummary ?? []).map(({ employeeSide, managementSide, line, confidence }) => ({
      employeeSide: clean(employeeSide).slice(0, 4000),
      managementSide: clean(managementSide).slice(0, 4000),
      line,
      confidence,
    })),
    followUps: read.followUps.map((followUp) => followUpShown(followUp, item, clean)),
    annexes: read.annexes.map(({ value, line }) => ({ number: value, line })),
    politicalDates: read.politicalDates.map(({ body, on, line, confidence }) => ({ body, on, line, confidence })),
  };
}

const followUpShown = (
  followUp: ReadFollowUp,
  { followUps }: ItemPlan,
  clean: (text: string) => string,
): FollowUpRead => ({
  what: clean(followUp.what).slice(0, 1000),
  due: 'on' in followUp.due ? followUp.due.on : null,
  nextMeeting: 'nextMeeting' in followUp.due,
  recorded: followUps.includes(followUp),
  line: followUp.line,
  confidence: followUp.confidence,
});

const warningsIn = (draft: MinutesDraft, language: Language) =>
  draft.warnings.map(({ code, details, line }) => ({
    ...noticeOf({ code, details }, minutesWarnings, language),
    line: line ?? null,
  }));
