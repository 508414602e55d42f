import type { LocalDate, Side, Validity } from '@rettidig/vocabulary';
import { lastFew } from './last-few.js';
import type { Organisation } from './organisation.js';
import type {
  CommitteeKind,
  CommitteeLevel,
  Office,
  OrganisationFact,
  RepresentativeKind,
} from './organisation.events.js';

/** A value that holds from a day until the next one takes over. */
export interface From<Value> {
  readonly from: LocalDate;
  readonly value: Value;
}

/** Everything known of one unit over time. */
export interface UnitHistory {
  readonly unitId: string;
  readonly validFrom: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly successors: readonly string[];
  readonly names: readonly From<string>[];
  readonly parents: readonly From<string | null>[];
}

/** Everything known of one committee over time. */
export interface CommitteeHistory {
  readonly committeeId: string;
  readonly name: string;
  readonly level: CommitteeLevel;
  readonly kind: CommitteeKind;
  readonly parentId: string | null;
  readonly predecessors: readonly string[];
  /** Ends with what was known at its start or with its dissolution, whichever is earlier. */
  readonly validity: Validity;
  readonly dissolvedOn: LocalDate | null;
  readonly coverage: readonly From<readonly string[]>[];
}

/** Everything known of one seat over time. */
export interface SeatHistory {
  readonly seatId: string;
  readonly committeeId: string;
  readonly side: Side;
  readonly office?: Office;
  readonly representativeKind: RepresentativeKind;
  readonly from: LocalDate;
  readonly holders: readonly Holder[];
}

interface Holder {
  readonly personId: string;
  readonly term: Validity;
}

interface TransitionPeriod {
  readonly periodId: string;
  readonly levelsInForce: readonly CommitteeLevel[];
  readonly term: Validity;
}

/** The facts sorted by what they are about. */
export interface History {
  readonly units: ReadonlyMap<string, UnitHistory>;
  readonly committees: ReadonlyMap<string, CommitteeHistory>;
  readonly seats: ReadonlyMap<string, SeatHistory>;
  readonly seatsByCommittee: ReadonlyMap<string, readonly string[]>;
  /** Units that stood below a unit at some time, or will. */
  readonly everBelow: ReadonlyMap<string, ReadonlySet<string>>;
  /** In the order of their first day. */
  readonly periods: readonly TransitionPeriod[];
}

/** A history that is still being written: by whoever made it, before anybody else sees it. */
export interface Draft extends History {
  readonly units: Map<string, UnitHistory>;
  readonly committees: Map<string, CommitteeHistory>;
  readonly seats: Map<string, SeatHistory>;
  readonly seatsByCommittee: Map<string, readonly string[]>;
  readonly everBelow: Map<string, Set<string>>;
  periods: readonly TransitionPeriod[];
}

type Data<Type extends OrganisationFact['type']> = Extract<OrganisationFact, { type: Type }>['data'];

const tell: { readonly [Type in OrganisationFact['type']]: (draft: Draft, data: Data<Type>) => void } = {
  UnitEstablished: (draft, { unitId, name, parentId, validFrom }) => {
    const names = [{ from: validFrom, value: name }];
    const parents = [{ from: validFrom, value: parentId }];
    draft.units.set(unitId, { unitId, validFrom, closedOn: null, successors: [], names, parents });
    placeBelow(draft, parentId, unitId);
  },
  UnitRenamed: ({ units }, { unitId, name, from }) =>
    change(units, unitId, (unit) => ({ ...unit, names: withValue(unit.names, from, name) })),
  UnitMoved: (draft, { unitId, parentId, from }) => {
    change(draft.units, unitId, (unit) => ({ ...unit, parents: withValue(unit.parents, from, parentId) }));
    placeBelow(draft, parentId, unitId);
  },
  UnitClosed: ({ units }, { unitId, on, successors }) =>
    change(units, unitId, (unit) => ({ ...unit, closedOn: on, successors })),
  CommitteeEstablished: ({ committees }, { covers, validFrom, validTo, ...rest }) => {
    const validity = { from: validFrom, to: validTo ?? null };
    const { committeeId, name, level, kind, parentId, predecessors } = rest;
    const told = { committeeId, name, level, kind, parentId, predecessors, validity };
    committees.set(committeeId, { ...told, dissolvedOn: null, coverage: [{ from: validFrom, value: covers }] });
  },
  CommitteeCoverageChanged: ({ committees }, { committeeId, covers, from }) =>
    change(committees, committeeId, (one) => ({ ...one, coverage: withValue(one.coverage, from, covers) })),
  CommitteeDissolved: ({ committees }, { committeeId, on }) =>
    change(committees, committeeId, (one) => ({ ...one, dissolvedOn: on, validity: endedBy(one.validity, on) })),
  TransitionPeriodDeclared: (draft, { periodId, levelsInForce, from, to }) => {
    const period = { periodId, levelsInForce, term: { from, to: to ?? null } };
    draft.periods = [...draft.periods, period].sort((a, b) => compare(a.term.from, b.term.from));
  },
  SeatCreated: ({ seats, seatsByCommittee }, seat) => {
    seats.set(seat.seatId, { ...seat, holders: [] });
    seatsByCommittee.set(seat.committeeId, [...(seatsByCommittee.get(seat.committeeId) ?? []), seat.seatId]);
  },
  SeatFilled: ({ seats }, { seatId, personId, from, to }) =>
    change(seats, seatId, (seat) => ({
      ...seat,
      holders: [...seat.holders, { personId, term: { from, to: to ?? null } }],
    })),
  SeatVacated: ({ seats }, { seatId, on }) =>
    change(seats, seatId, (seat) => ({ ...seat, holders: seat.holders.flatMap((holder) => leftOn(holder, on)) })),
};

/** One more fact, at a cost that does not grow with the organisation. */
export const learnInto = (draft: Draft, fact: OrganisationFact): void =>
  (tell[fact.type] as (draft: Draft, data: object) => void)(draft, fact.data);

/** A history of one's own to write on; the given one stays as it is. */
export const draftOf = (history: History): Draft => ({
  units: new Map(history.units),
  committees: new Map(history.committees),
  seats: new Map(history.seats),
  seatsByCommittee: new Map(history.seatsByCommittee),
  everBelow: new Map([...history.everBelow].map(([unitId, below]) => [unitId, new Set(below)])),
  periods: history.periods,
});

const nothing: History = {
  units: new Map(),
  committees: new Map(),
  seats: new Map(),
  seatsByCommittee: new Map(),
  everBelow: new Map(),
  periods: [],
};

/** The facts of an organisation by what they are about. Kept for the latest few: most questions ask the same. */
export const historyOf = ({ last }: Organisation): History => historySince(last);

const historySince = lastFew(8, (last: Organisation['last']): History => {
  const facts: OrganisationFact[] = [];
  for (let known = last; known; known = known.before.last) facts.push(known.fact);
  const draft = draftOf(nothing);
  for (const fact of facts.reverse()) learnInto(draft, fact);
  return draft;
});

/** Whether a unit is established by a day and not closed. */
export const existsOn = ({ validFrom, closedOn }: UnitHistory, on: LocalDate): boolean =>
  validFrom <= on && (closedOn === null || on < closedOn);

/** The value in force on a day: the one with the latest first day, and of two the one recorded last. */
export const valueOn = <Value>(values: readonly From<Value>[], on: LocalDate): Value | undefined =>
  values.findLast(({ from }) => from <= on)?.value;

/** The values with the days on which they hold, each until the next one. */
export const termsOf = <Value>(
  values: readonly From<Value>[],
): readonly (From<Value> & { readonly term: Validity })[] =>
  values.flatMap((one, at) => {
    const to = values[at + 1]?.from ?? null;
    return to === one.from ? [] : [{ ...one, term: { from: one.from, to } }];
  });

/** Whether a unit stands below one that does not exist then, on some day: it is at the top on that day. */
export function standsOnAir(units: ReadonlyMap<string, UnitHistory>, unitId: string): boolean {
  const unit = units.get(unitId);
  if (!unit) return false;
  return termsOf(unit.parents).some(({ value, term }) => {
    const parent = value === null ? undefined : units.get(value);
    const last = endOf(term.to, unit.closedOn);
    return parent && (term.from < parent.validFrom || endOf(parent.closedOn, last) !== last);
  });
}

/** The earlier of two ends; null is none. */
const endOf = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other <= one) ? other : one;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One more value. Stable: of two values with the same first day the one recorded later stands last. */
export const withValue = <Value>(values: readonly From<Value>[], from: LocalDate, value: Value): From<Value>[] =>
  [...values, { from, value }].sort((a, b) => compare(a.from, b.from));

const endedBy = (validity: Validity, on: LocalDate): Validity =>
  validity.to !== null && validity.to <= on ? validity : { from: validity.from, to: on };

/** A term that includes the day ends with it; one that would begin later never begins. */
function leftOn(holder: Holder, on: LocalDate): Holder[] {
  if (holder.term.to !== null && holder.term.to <= on) return [holder];
  return holder.term.from < on ? [{ ...holder, term: { from: holder.term.from, to: on } }] : [];
}

function placeBelow({ everBelow }: Draft, parentId: string | null, unitId: string): void {
  if (parentId === null) return;
  const below = everBelow.get(parentId) ?? new Set();
  everBelow.set(parentId, below.add(unitId));
}

function change<Value>(values: Map<string, Value>, id: string, to: (value: Value) => Value): void {
  const value = values.get(id);
  if (value !== undefined) values.set(id, to(value));
}
