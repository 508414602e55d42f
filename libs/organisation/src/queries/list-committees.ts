import type { ListPage, QueryDefinition } from '@rettidig/event-sourcing';
import {
  Codes,
  Count,
  Day,
  Dictionary,
  FreeText,
  ListOf,
  OneOf,
  PageParameters,
  Pattern,
  Repeated,
} from '@rettidig/vocabulary';
import { historyOf } from '../history.js';
import type { CommitteeHistory } from '../history.types.js';
import type { CommitteeKind, CommitteeLevel } from '../organisation.events.js';
import { committeeLevels, structureOn } from '../structure.js';
import { committeeKinds } from '../words.js';
import type { CommitteeState } from './committee.answer.js';
import { CommitteeShown, committeeStates, showCommittee, stateOn } from './committee.answer.js';
import type { OrganisationReference } from './organisation-reference.js';
import { askedAbout } from './organisation-reference.js';
import { asked, byName, countsOf, hasWords, pageOf } from './page.js';

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

export class CommitteeList implements ListPage<CommitteeShown> {
  @ListOf(() => CommitteeShown, { description: 'The committees of this page.', max: 200 })
  items!: CommitteeShown[];

  @Count({ description: 'All committees that match, on all pages.' })
  total!: number;

  @Dictionary(
    { type: 'object', additionalProperties: { type: 'integer' } },
    { description: 'Counts by level, kind and state; each as if it were not filtered by.' },
  )
  facets!: Record<string, Record<string, number>>;

  @Pattern(/^[A-Za-z0-9_-]+$/, { description: 'Goes on with the next page; null on the last one.', nullable: true })
  nextCursor!: string | null;
}

type Facet = 'level' | 'kind' | 'state';
type Row = CommitteeHistory & { readonly state: CommitteeState };

export const listCommittees: QueryDefinition<ListCommittees, CommitteeList, OrganisationReference> = {
  name: 'ListCommittees',
  parameters: ListCommittees,
  answer: CommitteeList,
  path: '/committees',
  tag: 'organisation',
  summary: { da: 'MED-udvalg, også nedlagte', en: 'Committees, dissolved ones too' },
  refusals: ['cursor.unknown'],
  handle: (parameters, context) => {
    const question = asked('committees', parameters, context.reference.organisation, context.now);
    const { organisation } = question;
    const { inForceOn, asOf, text } = parameters;
    const structure = structureOn(organisation, askedAbout({ validOn: inForceOn, asOf }, context).validOn);
    const named = [...historyOf(organisation).committees.values()]
      .map((committee): Row => ({ ...committee, state: stateOn(committee, structure) }))
      .filter(({ name, state }) => hasWords(name, text) && (inForceOn === undefined || state === 'inForce'));
    const without = (ignored?: Facet): Row[] => named.filter((row) => matches(row, parameters, ignored));
    const facets = Object.fromEntries(
      (['level', 'kind', 'state'] as const).map((facet) => [facet, countsOf(without(facet), (row) => row[facet])]),
    );
    const rows = without().sort(orderOf(parameters.sort ?? 'level'));
    return pageOf(rows, question, facets, (row) => showCommittee(row, structure, organisation));
  },
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
