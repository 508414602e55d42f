import { impossible, Refused } from '@rettidig/event-sourcing';
import {
  committeeExistingOn,
  coverable,
  endsAfterStart,
  kindFitsLevel,
  knownCommittee,
  knownSeat,
  knownUnit,
  mainLevelIn,
  notYetThere,
  officeOfSide,
  oneChair,
  onlyMain,
  unitExistingOn,
} from './checks.js';
import { possibleCorrection } from './correction-checks.js';
import { beganBefore, coversSomebody, noCommitteeLeft } from './coverage-checks.js';
import { withValue } from './dated.js';
import type { History, UnitHistory } from './history.types.js';
import type { OrganisationFact } from './organisation.events.js';
import { freeFor } from './terms.js';
import { noRing, notOnAir, nothingBelow } from './tree.js';

type Data<Type extends OrganisationFact['type']> = Omit<Extract<OrganisationFact, { type: Type }>['data'], 'source'>;

/**
 * What must be so for a fact to be recorded, whether a person tells it or a file does: the only set of rules that the
 * structure has.
 */
const rules: { readonly [Type in OrganisationFact['type']]: (history: History, data: Data<Type>) => void } = {
  UnitEstablished: (history, { unitId, name, parentId, validFrom }) => {
    notYetThere(history.units, unitId);
    if (parentId !== null) unitExistingOn(history, parentId, validFrom);
    notOnAir(history, newUnit({ unitId, name, parentId, validFrom }));
  },
  UnitRenamed: (history, { unitId, from }) => void unitExistingOn(history, unitId, from),
  UnitMoved: (history, { unitId, parentId, from }) => {
    const unit = unitExistingOn(history, unitId, from);
    if (parentId !== null) unitExistingOn(history, parentId, from);
    noRing(history, unitId, parentId, from);
    notOnAir(history, { ...unit, parents: withValue(unit.parents, from, parentId) });
  },
  UnitClosed: (history, { unitId, on, successors }) => {
    const unit = knownUnit(history, unitId);
    const { validFrom, closedOn } = unit;
    if (closedOn !== null) throw new Refused('organisation.unit-closed', { unitId, on: closedOn });
    endsAfterStart(validFrom, on);
    nothingBelow(history, unitId, on);
    if (successors.includes(unitId)) throw impossible('organisation.unit-succeeds-itself', { unitId });
    for (const successor of successors) unitExistingOn(history, successor, on);
    noCommitteeLeft(history, { ...unit, closedOn: on, successors });
  },
  CommitteeEstablished: (history, committee) => {
    const { committeeId, name, level, kind, covers, parentId, validFrom, validTo, predecessors } = committee;
    const validity = { from: validFrom, to: validTo ?? null };
    notYetThere(history.committees, committeeId);
    endsAfterStart(validFrom, validTo);
    kindFitsLevel(kind, level);
    onlyMain(history, level, validity, committeeId);
    coverable(history, covers, validFrom);
    coversSomebody(history, { committeeId, name, validity, coverage: [{ from: validFrom, value: covers }] });
    if (parentId !== null) committeeExistingOn(history, parentId, validFrom);
    for (const predecessor of predecessors) beganBefore(knownCommittee(history, predecessor), validFrom);
  },
  CommitteeCoverageChanged: (history, { committeeId, covers, from }) => {
    const committee = committeeExistingOn(history, committeeId, from);
    coverable(history, covers, from);
    coversSomebody(history, { ...committee, coverage: withValue(committee.coverage, from, covers) });
  },
  CommitteeDissolved: (history, { committeeId, on }) => {
    const { dissolvedOn, validity } = knownCommittee(history, committeeId);
    if (dissolvedOn !== null) throw new Refused('organisation.committee-dissolved', { committeeId, on: dissolvedOn });
    endsAfterStart(validity.from, on);
    if (validity.to !== null && validity.to <= on) {
      throw new Refused('organisation.committee-ended', { committeeId, on: validity.to });
    }
  },
  TransitionPeriodDeclared: ({ periods }, { levelsInForce, from, to }) => {
    endsAfterStart(from, to);
    mainLevelIn(levelsInForce);
    freeFor({ from, to: to ?? null }, periods, 'organisation.period-overlaps');
  },
  SeatCreated: (history, { seatId, committeeId, side, office, from }) => {
    notYetThere(history.seats, seatId);
    committeeExistingOn(history, committeeId, from);
    officeOfSide(office, side);
    if (office === 'chair') oneChair(history, committeeId, 1);
  },
  SeatFilled: (history, { seatId, from, to }) => {
    const seat = knownSeat(history, seatId);
    endsAfterStart(from, to);
    if (from < seat.from) throw new Refused('organisation.seat-not-there', { seatId, on: from, from: seat.from });
    freeFor({ from, to: to ?? null }, seat.holders, 'organisation.seat-taken', { seatId });
  },
  SeatVacated: (history, { seatId, on }) => {
    const { holders } = knownSeat(history, seatId);
    const holdsThenOrLater = holders.some(({ term }) => term.to === null || term.to > on);
    if (!holdsThenOrLater) throw new Refused('organisation.seat-vacant', { seatId, on });
  },
  StructureCorrected: (history, { correction }) => possibleCorrection(history, correction),
  NoLocalCommitteeConfirmed: (history, { unitId, from, to }) => {
    endsAfterStart(from, to);
    unitExistingOn(history, unitId, from);
    const others = history.confirmations.filter((one) => one.unitId === unitId);
    freeFor({ from, to: to ?? null }, others, 'organisation.confirmed-already');
  },
  TransitionalBodyAgreed: (history, { committeeId, from, to }) => {
    endsAfterStart(from, to);
    const { kind, agreements } = committeeExistingOn(history, committeeId, from);
    if (kind !== 'transitionalLocal') throw impossible('organisation.not-transitional', { kind });
    freeFor({ from, to: to ?? null }, agreements, 'organisation.agreed-already');
  },
  DecisionPowerDelegated: (history, { unitId, from, to }) => {
    endsAfterStart(from, to);
    unitExistingOn(history, unitId, from);
  },
};

/** @throws Refused when the fact cannot be so beside all that is known. */
export const checkFact = (history: History, { type, data }: OrganisationFact): void =>
  (rules[type] as (history: History, data: object) => void)(history, data);

/** A unit as it is when it is established. */
const newUnit = ({ unitId, name, parentId, validFrom }: Data<'UnitEstablished'>): UnitHistory => ({
  unitId,
  validFrom,
  closedOn: null,
  successors: [],
  names: [{ from: validFrom, value: name }],
  parents: [{ from: validFrom, value: parentId }],
});
