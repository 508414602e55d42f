import type { Instant } from '@rettidig/event-sourcing';
import type { LocalDate, Validity } from '@rettidig/vocabulary';
import { holdsOn } from '@rettidig/vocabulary';
import { valueOn } from './dated.js';
import { historyOf } from './history.js';
import type { CommitteeHistory, Delegation, History, UnitHistory } from './history.types.js';
import { lastFew } from './last-few.js';
import type { Organisation } from './organisation.js';
import { knownAt } from './organisation.js';
import type { CommitteeKind, CommitteeLevel } from './organisation.events.js';
import { existsOn, isBodyOn } from './there.js';

/** The levels of MED from the top. */
export const committeeLevels: readonly CommitteeLevel[] = ['main', 'area', 'local'];

/** A unit as it is on a day. */
export interface UnitOn {
  readonly unitId: string;
  readonly name: string;
  /** Null for the top, and where the unit above does not exist on that day. */
  readonly parentId: string | null;
}

/** A committee as it is on a day. */
export interface CommitteeOn {
  readonly committeeId: string;
  readonly name: string;
  readonly level: CommitteeLevel;
  readonly kind: CommitteeKind;
  /** Units it covers on that day, each with everything below it. */
  readonly covers: readonly string[];
  readonly parentId: string | null;
  readonly validity: Validity;
  /** False in a transition period without its level (B1): it exists, but nothing is treated there. */
  readonly levelInForce: boolean;
}

/** Units and committees as they are on one day (B1), as far as was known. */
export interface Structure {
  readonly validOn: LocalDate;
  readonly units: ReadonlyMap<string, UnitOn>;
  readonly committees: ReadonlyMap<string, CommitteeOn>;
  readonly levelsInForce: readonly CommitteeLevel[];
  readonly transitionPeriodId: string | null;
  /** Units closed by that day, with the units that took over, if any. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
  /** Kinds of change that managers may decide on that day, as the register has it (B18). */
  readonly delegations: readonly DelegationOn[];
}

/** The manager of a unit may decide some kinds of change. */
export type DelegationOn = Pick<Delegation, 'delegationId' | 'unitId' | 'kinds'>;

type Content = Omit<Structure, 'validOn'>;

/**
 * The structure on a day. With `recordedAt` (an instant, inclusive): as it was known then, whatever was recorded later.
 */
export function structureOn(organisation: Organisation, validOn: LocalDate, recordedAt?: Instant): Structure {
  const known = recordedAt === undefined ? organisation : knownAt(organisation, recordedAt);
  const { changesOn, contentFrom } = timelineOf(known);
  const since = changesOn.findLast((day) => day <= validOn) ?? '';
  return { validOn, ...contentFrom(since) };
}

/** Days on which the structure changes, and the structure from each of them on. */
interface Timeline {
  readonly changesOn: readonly LocalDate[];
  readonly contentFrom: (since: LocalDate) => Content;
}

const timelineOf = (organisation: Organisation): Timeline => timelineFrom(historyOf(organisation));

const timelineFrom = lastFew(8, (history: History): Timeline => ({
  changesOn: daysOfChange(history),
  contentFrom: lastFew(32, (since: LocalDate) => contentOn(history, since)),
}));

/** Days on which the structure becomes another one, in order. */
export const structureChangesOn = (organisation: Organisation): readonly LocalDate[] =>
  timelineOf(organisation).changesOn;

function daysOfChange(history: History): LocalDate[] {
  const days = new Set<LocalDate | null>();
  for (const unit of history.units.values()) {
    days.add(unit.validFrom).add(unit.closedOn);
    for (const { from } of [...unit.names, ...unit.parents]) days.add(from);
  }
  for (const { validity, coverage, agreements } of history.committees.values()) {
    days.add(validity.from).add(validity.to);
    for (const { term } of agreements) days.add(term.from).add(term.to);
    for (const { from } of coverage) days.add(from);
  }
  for (const { term } of history.periods) days.add(term.from).add(term.to);
  for (const { term } of history.delegations.filter(isMatched)) days.add(term.from).add(term.to);
  return [...days].filter((day) => day !== null).sort();
}

function contentOn(history: History, day: LocalDate): Content {
  const period = history.periods.findLast(({ term }) => holdsOn(term, day));
  const levelsInForce = committeeLevels.filter((level) => !period || period.levelsInForce.includes(level));
  const units = new Map<string, UnitOn>();
  const successors = new Map<string, readonly string[]>();
  for (const unit of history.units.values()) {
    if (existsOn(unit, day)) units.set(unit.unitId, unitOn(history, unit, day));
    else if (unit.closedOn !== null && unit.closedOn <= day) successors.set(unit.unitId, unit.successors);
  }
  const committees = new Map<string, CommitteeOn>();
  for (const committee of history.committees.values()) {
    if (!isBodyOn(committee, day)) continue;
    committees.set(committee.committeeId, committeeOn(committee, day, levelsInForce));
  }
  const delegations = history.delegations
    .filter((one) => isMatched(one) && holdsOn(one.term, day) && units.has(one.unitId))
    .map(({ delegationId, unitId, kinds }) => ({ delegationId, unitId, kinds }));
  return { units, committees, levelsInForce, transitionPeriodId: period?.periodId ?? null, successors, delegations };
}

/** Whether cases are matched by it. */
const isMatched = ({ kinds }: Delegation): boolean => kinds.length > 0;

function unitOn(history: History, unit: UnitHistory, day: LocalDate): UnitOn {
  const parent = history.units.get(valueOn(unit.parents, day) ?? '');
  return {
    unitId: unit.unitId,
    name: valueOn(unit.names, day) ?? '',
    parentId: parent && existsOn(parent, day) ? parent.unitId : null,
  };
}

function committeeOn(committee: CommitteeHistory, day: LocalDate, inForce: readonly CommitteeLevel[]): CommitteeOn {
  const { committeeId, name, level, kind, parentId, validity } = committee;
  const covers = valueOn(committee.coverage, day) ?? [];
  return { committeeId, name, level, kind, covers, parentId, validity, levelInForce: inForce.includes(level) };
}
