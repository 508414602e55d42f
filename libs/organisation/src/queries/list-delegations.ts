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
  Patterns,
  Repeated,
  SourceOfFact,
} from '@rettidig/vocabulary';
import { historyOf } from '../history.js';
import { isKnownUnit, unitName } from '../names.js';
import { chosenOf } from './facets.js';
import { listInMemory, organisationMemory, type About } from './list-in-memory.js';
import type { OrganisationReference } from './organisation-reference.js';
import { byName, hasWords } from './by-name.js';
import type { When } from './terms.answer.js';
import { dayCell, sourceCell, whenOf, whens, whenWords } from './terms.answer.js';

export class ListDelegations extends PageParameters {
  @Day({ description: 'The day asked about; that of `asOf`, or today, when left out.', optional: true })
  validOn?: string;

  @Id({ description: 'What the manager of this unit may decide.', optional: true })
  unit?: string;

  @FreeText({ description: 'Delegations of this kind of change.', max: 60, optional: true })
  kind?: string;

  @Repeated()
  @Codes(whens, { description: 'Delegations that are over, hold, or are to come on the day.', optional: true })
  state?: When[];

  @FreeText({ description: 'Words in the matter or the name of the unit.', max: 200, optional: true })
  text?: string;

  @OneOf(['unit', '-unit', 'from', '-from'], { description: 'Order; by unit when left out.', optional: true })
  sort?: string;
}

/** What the manager of a unit may decide (B18). */
class DelegationShown {
  @Id({ description: 'The delegation.' })
  delegationId!: string;

  @Id({ description: 'The unit whose manager may decide.' })
  unitId!: string;

  @FreeText({ description: 'Its name.', max: 200 })
  unitName!: string;

  @FreeText({ description: 'What may be decided.', max: 300 })
  matter!: string;

  @Patterns(/^[a-z][A-Za-z0-9]{0,63}$/, { description: 'The kinds of change that cases are matched by.' })
  kinds!: string[];

  @Day({ description: 'First day.' })
  from!: LocalDate;

  @Day({ description: 'First day on which it no longer holds; null while that is open.', nullable: true })
  to!: LocalDate | null;

  @OneOf(whens, { description: 'Whether it is over, holds, or is to come on the day.' })
  state!: When;

  @One(() => SourceOfFact, { description: 'Where it is decided or agreed.', nullable: true })
  source!: SourceOfFact | null;
}

export class DelegationList extends pageWith(() => DelegationShown, {
  items: 'The delegations of this page.',
  facets: 'Counts by state.',
}) {}

function delegationsOf(parameters: ListDelegations, { reference, validOn, opened }: About<OrganisationReference>) {
  const { organisation } = reference;
  const { unit, kind, state, text, sort = 'unit' } = parameters;
  if (unit !== undefined && !isKnownUnit(organisation, unit)) {
    throw notFound('organisation.unit-unknown', { unitId: unit });
  }
  const all = historyOf(organisation)
    .delegations.filter(
      ({ unitId, kinds }) => (unit === undefined || unitId === unit) && (kind === undefined || kinds.includes(kind)),
    )
    .map(({ delegationId, unitId, matter, kinds, term, source = null }): DelegationShown => {
      const name = unitName(organisation, unitId) ?? unitId;
      return {
        delegationId,
        unitId,
        unitName: name,
        matter: opened(matter),
        kinds: [...kinds],
        ...term,
        state: whenOf(term, validOn),
        source,
      };
    })
    .filter((row) => hasWords(`${row.matter} ${row.unitName}`, text));
  const chosen = chosenOf(all, { state: { chosen: state, of: (row) => row.state } });
  const byUnit = (a: DelegationShown, b: DelegationShown): number =>
    byName({ name: a.unitName, id: a.delegationId }, { name: b.unitName, id: b.delegationId });
  chosen.rows.sort(sort.endsWith('unit') ? byUnit : (a, b) => a.from.localeCompare(b.from) || byUnit(a, b));
  if (sort.startsWith('-')) chosen.rows.reverse();
  return chosen;
}

const delegations = listInMemory({
  name: 'delegations',
  memory: organisationMemory,
  found: delegationsOf,
  show: (row) => row,
});

export const listDelegations: QueryDefinition<ListDelegations, DelegationList, OrganisationReference> = {
  name: 'ListDelegations',
  parameters: ListDelegations,
  answer: DelegationList,
  path: '/delegations',
  tag: 'organisation',
  summary: { da: 'Hvilke ledere må beslutte hvad', en: 'Which managers may decide what' },
  refusals: ['organisation.unit-unknown', 'cursor.unknown'],
  handle: (parameters, context) => delegations.page(parameters, context),
  csv: {
    fileName: { da: 'delegationer', en: 'delegations' },
    columns: [
      column('unit', 'Leder af', 'Manager of'),
      column('matter', 'Må beslutte', 'May decide'),
      column('from', 'Fra og med', 'From'),
      column('to', 'Første dag efter', 'First day after'),
      column('state', 'Status', 'State'),
      column('source', 'Kilde', 'Source'),
    ],
    *rows(parameters, context) {
      const { language } = context;
      for (const row of delegations.rows(parameters, context))
        yield {
          unit: row.unitName,
          matter: row.matter,
          from: dayCell(row.from),
          to: dayCell(row.to),
          state: whenWords[row.state][language],
          source: sourceCell(row.source, language),
        };
    },
  },
};
