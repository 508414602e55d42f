import type { QueryDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { AsOf, Day, FreeText, Id, Ids, ListOf } from '@rettidig/vocabulary';
import { committeesCovering, pathToRoot } from '../coverage.js';
import { valueOn } from '../dated.js';
import { historyOf } from '../history.js';
import { structureOn } from '../structure.js';
import type { OrganisationReference } from './organisation-reference.js';
import { askedAbout } from './organisation-reference.js';

export class GetUnit {
  @Id({ description: 'The unit.' })
  unitId!: string;

  @Day({ description: 'The day asked about; that of `asOf`, or today, when left out.', optional: true })
  validOn?: string;

  @AsOf()
  asOf?: string;
}

/** What a unit is called from a day on. */
export class NameFrom {
  @Day({ description: 'First day.' })
  from!: LocalDate;

  @FreeText({ description: 'The name.', max: 200 })
  name!: string;
}

/** Where a unit stands from a day on. */
export class PlaceFrom {
  @Day({ description: 'First day.' })
  from!: LocalDate;

  @Id({ description: 'The unit above; null at the top.', nullable: true })
  parentId!: string | null;
}

/** A unit over time, and what is so on a day. */
export class UnitAnswer {
  @Id({ description: 'The unit.' })
  unitId!: string;

  @Day({ description: 'The day.' })
  validOn!: LocalDate;

  @FreeText({ description: 'Its name on the day; its first one before, its last one after.', max: 200 })
  name!: string;

  @Day({ description: 'Its first day.' })
  validFrom!: LocalDate;

  @Day({ description: 'First day on which it no longer exists; null while that is open.', nullable: true })
  closedOn!: LocalDate | null;

  @Ids({ description: 'The units above it on the day, the nearest first.' })
  above!: string[];

  @ListOf(() => NameFrom, { description: 'All its names.', max: 1000 })
  names!: NameFrom[];

  @ListOf(() => PlaceFrom, { description: 'All its places.', max: 1000 })
  places!: PlaceFrom[];

  @Ids({
    description: 'Units that it took over from, wholly or in part: those that named it when they closed.',
    max: 1000,
  })
  predecessors!: string[];

  @Ids({ description: 'Units that took over from it when it closed.', max: 1000 })
  successors!: string[];

  @Ids({
    description: 'Committees in force that cover it on the day, the nearest first; after its closing, its successors.',
  })
  committees!: string[];
}

export const getUnit: QueryDefinition<GetUnit, UnitAnswer, OrganisationReference> = {
  name: 'GetUnit',
  parameters: GetUnit,
  answer: UnitAnswer,
  path: '/units/{unitId}',
  tag: 'organisation',
  summary: { da: 'En enhed over tid', en: 'A unit over time' },
  refusals: ['organisation.unit-unknown'],
  handle: (parameters, context) => {
    const { organisation, validOn } = askedAbout(parameters, context);
    const { unitId } = parameters;
    const { units } = historyOf(organisation);
    const unit = units.get(unitId);
    if (!unit) throw notFound('organisation.unit-unknown', { unitId });
    const structure = structureOn(organisation, validOn);
    const { validFrom, closedOn, names, parents, successors } = unit;
    const took = [...units.values()].filter((one) => one.closedOn !== null && one.successors.includes(unitId));
    return {
      unitId,
      validOn,
      name: valueOn(names, validOn) ?? names[0]?.value ?? unitId,
      validFrom,
      closedOn,
      above: pathToRoot(structure, unitId).slice(1),
      names: names.map(({ from, value }) => ({ from, name: value })),
      places: parents.map(({ from, value }) => ({ from, parentId: value })),
      predecessors: took.map((one) => one.unitId),
      successors: [...successors],
      committees: committeesCovering(structure, unitId)
        .filter(({ levelInForce }) => levelInForce)
        .map(({ committeeId }) => committeeId),
    };
  },
};
