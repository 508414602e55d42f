import type { NameReference } from '@rettidig/cases';
import type { QueryDefinition } from '@rettidig/event-sourcing';
import { broad, hasWords, impossible, isAtLeast, isAtMost, isOneOf, listQuery } from '@rettidig/event-sourcing';
import {
  Codes,
  Day,
  FreeText,
  OneOf,
  PageParameters,
  pageWith,
  pagingOf,
  politicalBodies,
  Repeated,
} from '@rettidig/vocabulary';
import type { PoliticalBody } from '@rettidig/vocabulary';
import { POLITICAL_AGENDAS_VIEW } from '../projections/political-agendas.projection.js';
import type { AgendaRow } from '../projections/political-agendas.rows.js';
import { countsOf, heldItems } from '../register/held-item.js';
import { PoliticalAgendaListItem } from './political-agenda.answer.js';

export class ListPoliticalAgendas extends PageParameters {
  @Repeated()
  @Codes(politicalBodies, { description: 'Of these political bodies.', optional: true })
  body?: PoliticalBody[];

  @Day({ description: 'Meetings from this day on.', optional: true })
  from?: string;

  @Day({ description: 'Meetings up to this day.', optional: true })
  to?: string;

  @FreeText({
    description: 'Words in the titles or numbers of items, also inside longer words.',
    max: 200,
    optional: true,
  })
  text?: string;

  @OneOf(['on', '-on', 'body', '-body'], {
    description: 'Order; `-on`, the latest first, when left out.',
    optional: true,
  })
  sort?: string;
}

export class PoliticalAgendaList extends pageWith(() => PoliticalAgendaListItem, {
  items: 'The agendas of this page.',
  total: 'All agendas that match, on all pages.',
  facets: 'Counts by body (whatever was asked for) and year.',
}) {}

const agendas = listQuery({
  name: 'political-agendas',
  from: '{agenda}',
  columns: ['agenda_id', 'body', 'day', 'latest'],
  tieBreaker: 'agenda_id',
  filters: {
    body: broad(1, isOneOf('body')),
    from: isAtLeast('day'),
    to: isAtMost('day'),
    text: hasWords('search'),
  },
  sorts: { on: ['day'], body: ['body', 'day'] },
  defaultSort: '-on',
  facets: { body: { sql: 'body', ignores: 'body' }, year: { sql: 'substr(day, 1, 4)' } },
  versioned: true,
});

/** Agendas of the political bodies, each with how its items stand against the register. */
export const listPoliticalAgendas: QueryDefinition<ListPoliticalAgendas, PoliticalAgendaList, NameReference> = {
  name: 'ListPoliticalAgendas',
  parameters: ListPoliticalAgendas,
  answer: PoliticalAgendaList,
  path: '/political-agendas',
  tag: 'detection',
  summary: {
    da: 'Politiske dagsordener, holdt op mod registret',
    en: 'Political agendas, held against the register',
  },
  refusals: ['cursor.unknown', 'political-agenda.period-ends-before-it-starts'],
  handle: ({ sort, limit, cursor, asOf, ...filters }, context) => {
    const { from, to } = filters;
    if (from && to && to < from) throw impossible('political-agenda.period-ends-before-it-starts', { from, to });
    const { views, now, language } = context;
    const page = agendas.run<AgendaRow>(views.view(POLITICAL_AGENDAS_VIEW), {
      ...pagingOf({ sort, limit, cursor, asOf }, now),
      filters,
    });
    const held = heldItems(
      page.items.map(({ agenda_id }) => agenda_id),
      context,
      asOf,
    );
    return {
      ...page,
      items: page.items.map(({ agenda_id: agendaId, body, day, latest }) => ({
        agendaId,
        body: body as PoliticalBody,
        bodyText: politicalBodies[body as PoliticalBody][language],
        on: day,
        version: latest,
        counts: countsOf(held.filter(({ item }) => item.agendaId === agendaId)),
      })),
    };
  },
};
