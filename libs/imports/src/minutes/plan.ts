import type { ImportMinutes } from '@rettidig/meetings';
import { memberSeats } from '@rettidig/meetings';
import type { MinutesDraft } from '@rettidig/minutes';
import type { SeatOn } from '@rettidig/organisation';
import { seatsOn } from '@rettidig/organisation';
import type { Extract } from '@rettidig/documents';
import type { ImportPlan, ImportStep, PlanContext } from '../import-kind.js';
import { attendanceOf } from './attendance.js';
import { MinutesDecisions } from './decisions.js';
import { demandsPlan } from './demands.js';
import { doubtedItems } from './forms.js';
import { itemPlan } from './items.js';
import type { MinutesFound } from './look-up.js';
import { documentKey } from './look-up.js';
import { withoutNames } from './names.js';
import type { Completed } from './new-seats.js';
import { completed } from './new-seats.js';
import type { MinutesPreview } from './preview.js';
import { remainsOf } from './remains.js';
import type { KnownSeat } from './roster.js';
import { knownSeats, RosterMatching } from './roster.js';
import { shown } from './shown.js';
import type { MinutesReference, Target } from './target.js';
import type { Worked } from './worked.js';

/** What would come of minutes: the same for preview and commit. */
export function planMinutes(
  _extract: Extract,
  chosen: MinutesDecisions | undefined,
  context: PlanContext,
): ImportPlan<MinutesPreview> {
  const decisions = chosen ?? new MinutesDecisions();
  const found = context.found as MinutesFound;
  const worked = work(found, decisions, context);
  const obstacle = found.target.obstacle ?? worked.attendance.obstacle;
  const steps = obstacle ? [] : stepsOf(worked, context);
  const remains = remainsOf(worked, context.language);
  return { preview: shown(worked, { steps, remains }, context), steps, remains, ...(obstacle && { obstacle }) };
}

function work(found: MinutesFound, decisions: MinutesDecisions, context: PlanContext): Worked {
  const { draft, target, texts } = found;
  const seats = seatsOfTheDay(found, context);
  const rows = new RosterMatching(draft.roster, seats, context.people, decisions.roster ?? []).match();
  const { importId } = context;
  const from = decisions.seatsFrom ?? target.heldOn;
  const committeeId = target.committee.committeeId;
  const roster: Completed =
    from !== undefined && committeeId !== undefined && takesRoster(target, decisions)
      ? completed(rows, { importId, committeeId, from, seats, decisions })
      : { rows, steps: [], seats: [] };
  const attendance = attendanceOf(roster.rows, onTheDay(seats, roster.seats), target.known, decisions);
  const wording = { clean: withoutNames(draft), placeOf: placeOf(draft, target.committee.name) };
  const doubted = doubtedItems(draft);
  const items = draft.items.map((item) =>
    itemPlan(item, {
      ...wording,
      meetingId: target.meetingId ?? importId,
      ...(target.known && { known: target.known }),
      texts,
      decisions: decisions.items ?? [],
      doubted,
      demandLines: new Set(draft.demands.map(({ line }) => line)),
      held: target.known?.heldOn !== undefined || attendance.state === 'willBeRecorded',
    }),
  );
  const { heldOn: on, meetingId } = target;
  const demands = demandsPlan(draft, {
    ...wording,
    texts,
    wanted: decisions.demands !== false,
    ...(committeeId !== undefined && on && meetingId && { about: { committeeId, on, meetingId } }),
    itemIdOf: (number) =>
      items.find(({ read, told, state }) => read.number === number && (told ?? state === 'differs'))?.itemId,
  });
  return { found, seats, roster, attendance, items, demands };
}

/** Whether the list of participants can still be recorded, so that missing seats are made for it. */
const takesRoster = ({ known }: Target, { attendance }: MinutesDecisions): boolean =>
  !known?.heldOn || (attendance === 'replace' && !known.minutesApproved);

function seatsOfTheDay({ target }: MinutesFound, { reference, people }: PlanContext): KnownSeat[] {
  const { committee, heldOn } = target;
  if (committee.committeeId === undefined || heldOn === undefined) return [];
  const { organisation } = reference as MinutesReference;
  return knownSeats(memberSeats(seatsOn(organisation, committee.committeeId, heldOn)), people);
}

/** The seats as they will be once the new ones are there; those made from a later day on are none of this day. */
function onTheDay(seats: readonly KnownSeat[], made: readonly SeatOn[]): SeatOn[] {
  const filled = new Map(made.map((seat) => [seat.seatId, seat]));
  const kept = seats.map((seat) => filled.get(seat.seatId) ?? seat);
  return [...kept, ...made.filter(({ seatId }) => !seats.some((seat) => seat.seatId === seatId))];
}

/** Where something stands, in the words of the source of a fact. */
const placeOf =
  ({ heldOn }: MinutesDraft, committee = 'MED-udvalg') =>
  (from: number, to?: number): string => {
    const day = heldOn?.value.split('-').reverse().join('-');
    const lines = to === undefined || to === from ? `linje ${from}` : `linje ${from}-${to}`;
    return `Referat af ${committee}${day ? ` ${day}` : ''}, ${lines}`.slice(0, 300);
  };

function stepsOf(worked: Worked, context: PlanContext): ImportStep[] {
  const { target } = worked.found;
  const closed = target.known?.minutesApproved === true;
  const demands = worked.demands.step ? [worked.demands.step] : [];
  if (closed) return demands;
  const message = messageOf(worked, context);
  const meeting: ImportStep = {
    key: keyOfStep(worked),
    command: 'ImportMinutes',
    subjectId: target.meetingId!,
    message,
  };
  return [...worked.roster.steps, meeting, ...demands];
}

/**
 * The same minutes have more to say once who came was recorded by hand, and again each time that somebody
 * chooses their list after it was recorded otherwise: then it is another step.
 */
function keyOfStep({ found: { target, texts }, attendance }: Worked): string {
  if (attendance.state === 'willBeReplaced') return `minutes-over-${texts.rosters}`;
  return target.known?.heldOn ? 'minutes-held' : 'minutes';
}

function messageOf({ found, attendance, items }: Worked, { importId }: PlanContext): ImportMinutes {
  const { draft, target, texts } = found;
  const { startsAt, endsAt, place, extraordinary, documentDate, numbers } = draft;
  const clean = withoutNames(draft);
  const sure = <Value>(read: { readonly value: Value; readonly confidence: string } | undefined): Value | undefined =>
    read && read.confidence !== 'guess' ? read.value : undefined;
  const [start, end, date] = [sure(startsAt), sure(endsAt), sure(documentDate)];
  const where = sure(place);
  const externalNumbers = numbers
    .filter(({ confidence }) => confidence !== 'guess')
    .map(({ value: { system, of, value } }) => ({ system: of === 'case' ? system : `${system} (dokument)`, value }));
  return {
    importId,
    committeeId: target.committee.committeeId!,
    heldOn: target.heldOn!,
    called: {
      ...(start && { startsAt: start }),
      ...(end && (!start || end > start) && { endsAt: end }),
      ...(where && { place: clean(where).slice(0, 200) }),
      extraordinary,
    },
    ...(attendance.entries && { attendance: attendance.entries }),
    ...(attendance.state === 'willBeReplaced' && { replacesAttendance: true }),
    items: items.flatMap(({ told }) => (told ? [told] : [])),
    externalNumbers,
    ...(date && { documentDate: date }),
    tellsDocument: !texts.documents.includes(documentKey(date, externalNumbers)),
    reference: placeOf(draft, target.committee.name)(draft.heldOn?.line ?? 1),
  };
}
