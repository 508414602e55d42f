import type { Instant } from '@rettidig/event-sourcing';
import { historyOf } from './history.js';
import { linksOf, reaching } from './links.js';
import type { Organisation } from './organisation.js';
import type { Correctable, Correction, OrganisationFact, StructureImported } from './organisation.events.js';
import { standsOnAir } from './there.js';

/** What a fact can have changed: units whose cases may be judged otherwise, committees whose plans may be others. */
export interface TouchedPlaces {
  readonly units: ReadonlySet<string>;
  readonly committees: ReadonlySet<string>;
}

/** `all`: it may be any case, because a level, the main committee or the top of the tree is concerned. */
export type Touched = TouchedPlaces | 'all';

/** Facts of an import that are looked at one by one; a larger one is a new organisation to everybody. */
const MOST_FACTS = 500;

const nothing: TouchedPlaces = { units: new Set(), committees: new Set() };

type Data<Type extends OrganisationFact['type']> = Extract<OrganisationFact, { type: Type }>['data'];

const touchedBy: { readonly [Type in OrganisationFact['type']]: (after: Organisation, data: Data<Type>) => Touched } = {
  UnitEstablished: (after, { unitId }) => byUnit(after, unitId),
  UnitMoved: (after, { unitId }) => byUnit(after, unitId),
  UnitClosed: (after, { unitId }) => byUnit(after, unitId),
  UnitRenamed: () => nothing,
  CommitteeEstablished: (after, { committeeId }) => byCommittee(after, committeeId),
  CommitteeCoverageChanged: (after, { committeeId }) => byCommittee(after, committeeId),
  CommitteeDissolved: (after, { committeeId }) => byCommittee(after, committeeId),
  TransitionPeriodDeclared: () => 'all',
  SeatCreated: () => nothing,
  SeatFilled: () => nothing,
  SeatVacated: () => nothing,
  StructureCorrected: (after, { correctionId, correction }) => byCorrection(after, correctionId, correction),
  NoLocalCommitteeConfirmed: () => nothing,
  TransitionalBodyAgreed: (after, { committeeId }) => byCommittee(after, committeeId),
  // Where nobody is named who decides, cases of the unit and those below it follow it.
  DecisionPowerDelegated: (after, { unitId, kinds = [] }) => (kinds.length > 0 ? byUnit(after, unitId) : nothing),
};

/** By what was corrected. Names, seats, terms and confirmations send no case elsewhere. */
const corrections: Partial<Record<keyof Correctable, (after: Organisation, id: string) => Touched>> = {
  unit: byUnit,
  unitParent: byUnit,
  unitClosing: byUnit,
  committee: byCommittee,
  coverage: byCommittee,
  agreement: (after, id) => {
    const committeeId = linksOf(after).agreedOn.get(id);
    return committeeId === undefined ? nothing : byCommittee(after, committeeId);
  },
  period: () => 'all',
  // Of another unit, perhaps, than the one that was recorded.
  delegation: () => 'all',
};

/** What a correction touches. A unit that stood at the top by mistake until then may do so no longer. */
function byCorrection(after: Organisation, correctionId: string, { what, id }: Correction): Touched {
  const touched = corrections[what]?.(after, id) ?? nothing;
  if (touched === nothing) return nothing;
  const isIt = ({ type, data }: OrganisationFact): boolean =>
    type === 'StructureCorrected' && data.correctionId === correctionId;
  let known = after.last;
  while (known && !isIt(known.fact)) known = known.before.last;
  return known && isHanging(known.before, id) ? 'all' : touched;
}

/** Whether a unit, or one directly below it, stands below a unit that does not exist then. */
function isHanging(organisation: Organisation, unitId: string): boolean {
  const { units } = historyOf(organisation);
  return [unitId, ...(linksOf(organisation).below.get(unitId) ?? [])].some((one) => {
    const unit = units.get(one);
    return unit !== undefined && standsOnAir(units, unit) !== undefined;
  });
}

/**
 * All units whose cases could be assessed differently because of a fact, and all committees whose open plans could
 * change, whichever days it is about: rather too many than one too few. A case is touched when the unit that it hits or
 * the unit of the manager who decides is among them. `after` knows the fact, and may know later ones.
 */
export const touchedUnits = (after: Organisation, { type, data }: OrganisationFact): Touched =>
  (touchedBy[type] as (after: Organisation, data: object) => Touched)(after, data);

/** What all facts of an import touch together; `recordedAt` is the instant at which the import was closed. */
export function touchedByImport(
  after: Organisation,
  imported: StructureImported['data'],
  recordedAt: Instant,
): Touched {
  if (imported.facts > MOST_FACTS) return 'all';
  const facts: OrganisationFact[] = [];
  for (let known = after.last; known && known.knownAt >= recordedAt; known = known.before.last) {
    if (known.knownAt === recordedAt) facts.push(known.fact);
  }
  // A clock that was set back: the facts count as known from another instant, and nobody can say which ones they are.
  if (facts.length < imported.facts) return 'all';
  return together(facts.map((fact) => touchedUnits(after, fact)));
}

function together(all: readonly Touched[]): Touched {
  const units = new Set<string>();
  const committees = new Set<string>();
  for (const touched of all) {
    if (touched === 'all') return 'all';
    touched.units.forEach((one) => units.add(one));
    touched.committees.forEach((one) => committees.add(one));
  }
  return { units, committees };
}

/**
 * A unit came, went or stands elsewhere: what is below it is covered by others, what is above it may have lost or got a
 * local committee below, and whoever shares a committee with it may now head the whole of its field.
 */
function byUnit(after: Organisation, unitId: string): Touched {
  const links = linksOf(after);
  if (links.tops.has(unitId) || isHanging(after, unitId)) return 'all';
  const sharing = [...(links.coveredBy.get(unitId) ?? [])].flatMap((committeeId) => [
    ...links.covers.get(committeeId)!,
  ]);
  return { units: withPredecessors(after, [...aroundOf(after, unitId), ...sharing]), committees: new Set() };
}

/** A committee came, went or covers other units: the units it ever covered, all below them and all above them. */
function byCommittee(after: Organisation, committeeId: string): Touched {
  const links = linksOf(after);
  if (links.mains.has(committeeId)) return 'all';
  const covered = [...(links.covers.get(committeeId) ?? [])];
  const around = covered.flatMap((unitId) => [...aroundOf(after, unitId)]);
  return { units: withPredecessors(after, around), committees: new Set([committeeId]) };
}

/** A unit with all that was ever below it and all that was ever above it. */
function aroundOf(after: Organisation, unitId: string): Set<string> {
  const links = linksOf(after);
  return new Set([...reaching([unitId], links.below), ...reaching([unitId], links.above)]);
}

/** Cases of a closed unit go where its successors go. */
const withPredecessors = (after: Organisation, units: Iterable<string>): Set<string> =>
  reaching(units, linksOf(after).tookOverFrom);
