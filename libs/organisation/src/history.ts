import type { Instant } from '@rettidig/event-sourcing';
import type { LocalDate, Source, Validity } from '@rettidig/vocabulary';
import { correct } from './correct.js';
import { compare, withValue } from './dated.js';
import type { Draft, History, Holder } from './history.types.js';
import { withHolders } from './last-end.js';
import { lastFew } from './last-few.js';
import type { Organisation } from './organisation.known.js';
import type { OrganisationFact } from './organisation.events.js';

type Data<Type extends OrganisationFact['type']> = Extract<OrganisationFact, { type: Type }>['data'];

type Tell<Type extends OrganisationFact['type']> = (draft: Draft, data: Data<Type>, knownAt: Instant | null) => void;

const tell: { readonly [Type in OrganisationFact['type']]: Tell<Type> } = {
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
    const coverage = [{ from: validFrom, value: covers }];
    committees.set(committeeId, { ...told, dissolvedOn: null, coverage, agreements: [] });
  },
  CommitteeCoverageChanged: ({ committees }, { committeeId, covers, from }) =>
    change(committees, committeeId, (one) => ({ ...one, coverage: withValue(one.coverage, from, covers) })),
  CommitteeDissolved: ({ committees }, { committeeId, on }) =>
    change(committees, committeeId, (one) => ({ ...one, dissolvedOn: on, validity: endedBy(one.validity, on) })),
  TransitionPeriodDeclared: (draft, { levelsInForce, periodId, ...told }) => {
    const period = { periodId, levelsInForce, ...termed(told) };
    draft.periods = [...draft.periods, period].sort((a, b) => compare(a.term.from, b.term.from));
  },
  SeatCreated: ({ seats, seatsByCommittee }, seat) => {
    seats.set(seat.seatId, { ...seat, holders: [] });
    seatsByCommittee.set(seat.committeeId, [...(seatsByCommittee.get(seat.committeeId) ?? []), seat.seatId]);
  },
  SeatFilled: ({ seats }, { seatId, personId, from, to }, knownAt) =>
    change(seats, seatId, (seat) =>
      withHolders(seat, [...seat.holders, { personId, term: { from, to: to ?? null } }], knownAt),
    ),
  SeatVacated: ({ seats }, { seatId, on }, knownAt) =>
    change(seats, seatId, (seat) =>
      withHolders(
        seat,
        seat.holders.flatMap((holder) => leftOn(holder, on)),
        knownAt,
      ),
    ),
  StructureCorrected: (draft, { correction }, knownAt) => correct(draft, correction, knownAt),
  NoLocalCommitteeConfirmed: (draft, { confirmationId, unitId, ...told }) =>
    void (draft.confirmations = [...draft.confirmations, { confirmationId, unitId, ...termed(told) }]),
  TransitionalBodyAgreed: ({ committees }, { committeeId, agreementId, ...told }) =>
    change(committees, committeeId, (one) => ({
      ...one,
      agreements: [...one.agreements, { agreementId, ...termed(told) }],
    })),
  DecisionPowerDelegated: (draft, { delegationId, unitId, matter, kinds = [], ...told }) =>
    void (draft.delegations = [...draft.delegations, { delegationId, unitId, matter, kinds, ...termed(told) }]),
};

interface ForAWhile {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly source?: Source;
}

/** A period as events tell it, with the source that it is known from. */
const termed = ({ from, to, source }: ForAWhile): { readonly term: Validity; readonly source?: Source } => ({
  term: { from, to: to ?? null },
  ...(source && { source }),
});

/** One more fact, at a cost that does not grow with the organisation. `knownAt`: null where it is only tried. */
export const learnInto = (draft: Draft, fact: OrganisationFact, knownAt: Instant | null): void =>
  (tell[fact.type] as (draft: Draft, data: object, knownAt: Instant | null) => void)(draft, fact.data, knownAt);

/** A history of one's own to write on; the given one stays as it is. */
export const draftOf = (history: History): Draft => ({
  units: new Map(history.units),
  committees: new Map(history.committees),
  seats: new Map(history.seats),
  seatsByCommittee: new Map(history.seatsByCommittee),
  everBelow: new Map([...history.everBelow].map(([unitId, below]) => [unitId, new Set(below)])),
  periods: history.periods,
  confirmations: history.confirmations,
  delegations: history.delegations,
});

const nothing: History = {
  units: new Map(),
  committees: new Map(),
  seats: new Map(),
  seatsByCommittee: new Map(),
  everBelow: new Map(),
  periods: [],
  confirmations: [],
  delegations: [],
};

/** The facts of an organisation by what they are about. Kept for the latest few: most questions ask the same. */
export const historyOf = ({ last }: Organisation): History => historySince(last);

const historySince = lastFew(8, (last: Organisation['last']): History => {
  const facts: Pick<NonNullable<typeof last>, 'fact' | 'knownAt'>[] = [];
  for (let known = last; known; known = known.before.last) facts.push(known);
  const draft = draftOf(nothing);
  for (const { fact, knownAt } of facts.reverse()) learnInto(draft, fact, knownAt);
  return draft;
});

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
