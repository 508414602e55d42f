import type { QueryDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import { Codes, countsOf, Day, FreeText, Id, OneOf, PageParameters, pageWith, Repeated } from '@rettidig/vocabulary';
import { committeesCovering, subtreeOf } from '../coverage.js';
import { isKnownUnit } from '../names.js';
import type { Structure } from '../structure.js';
import { structureOn } from '../structure.js';
import { listInMemory, organisationMemory, type About } from './list-in-memory.js';
import type { OrganisationReference } from './organisation-reference.js';
import { byName, hasWords } from './by-name.js';

const localCoverage = ['covered', 'notCovered'] as const;
type LocalCoverage = (typeof localCoverage)[number];

export class ListUnits extends PageParameters {
  @Day({ description: 'The day asked about; that of `asOf`, or today, when left out.', optional: true })
  validOn?: string;

  @Id({ description: 'This unit and everything below it.', optional: true })
  under?: string;

  @Repeated()
  @Codes(localCoverage, {
    description: 'Units that a local committee in force covers, or those that none does (B15).',
    optional: true,
  })
  localCommittee?: LocalCoverage[];

  @FreeText({ description: 'Words in the name, also inside longer words.', max: 200, optional: true })
  text?: string;

  @OneOf(['name', '-name'], { description: 'Order; by name when left out.', optional: true })
  sort?: string;
}

/** One unit in the list. */
class UnitListItem {
  @Id({ description: 'The unit.' })
  unitId!: string;

  @FreeText({ description: 'Its name on the day.', max: 200 })
  name!: string;

  @Id({ description: 'The unit above it; null at the top.', nullable: true })
  parentId!: string | null;

  @Id({ description: 'The local committee in force that covers it; null when there is none.', nullable: true })
  localCommitteeId!: string | null;
}

export class UnitList extends pageWith(() => UnitListItem, {
  items: 'The units of this page.',
  facets: 'How many of them a local committee covers, and how many none does.',
}) {}

function unitsOf(parameters: ListUnits, { reference, validOn }: About<OrganisationReference>) {
  const { organisation } = reference;
  const structure = structureOn(organisation, validOn);
  const { under, localCommittee, text, sort } = parameters;
  if (under !== undefined && !isKnownUnit(organisation, under)) {
    throw notFound('organisation.unit-unknown', { unitId: under });
  }
  const wanted = under === undefined ? undefined : new Set(subtreeOf(structure, under));
  const found = [...structure.units.values()]
    .filter(({ unitId, name }) => (!wanted || wanted.has(unitId)) && hasWords(name, text))
    .map((unit): UnitListItem => ({ ...unit, localCommitteeId: localCommitteeOf(structure, unit.unitId) }));
  const rows = found
    .filter((unit) => !localCommittee || localCommittee.includes(coverageOf(unit)))
    .sort((a, b) => byName({ name: a.name, id: a.unitId }, { name: b.name, id: b.unitId }));
  if (sort === '-name') rows.reverse();
  return { rows, facets: { localCommittee: countsOf(found, coverageOf) } };
}

const units = listInMemory({ name: 'units', memory: organisationMemory, found: unitsOf, show: (row) => row });

export const listUnits: QueryDefinition<ListUnits, UnitList, OrganisationReference> = {
  name: 'ListUnits',
  parameters: ListUnits,
  answer: UnitList,
  path: '/units',
  tag: 'organisation',
  summary: { da: 'Enheder, også dem uden LokalMED', en: 'Units, also those without a local committee' },
  refusals: ['organisation.unit-unknown', 'cursor.unknown'],
  handle: (parameters, context) => units.page(parameters, context),
};

const coverageOf = ({ localCommitteeId }: UnitListItem): LocalCoverage =>
  localCommitteeId === null ? 'notCovered' : 'covered';

const localCommitteeOf = (structure: Structure, unitId: string): string | null =>
  committeesCovering(structure, unitId).find(({ level, levelInForce }) => level === 'local' && levelInForce)
    ?.committeeId ?? null;
