import fc from 'fast-check';
import type { CommitteeLevel, Correction, OrganisationFact } from '../organisation.events.js';
import { id } from './facts.js';

/** Few names and few days, so that facts meet: that is where they collide. */
const unitNames = ['top', 'north', 'south', 'home', 'house', 'hall'];
const committeeNames = ['main', 'area north', 'local home', 'local south', 'local house'];
const days = ['2025-01-01', '2025-06-01', '2026-01-01', '2026-04-24', '2026-09-01', '2027-01-01'];

const aDay = fc.constantFrom(...days);
const aUnit = fc.constantFrom(...unitNames).map(id);
const aCommittee = fc.constantFrom(...committeeNames).map(id);
const someLevels = fc.constantFrom<readonly CommitteeLevel[]>(['main'], ['main', 'local']);
const periodOf = (from: string): string => id(`period from ${from}`);
const agreementOf = (committeeId: string, from: string): string => id(`agreement on ${committeeId} from ${from}`);
const delegationOf = (unitId: string, from: string): string => id(`delegation to ${unitId} from ${from}`);
const someKinds = fc.constantFrom<readonly string[]>([], ['reorganisation']);
const someUnits = fc.uniqueArray(aUnit, { minLength: 1, maxLength: 3 });

/** A fact that may or may not be possible beside the others. */
const aStructureFact: fc.Arbitrary<OrganisationFact> = fc.oneof(
  fc
    .record({ unitId: aUnit, name: fc.constant('a unit'), parentId: fc.option(aUnit, { freq: 8 }), validFrom: aDay })
    .map((data): OrganisationFact => ({ type: 'UnitEstablished', data })),
  fc
    .record({ unitId: aUnit, parentId: fc.option(aUnit, { freq: 8 }), from: aDay })
    .map((data): OrganisationFact => ({ type: 'UnitMoved', data })),
  fc
    .record({ unitId: aUnit, on: aDay, successors: fc.uniqueArray(aUnit, { maxLength: 2 }) })
    .map((data): OrganisationFact => ({ type: 'UnitClosed', data })),
  fc
    .record({
      committeeId: aCommittee,
      name: fc.constant('a committee'),
      at: fc.constantFrom(
        { level: 'local', kind: 'local' } as const,
        { level: 'local', kind: 'transitionalLocal' } as const,
        { level: 'area', kind: 'area' } as const,
      ),
      covers: someUnits,
      parentId: fc.constant(null),
      validFrom: aDay,
      predecessors: fc.constant([]),
    })
    .map(({ at, ...data }): OrganisationFact => ({ type: 'CommitteeEstablished', data: { ...data, ...at } })),
  fc
    .record({ committeeId: aCommittee, covers: someUnits, from: aDay })
    .map((data): OrganisationFact => ({ type: 'CommitteeCoverageChanged', data })),
  fc
    .record({ committeeId: aCommittee, on: aDay })
    .map((data): OrganisationFact => ({ type: 'CommitteeDissolved', data })),
  fc
    .record({ from: aDay, to: fc.option(aDay, { nil: undefined }), levelsInForce: someLevels })
    .map(({ to, ...data }): OrganisationFact => ({
      type: 'TransitionPeriodDeclared',
      data: { periodId: periodOf(data.from), ...data, ...(to && { to }) },
    })),
  fc.record({ committeeId: aCommittee, from: aDay }).map((data): OrganisationFact => ({
    type: 'TransitionalBodyAgreed',
    data: { agreementId: agreementOf(data.committeeId, data.from), ...data },
  })),
  fc
    .record({ unitId: aUnit, kinds: someKinds, from: aDay, to: fc.option(aDay, { nil: undefined }) })
    .map(({ to, ...data }): OrganisationFact => ({
      type: 'DecisionPowerDelegated',
      data: { delegationId: delegationOf(data.unitId, data.from), matter: 'a matter', ...data, ...(to && { to }) },
    })),
);

const aSeat = fc.constantFrom(id('first seat'), id('second seat'));

/** Seats and who holds them: nothing that sends a case elsewhere. */
const aSeatFact: fc.Arbitrary<OrganisationFact> = fc.oneof(
  fc
    .record({ seatId: aSeat, committeeId: aCommittee, office: fc.option(fc.constant('chair' as const)), from: aDay })
    .map(({ office, ...data }): OrganisationFact => ({
      type: 'SeatCreated',
      data: { ...data, side: 'management', representativeKind: 'manager', ...(office && { office }) },
    })),
  fc
    .record({
      seatId: aSeat,
      personId: fc.constant(id('somebody')),
      from: aDay,
      to: fc.option(aDay, { nil: undefined }),
    })
    .map(({ to, ...data }): OrganisationFact => ({ type: 'SeatFilled', data: { ...data, ...(to && { to }) } })),
);

const orNever = <Now>(isNow: fc.Arbitrary<Now>): fc.Arbitrary<Now | null> => fc.option(isNow, { freq: 3 });
const told = <Fields extends object>(fields: { [Key in keyof Fields]: fc.Arbitrary<Fields[Key]> }) =>
  fc.record(fields, { requiredKeys: [] });
const anEnd = fc.option(aDay);

const aCorrection: fc.Arbitrary<Correction> = fc.oneof(
  fc.record({ what: fc.constant('unit'), id: aUnit, from: fc.constant(null), isNow: told({ validFrom: aDay }) }),
  fc.record({ what: fc.constant('unitName'), id: aUnit, from: aDay, isNow: orNever(told({ from: aDay })) }),
  fc.record({
    what: fc.constant('unitParent'),
    id: aUnit,
    from: aDay,
    isNow: orNever(told({ parentId: fc.option(aUnit, { freq: 8 }), from: aDay })),
  }),
  fc.record({
    what: fc.constant('unitClosing'),
    id: aUnit,
    from: fc.constant(null),
    isNow: orNever(told({ from: aDay, successors: fc.uniqueArray(aUnit, { maxLength: 2 }) })),
  }),
  fc.record({
    what: fc.constant('committee'),
    id: aCommittee,
    from: fc.constant(null),
    isNow: fc.oneof(
      told({ from: aDay, to: anEnd }),
      fc.constantFrom(
        { level: 'area', kind: 'area' },
        { level: 'main', kind: 'main' },
        { level: 'local', kind: 'trio' },
      ),
    ),
  }),
  fc.record({
    what: fc.constant('coverage'),
    id: aCommittee,
    from: aDay,
    isNow: orNever(told({ covers: someUnits, from: aDay })),
  }),
  fc.record({
    what: fc.constant('period'),
    id: aDay.map(periodOf),
    from: fc.constant(null),
    isNow: orNever(told({ levelsInForce: someLevels, from: aDay, to: anEnd })),
  }),
  fc.record({
    what: fc.constant('agreement'),
    id: fc.tuple(aCommittee, aDay).map(([committeeId, from]) => agreementOf(committeeId, from)),
    from: fc.constant(null),
    isNow: orNever(told({ from: aDay, to: anEnd })),
  }),
  fc.record({
    what: fc.constant('delegation'),
    id: fc.tuple(aUnit, aDay).map(([unitId, from]) => delegationOf(unitId, from)),
    from: fc.constant(null),
    isNow: orNever(told({ unitId: aUnit, kinds: someKinds, from: aDay, to: anEnd })),
  }),
  fc.record({
    what: fc.constant('term'),
    id: aSeat,
    from: aDay,
    isNow: orNever(told({ from: aDay, to: anEnd })),
  }),
  fc.record({ what: fc.constant('seat'), id: aSeat, from: fc.constant(null), isNow: told({ from: aDay }) }),
);

/** A fact of any kind, corrections of what was told before among them. */
export const anyFact: fc.Arbitrary<OrganisationFact> = fc.oneof(
  { weight: 4, arbitrary: aStructureFact },
  { weight: 1, arbitrary: aSeatFact },
  {
    weight: 2,
    arbitrary: fc
      .record({ correctionId: fc.uuid(), correction: aCorrection })
      .map((data): OrganisationFact => ({ type: 'StructureCorrected', data: { ...data, reason: 'a mistake' } })),
  },
);
