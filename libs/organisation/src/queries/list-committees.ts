import type { QueryDefinition } from '@rettidig/event-sourcing';
import { Codes, countsOf, Day, FreeText, OneOf, PageParameters, pageWith, Repeated } from '@rettidig/vocabulary';
import { historyOf } from '../history.js';
import type { CommitteeHistory } from '../history.types.js';
import type { CommitteeKind, CommitteeLevel } from '../organisation.events.js';
import { committeeLevels, structureOn, type Structure } from '../structure.js';
import { committeeKinds } from '../words.js';
import type { CommitteeState } from './committee.answer.js';
import { CommitteeShown, committeeStates, showCommittee, stateOn } from './committee.answer.js';
import { listInMemory, organisationMemory, type About } from './list-in-memory.js';
import type { OrganisationReference } from './organisation-reference.js';
import { byName, hasWords } from './by-name.js';

const sorts = ['name', '-name', 'level', '-level', 'validFrom', '-validFrom'];

export class ListCommittees extends PageParameters {
  @Repeated()
  @Codes(committeeLevels, { description: 'Committees of these levels.', optional: true })
  level?: CommitteeLevel[];

  @Repeated()
  @Codes(committeeKinds, { description: 'Committees of these kinds.', optional: true })
  kind?: CommitteeKind[];

  @Repeated()
  @Codes(committeeStates, { description: 'Committees in these states on the day.', optional: true })
  state?: CommitteeState[];

  @Day({ description: 'Only committees that exist on this day and whose level is in force then.', optional: true })
  inForceOn?: string;

  @FreeText({ description: 'Words in the name, also inside longer words.', max: 200, optional: true })
  text?: string;

  @OneOf(sorts, { description: 'Order; from the main level down, then by name, when left out.', optional: true })
  sort?: string;
}

export class CommitteeList extends pageWith(() => CommitteeShown, {
  items: 'The committees of this page.',
  facets: 'Counts by level, kind and state; each as if it were not filtered by.',
}) {}

type Facet = 'level' | 'kind' | 'state';
type Row = CommitteeHistory & { readonly state: CommitteeState; readonly structure: Structure };

function committeesOf(parameters: ListCommittees, { reference, validOn }: About<OrganisationReference>) {
  const { inForceOn, text } = parameters;
  const structure = structureOn(reference.organisation, inForceOn ?? validOn);
  const named = [...historyOf(reference.organisation).committees.values()]
    .map((committee): Row => ({ ...committee, state: stateOn(committee, structure), structure }))
    .filter(({ name, state }) => hasWords(name, text) && (inForceOn === undefined || state === 'inForce'));
  const without = (ignored?: Facet): Row[] => named.filter((row) => matches(row, parameters, ignored));
  const facets = Object.fromEntries(
    (['level', 'kind', 'state'] as const).map((facet) => [facet, countsOf(without(facet), (row) => row[facet])]),
  );
  return { rows: without().sort(orderOf(parameters.sort ?? 'level')), facets };
}

const committees = listInMemory({
  name: 'committees',
  memory: organisationMemory,
  found: committeesOf,
  show: ({ structure, ...row }, { reference }) => showCommittee(row, structure, reference.organisation),
});

export const listCommittees: QueryDefinition<ListCommittees, CommitteeList, OrganisationReference> = {
  name: 'ListCommittees',
  parameters: ListCommittees,
  answer: CommitteeList,
  path: '/committees',
  tag: 'organisation',
  summary: { da: 'MED-udvalg, også nedlagte', en: 'Committees, dissolved ones too' },
  refusals: ['cursor.unknown'],
  handle: (parameters, context) => committees.page(parameters, context),
};

const matches = (row: Row, { level, kind, state }: ListCommittees, ignored?: Facet): boolean =>
  (ignored === 'level' || !level || level.includes(row.level)) &&
  (ignored === 'kind' || !kind || kind.includes(row.kind)) &&
  (ignored === 'state' || !state || state.includes(row.state));

function orderOf(sort: string): (a: Row, b: Row) => number {
  const turn = sort.startsWith('-') ? -1 : 1;
  const name = sort.replace(/^-/, '');
  const first = (a: Row, b: Row): number => {
    if (name === 'level') return committeeLevels.indexOf(a.level) - committeeLevels.indexOf(b.level);
    return name === 'validFrom' ? a.validity.from.localeCompare(b.validity.from) : 0;
  };
  return (a, b) =>
    turn * (first(a, b) || byName({ name: a.name, id: a.committeeId }, { name: b.name, id: b.committeeId }));
}
