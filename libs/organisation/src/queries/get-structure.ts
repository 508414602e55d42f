import type { QueryDefinition } from '@rettidig/event-sourcing';
import { AsOf, Codes, Count, Day, FreeText, Id, Ids, ListOf } from '@rettidig/vocabulary';
import { historyOf } from '../history.js';
import type { CommitteeLevel } from '../organisation.events.js';
import type { Structure, UnitOn } from '../structure.js';
import { committeeLevels, structureOn } from '../structure.js';
import { CommitteeShown, showCommittee } from './committee.answer.js';
import type { OrganisationReference } from './organisation-reference.js';
import { askedAbout } from './organisation-reference.js';
import { byName } from './by-name.js';

export class GetStructure {
  @Day({ description: 'The day asked about; that of `asOf`, or today, when left out.', optional: true })
  validOn?: string;

  @AsOf()
  asOf?: string;
}

/** A unit in the tree. */
export class UnitInTree {
  @Id({ description: 'The unit.' })
  unitId!: string;

  @FreeText({ description: 'Its name on the day.', max: 200 })
  name!: string;

  @Id({ description: 'The unit above it; null at the top.', nullable: true })
  parentId!: string | null;

  @Count({ description: 'How many units stand above it.' })
  depth!: number;

  @Ids({ description: 'Committees that name it in their coverage; those of the units above cover it too.' })
  committees!: string[];
}

/** Units and committees on a day. */
export class StructureAnswer {
  @Day({ description: 'The day.' })
  validOn!: string;

  @Codes(committeeLevels, { description: 'Levels in force on that day.' })
  levelsInForce!: CommitteeLevel[];

  @Id({ description: 'The transition period that holds on that day.', nullable: true })
  transitionPeriodId!: string | null;

  @ListOf(() => UnitInTree, { description: 'All units, each followed by those below it, by name.', max: 100_000 })
  units!: UnitInTree[];

  @ListOf(() => CommitteeShown, {
    description: 'All committees that exist on the day, by level and name.',
    max: 100_000,
  })
  committees!: CommitteeShown[];
}

export const getStructure: QueryDefinition<GetStructure, StructureAnswer, OrganisationReference> = {
  name: 'GetStructure',
  parameters: GetStructure,
  answer: StructureAnswer,
  path: '/structure',
  tag: 'organisation',
  summary: { da: 'Enheder og MED-udvalg på en dag', en: 'Units and committees on a day' },
  handle: (parameters, context) => {
    const { organisation, validOn } = askedAbout(parameters, context);
    const structure = structureOn(organisation, validOn);
    const { committees } = historyOf(organisation);
    const shown = [...structure.committees.keys()].map((id) =>
      showCommittee(committees.get(id)!, structure, organisation),
    );
    return {
      validOn,
      levelsInForce: [...structure.levelsInForce],
      transitionPeriodId: structure.transitionPeriodId,
      units: treeOf(structure),
      committees: shown.sort(byLevelAndName),
    };
  },
};

const byLevelAndName = (a: CommitteeShown, b: CommitteeShown): number =>
  committeeLevels.indexOf(a.level) - committeeLevels.indexOf(b.level) ||
  byName({ name: a.name, id: a.committeeId }, { name: b.name, id: b.committeeId });

function treeOf(structure: Structure): UnitInTree[] {
  const below = new Map<string | null, UnitOn[]>();
  for (const unit of structure.units.values()) below.set(unit.parentId, [...(below.get(unit.parentId) ?? []), unit]);
  const naming = new Map<string, string[]>();
  for (const { committeeId, covers } of structure.committees.values()) {
    for (const unitId of covers) naming.set(unitId, [...(naming.get(unitId) ?? []), committeeId]);
  }
  const branch = (parentId: string | null, depth: number): UnitInTree[] =>
    (below.get(parentId) ?? [])
      .sort((a, b) => byName({ name: a.name, id: a.unitId }, { name: b.name, id: b.unitId }))
      .flatMap(({ unitId, name }) => [
        { unitId, name, parentId, depth, committees: naming.get(unitId) ?? [] },
        ...branch(unitId, depth + 1),
      ]);
  return branch(null, 0);
}
