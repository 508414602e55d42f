import { impossible, Refused } from '@rettidig/event-sourcing';
import type { Side, Validity } from '@rettidig/vocabulary';
import {
  committeeExistingOn,
  coverable,
  endsAfterStart,
  kindFitsLevel,
  knownCommittee,
  knownSeat,
  knownUnit,
  notYetThere,
  onlyMain,
  overlap,
  unitExistingOn,
} from './checks.js';
import type { History } from './history.js';
import type { Office, OrganisationFact } from './organisation.events.js';
import { noRing, nothingBelow } from './tree.js';

type Data<Type extends OrganisationFact['type']> = Omit<Extract<OrganisationFact, { type: Type }>['data'], 'source'>;

/**
 * What must be so for a fact to be recorded, whether a person tells it or a file does: the only set of rules that the
 * structure has.
 */
const rules: { readonly [Type in OrganisationFact['type']]: (history: History, data: Data<Type>) => void } = {
  UnitEstablished: (history, { unitId, parentId, validFrom }) => {
    notYetThere(history.units, unitId);
    if (parentId !== null) unitExistingOn(history, parentId, validFrom);
  },
  UnitRenamed: (history, { unitId, from }) => void unitExistingOn(history, unitId, from),
  UnitMoved: (history, { unitId, parentId, from }) => {
    unitExistingOn(history, unitId, from);
    if (parentId !== null) unitExistingOn(history, parentId, from);
    noRing(history, unitId, parentId, from);
  },
  UnitClosed: (history, { unitId, on, successors }) => {
    const { validFrom, closedOn } = knownUnit(history, unitId);
    if (closedOn !== null) throw new Refused('organisation.unit-closed', { unitId, on: closedOn });
    endsAfterStart(validFrom, on);
    nothingBelow(history, unitId, on);
    if (successors.includes(unitId)) throw impossible('organisation.unit-succeeds-itself', { unitId });
    for (const successor of successors) unitExistingOn(history, successor, on);
  },
  CommitteeEstablished: (history, committee) => {
    const { committeeId, level, kind, covers, parentId, validFrom, validTo, predecessors } = committee;
    notYetThere(history.committees, committeeId);
    endsAfterStart(validFrom, validTo);
    kindFitsLevel(kind, level);
    onlyMain(history, level, { from: validFrom, to: validTo ?? null });
    coverable(history, covers, validFrom);
    if (parentId !== null) knownCommittee(history, parentId);
    for (const predecessor of predecessors) knownCommittee(history, predecessor);
  },
  CommitteeCoverageChanged: (history, { committeeId, covers, from }) => {
    committeeExistingOn(history, committeeId, from);
    coverable(history, covers, from);
  },
  CommitteeDissolved: (history, { committeeId, on }) => {
    const { dissolvedOn, validity } = knownCommittee(history, committeeId);
    if (dissolvedOn !== null) throw new Refused('organisation.committee-dissolved', { committeeId, on: dissolvedOn });
    endsAfterStart(validity.from, on);
    if (validity.to !== null && validity.to <= on) {
      throw new Refused('organisation.committee-ended', { committeeId, on: validity.to });
    }
  },
  TransitionPeriodDeclared: (_history, { levelsInForce, from, to }) => {
    endsAfterStart(from, to);
    if (!levelsInForce.includes('main')) throw impossible('organisation.main-level-always-in-force');
  },
  SeatCreated: (history, { seatId, committeeId, side, office, from }) => {
    notYetThere(history.seats, seatId);
    committeeExistingOn(history, committeeId, from);
    const sideOfOffice = office && sideOf[office];
    if (sideOfOffice && sideOfOffice !== side) throw impossible('organisation.office-of-other-side', { office, side });
    if (office === 'chair') noChairYet(history, committeeId);
  },
  SeatFilled: (history, { seatId, from, to }) => {
    const seat = knownSeat(history, seatId);
    endsAfterStart(from, to);
    if (from < seat.from) throw new Refused('organisation.seat-not-there', { seatId, on: from, from: seat.from });
    const term: Validity = { from, to: to ?? null };
    const other = seat.holders.find((holder) => overlap(holder.term, term));
    if (other)
      throw new Refused('organisation.seat-taken', { seatId, from: other.term.from, until: other.term.to ?? '–' });
  },
  SeatVacated: (history, { seatId, on }) => {
    const { holders } = knownSeat(history, seatId);
    const holdsThenOrLater = holders.some(({ term }) => term.to === null || term.to > on);
    if (!holdsThenOrLater) throw new Refused('organisation.seat-vacant', { seatId, on });
  },
};

/** @throws Refused when the fact cannot be so beside all that is known. */
export const checkFact = (history: History, { type, data }: OrganisationFact): void =>
  (rules[type] as (history: History, data: object) => void)(history, data);

/** The chair comes from management, the deputy chair from the employees; a secretary from either. */
const sideOf: Partial<Record<Office, Side>> = { chair: 'management', deputyChair: 'employees' };

function noChairYet({ seats, seatsByCommittee }: History, committeeId: string): void {
  const offices = (seatsByCommittee.get(committeeId) ?? []).map((seatId) => seats.get(seatId)?.office);
  if (offices.includes('chair')) throw new Refused('organisation.chair-exists', { committeeId });
}
