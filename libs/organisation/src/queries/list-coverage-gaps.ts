import type { QueryDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import {
  Codes,
  column,
  Day,
  FreeText,
  Id,
  One,
  OneOf,
  PageParameters,
  pageWith,
  Repeated,
  SourceOfFact,
} from '@rettidig/vocabulary';
import { pathToRoot } from '../coverage.js';
import { gapsIn } from '../gaps.js';
import { isKnownUnit } from '../names.js';
import type { CommitteeLevel } from '../organisation.events.js';
import { committeeLevels, structureOn, type CommitteeOn, type Structure } from '../structure.js';
import { committeeLevelWords } from '../words.js';
import { chosenOf } from './facets.js';
import { listInMemory, organisationMemory, type About } from './list-in-memory.js';
import type { OrganisationReference } from './organisation-reference.js';
import { byName, hasWords } from './by-name.js';
import { dayCell, sourceCell } from './terms.answer.js';

const gapStates = { confirmed: { da: 'bekræftet', en: 'confirmed' }, unknown: { da: 'ikke afklaret', en: 'unknown' } };
type GapState = keyof typeof gapStates;

export class ListCoverageGaps extends PageParameters {
  @Day({ description: 'The day asked about; that of `asOf`, or today, when left out.', optional: true })
  validOn?: string;

  @Id({ description: 'Only this unit and those below it.', optional: true })
  under?: string;

  @Repeated()
  @Codes(committeeLevels, { description: 'The level at which a committee is missing.', optional: true })
  level?: CommitteeLevel[];

  @Repeated()
  @Codes(gapStates, {
    description: '`confirmed`: somebody looked, there is none (B15). `unknown`: nobody has said so yet.',
    optional: true,
  })
  state?: GapState[];

  @FreeText({ description: 'Words in the name of the unit, also inside longer words.', max: 200, optional: true })
  text?: string;

  @OneOf(['name', '-name'], { description: 'Order; by name when left out.', optional: true })
  sort?: string;
}

/** A unit that has no committee at the level where it should have one. */
class CoverageGap {
  @Id({ description: 'The unit.' })
  unitId!: string;

  @FreeText({ description: 'Its name on the day.', max: 200 })
  name!: string;

  @FreeText({ description: 'The units above it, the nearest first.', max: 2000, nullable: true })
  below!: string | null;

  @OneOf(committeeLevels, { description: 'The level at which a committee is missing.' })
  level!: CommitteeLevel;

  @OneOf(gapStates, { description: 'Whether somebody confirmed it.' })
  state!: GapState;

  @Day({ description: 'Since when it is confirmed.', nullable: true })
  confirmedFrom!: LocalDate | null;

  @Day({ description: 'First day for which it is to be looked at again.', nullable: true })
  confirmedTo!: LocalDate | null;

  @One(() => SourceOfFact, { description: 'Where the confirmation is from.', nullable: true })
  source!: SourceOfFact | null;

  @Id({ description: 'The committee that takes its cases instead; null when none does.', nullable: true })
  committeeId!: string | null;

  @FreeText({ description: 'Its name.', max: 200, nullable: true })
  committeeName!: string | null;
}

export class CoverageGapList extends pageWith(() => CoverageGap, {
  items: 'The units of this page.',
  facets: 'Counts by level and state; each as if it were not filtered by.',
}) {}

type Gap = ReturnType<typeof gapsIn>[number];

const takenBy = (nearest: CommitteeOn | null): Pick<CoverageGap, 'committeeId' | 'committeeName'> =>
  nearest
    ? { committeeId: nearest.committeeId, committeeName: nearest.name }
    : { committeeId: null, committeeName: null };

function shown(structure: Structure, { unitId, level, nearest, confirmation }: Gap): CoverageGap {
  const { term, source } = confirmation ?? {};
  const [name, ...above] = pathToRoot(structure, unitId).map((one) => structure.units.get(one)!.name);
  return {
    unitId,
    name: name ?? unitId,
    below: above.join(' < ') || null,
    level,
    state: confirmation ? 'confirmed' : 'unknown',
    confirmedFrom: term?.from ?? null,
    confirmedTo: term?.to ?? null,
    source: source ?? null,
    ...takenBy(nearest),
  };
}

function gapsOn(parameters: ListCoverageGaps, { reference, validOn }: About<OrganisationReference>) {
  const { organisation } = reference;
  const { under, level, state, text, sort } = parameters;
  if (under !== undefined && !isKnownUnit(organisation, under)) {
    throw notFound('organisation.unit-unknown', { unitId: under });
  }
  const structure = structureOn(organisation, validOn);
  const all = gapsIn(organisation, structure)
    .filter(({ unitId }) => under === undefined || pathToRoot(structure, unitId).includes(under))
    .map((gap) => shown(structure, gap));
  const chosen = chosenOf(
    all.filter(({ name }) => hasWords(name, text)),
    { level: { chosen: level, of: (row) => row.level }, state: { chosen: state, of: (row) => row.state } },
  );
  chosen.rows.sort((a, b) => byName({ name: a.name, id: a.unitId }, { name: b.name, id: b.unitId }));
  if (sort === '-name') chosen.rows.reverse();
  return chosen;
}

const coverageGaps = listInMemory({
  name: 'coverage-gaps',
  memory: organisationMemory,
  found: gapsOn,
  show: (row) => row,
});

export const listCoverageGaps: QueryDefinition<ListCoverageGaps, CoverageGapList, OrganisationReference> = {
  name: 'ListCoverageGaps',
  parameters: ListCoverageGaps,
  answer: CoverageGapList,
  path: '/coverage-gaps',
  tag: 'organisation',
  summary: { da: 'Enheder uden MED-udvalg på deres niveau', en: 'Units without a committee at their level' },
  refusals: ['organisation.unit-unknown', 'cursor.unknown'],
  handle: (parameters, context) => coverageGaps.page(parameters, context),
  csv: {
    fileName: { da: 'enheder-uden-med-udvalg', en: 'coverage-gaps' },
    columns: [
      column('name', 'Enhed', 'Unit'),
      column('below', 'Hører under', 'Below'),
      column('level', 'Mangler på niveau', 'Missing at level'),
      column('state', 'Afklaring', 'State'),
      column('confirmedFrom', 'Bekræftet fra', 'Confirmed from'),
      column('confirmedTo', 'Ses på igen', 'To be looked at again'),
      column('source', 'Kilde', 'Source'),
      column('committee', 'Behandles i stedet i', 'Treated instead in'),
    ],
    *rows(parameters, context) {
      const { language } = context;
      for (const row of coverageGaps.rows(parameters, context))
        yield {
          name: row.name,
          below: row.below ?? '',
          level: committeeLevelWords[row.level][language],
          state: gapStates[row.state][language],
          confirmedFrom: dayCell(row.confirmedFrom),
          confirmedTo: dayCell(row.confirmedTo),
          source: sourceCell(row.source, language),
          committee: row.committeeName ?? '',
        };
    },
  },
};
