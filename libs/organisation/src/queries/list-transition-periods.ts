import type { QueryDefinition } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import {
  Codes,
  column,
  Day,
  Id,
  One,
  OneOf,
  PageParameters,
  pageWith,
  Repeated,
  SourceOfFact,
} from '@rettidig/vocabulary';
import { historyOf } from '../history.js';
import type { CommitteeLevel } from '../organisation.events.js';
import { committeeLevels } from '../structure.js';
import { committeeLevelWords } from '../words.js';
import { chosenOf } from './facets.js';
import { listInMemory, organisationMemory, type About } from './list-in-memory.js';
import type { OrganisationReference } from './organisation-reference.js';
import type { When } from './terms.answer.js';
import { dayCell, sourceCell, whenOf, whens, whenWords } from './terms.answer.js';

export class ListTransitionPeriods extends PageParameters {
  @Day({ description: 'The day asked about; that of `asOf`, or today, when left out.', optional: true })
  validOn?: string;

  @Repeated()
  @Codes(whens, { description: 'Periods that are over, hold, or are to come on the day.', optional: true })
  state?: When[];
}

/** A period in which only some levels are in force. */
class TransitionPeriodShown {
  @Id({ description: 'The period.' })
  periodId!: string;

  @Codes(committeeLevels, { description: 'Levels in force.' })
  levelsInForce!: CommitteeLevel[];

  @Day({ description: 'Its first day.' })
  from!: LocalDate;

  @Day({ description: 'First day after it; null while its end is open.', nullable: true })
  to!: LocalDate | null;

  @OneOf(whens, { description: 'Whether it is over, holds, or is to come on the day.' })
  state!: When;

  @One(() => SourceOfFact, { description: 'Where it is known from.', nullable: true })
  source!: SourceOfFact | null;
}

export class TransitionPeriodList extends pageWith(() => TransitionPeriodShown, {
  items: 'The periods of this page, the first one first.',
  facets: 'Counts by state.',
}) {}

function periodsOf({ state }: ListTransitionPeriods, { reference, validOn }: About<OrganisationReference>) {
  const all = historyOf(reference.organisation).periods.map(
    ({ periodId, levelsInForce, term, source = null }): TransitionPeriodShown => ({
      periodId,
      levelsInForce: [...levelsInForce],
      ...term,
      state: whenOf(term, validOn),
      source,
    }),
  );
  return chosenOf(all, { state: { chosen: state, of: (row) => row.state } });
}

const periods = listInMemory({
  name: 'transition-periods',
  memory: organisationMemory,
  found: periodsOf,
  show: (row) => row,
});

export const listTransitionPeriods: QueryDefinition<
  ListTransitionPeriods,
  TransitionPeriodList,
  OrganisationReference
> = {
  name: 'ListTransitionPeriods',
  parameters: ListTransitionPeriods,
  answer: TransitionPeriodList,
  path: '/transition-periods',
  tag: 'organisation',
  summary: { da: 'Overgangsperioder', en: 'Transition periods' },
  refusals: ['cursor.unknown'],
  handle: (parameters, context) => periods.page(parameters, context),
  csv: {
    fileName: { da: 'overgangsperioder', en: 'transition-periods' },
    columns: [
      column('from', 'Fra og med', 'From'),
      column('to', 'Første dag efter', 'First day after'),
      column('levels', 'Niveauer i kraft', 'Levels in force'),
      column('state', 'Status', 'State'),
      column('source', 'Kilde', 'Source'),
    ],
    *rows(parameters, context) {
      const { language } = context;
      for (const row of periods.rows(parameters, context))
        yield {
          from: dayCell(row.from),
          to: dayCell(row.to),
          levels: row.levelsInForce.map((level) => committeeLevelWords[level][language]).join(', '),
          state: whenWords[row.state][language],
          source: sourceCell(row.source, language),
        };
    },
  },
};
