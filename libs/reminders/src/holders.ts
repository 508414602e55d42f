import { meetingOf, memberSeats, type MeetingState } from '@rettidig/meetings';
import type { SeatOn, Structure } from '@rettidig/organisation';
import {
  allSecretariatOn,
  appointedSecretariatOn,
  historyOf,
  mainCommittee,
  managerOn,
  pathToRoot,
  seatsOn,
  standInsOf,
  structureOn,
  substitutesOn,
} from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import type { OccasionAbout, ReceiverFunction, RemindersReference } from './kind.js';

/** When they are told, and what is known beside the functions. */
export interface ReceiversKnown {
  /** In Copenhagen: functions are as they are on it. */
  readonly day: LocalDate;
  /** Who was told of the same item before: the receivers of `toldBefore`, and whom an escalating step goes past. */
  readonly toldBefore?: readonly string[];
  /** People who cannot be told (no address, refused by the mail server): what they have counts as vacant. */
  readonly unreachable?: ReadonlySet<string>;
  /** The step goes to whoever stands above those who were told. */
  readonly escalates?: boolean;
}

/** What a function is looked up with: what it is about, and everything as it is on the day. */
export interface Whereabouts {
  readonly about: OccasionAbout;
  readonly meeting: MeetingState | undefined;
  /** The main committee where none is known; null before there is one. */
  readonly committeeId: string | null;
  readonly reference: RemindersReference;
  readonly structure: Structure;
  readonly day: LocalDate;
  readonly known: ReceiversKnown;
}

/** Everything that a function is looked up with. */
export function whereabouts(about: OccasionAbout, reference: RemindersReference, known: ReceiversKnown): Whereabouts {
  const { day } = known;
  const meeting = about.meetingId ? meetingOf(reference.meetings, about.meetingId) : undefined;
  const structure = structureOn(reference.organisation, day);
  const main = mainCommittee(structure)?.committeeId ?? null;
  const committeeId = about.committeeId ?? meeting?.committeeId ?? main;
  return { about, meeting, committeeId, reference, structure, day, known };
}

/** Who has a function on the day; nobody where it is vacant or not known. */
export const holdersOf: Readonly<Record<ReceiverFunction, (where: Whereabouts) => readonly string[]>> = {
  owner: ({ about }) => (about.ownerId ? [about.ownerId] : []),
  unitManager: (where) => managersFor(where),
  secretariat: (where) => secretariatOf(where),
  chair: (where) => inSeats(where, ({ office }) => office === 'chair'),
  deputyChair: (where) => inSeats(where, ({ office }) => office === 'deputyChair'),
  members: (where) => membersOf(where),
  seatHolder: (where) => inSeats(where, ({ seatId }) => seatId === where.about.seatId),
  toldBefore: ({ known }) => known.toldBefore ?? [],
};

/** The managers above what it is about, the nearest first: of its unit, and of the units above that. */
export function managersAbove({ about, committeeId, reference, structure, day }: Whereabouts): string[] {
  const covered = committeeId === null ? [] : (structure.committees.get(committeeId)?.covers ?? []);
  const below = about.unitId ? standInsOf(structure, about.unitId) : covered;
  const units = below.flatMap((unitId) => pathToRoot(structure, unitId));
  return [...new Set(units)].flatMap((unitId) => managerOn(reference.functions, unitId, day) ?? []);
}

/** The manager of the unit; of a step that goes past those who were told, the next one above them. */
function managersFor(where: Whereabouts): string[] {
  const { about, reference, structure, day, known } = where;
  if (!known.escalates) {
    const units = about.unitId ? standInsOf(structure, about.unitId) : [];
    return units.flatMap((unitId) => managerOn(reference.functions, unitId, day) ?? []);
  }
  const told = known.toldBefore ?? [];
  return managersAbove(where)
    .filter((personId) => !told.includes(personId))
    .slice(0, 1);
}

const inSeats = ({ reference, committeeId, day }: Whereabouts, wanted: (seat: SeatOn) => boolean): string[] =>
  committeeId === null ? [] : personsIn(seatsOn(reference.organisation, committeeId, day).filter(wanted));

const personsIn = (seats: readonly SeatOn[]): string[] => seats.flatMap(({ personId }) => personId ?? []);

/** Those with a seat on the day of the meeting, which may lie behind the end of somebody's term, and deputies called for it. */
function membersOf({ reference, committeeId, meeting, day }: Whereabouts): string[] {
  if (committeeId === null) return [];
  const on = meeting && meeting.on > day ? meeting.on : day;
  const members = personsIn(memberSeats(seatsOn(reference.organisation, committeeId, on)));
  return [...members, ...(meeting?.calledDeputies.values() ?? [])];
}

/** The secretariat of the committee, else that of all of them, else of those above it, else of any: who can be told. */
function secretariatOf(where: Whereabouts): readonly string[] {
  const { reference, structure, committeeId, day } = where;
  const { organisation, functions } = reference;
  const ofCommittee = (id: string): string[] => [
    ...appointedSecretariatOn(functions, id, day),
    ...personsIn(seatsOn(organisation, id, day).filter(servesCommittee)),
  ];
  const above = [...committeesAbove(structure, committeeId), mainCommittee(structure)?.committeeId];
  const places: (() => readonly string[])[] = [
    () => (committeeId === null ? [] : ofCommittee(committeeId)),
    () => appointedSecretariatOn(functions, null, day),
    ...above.map((id) => () => (id === undefined ? [] : ofCommittee(id))),
    () => [
      ...allSecretariatOn(functions, day),
      ...[...historyOf(organisation).committees.keys()].flatMap((id) => ofCommittee(id)),
    ],
  ];
  for (const place of places) {
    const found = place();
    if (found.some((personId) => canBeTold(personId, where))) return found;
  }
  return [];
}

/** Themselves, or through whoever stands in for them. */
const canBeTold = (personId: string, { reference, day, known: { unreachable } }: Whereabouts): boolean =>
  [personId, ...substitutesOn(reference.functions, personId, day)].some((one) => !unreachable?.has(one));

const servesCommittee = ({ office, representativeKind }: SeatOn): boolean =>
  office === 'secretary' || representativeKind === 'secretariat';

/** The committees above one, the nearest first. */
function committeesAbove({ committees }: Structure, committeeId: string | null): string[] {
  const found = new Set<string>();
  let above = committeeId === null ? null : (committees.get(committeeId)?.parentId ?? null);
  while (above !== null && !found.has(above)) {
    found.add(above);
    above = committees.get(above)?.parentId ?? null;
  }
  return [...found];
}

/** The deputy chair of the nearest committee above, who stands in for a vacant one on the employee side. */
export function deputyChairAbove({ reference, structure, committeeId, day }: Whereabouts): string[] {
  for (const id of committeesAbove(structure, committeeId)) {
    const found = personsIn(seatsOn(reference.organisation, id, day).filter(({ office }) => office === 'deputyChair'));
    if (found.length > 0) return found;
  }
  return [];
}
