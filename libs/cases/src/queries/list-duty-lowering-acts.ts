import type { ListRequest, QueryContext, QueryDefinition } from '@rettidig/event-sourcing';
import { broad, hasWords, isAtLeast, isOneOf, listQuery } from '@rettidig/event-sourcing';
import {
  asOfInstant,
  Codes,
  Day,
  dayOf,
  drawingPattern,
  FreeText,
  OneOf,
  PageParameters,
  pagingOf,
  Pattern,
  Repeated,
} from '@rettidig/vocabulary';
import { CASES_VIEW } from '../projections/cases.js';
import type { DutyLoweringAct } from '../projections/duty-lowering-acts.js';
import { actorRoles, dutyLoweringActWords } from '../register.words.js';
import { drawnIn, rechecksOf } from './drawn-declarations.js';
import { showing } from './duty-lowering-act.item.js';
import type { ActRow } from './duty-lowering-act.item.js';
import { actColumns, actCsvRow } from './duty-lowering-acts.csv.js';
import { DutyLoweringActList } from './list-duty-lowering-acts.answer.js';
import { contextAsOf, nameOf, unitsBelow } from './naming.js';
import type { NameReference } from './naming.js';

const sorts = { recordedAt: ['recorded_at'], act: ['act', 'recorded_at'], number: ['number', 'recorded_at'] };
const orders = Object.keys(sorts).flatMap((sort) => [sort, `-${sort}`]);

export class ListDutyLoweringActs extends PageParameters {
  @Day({ description: 'Recorded on this day or later, Copenhagen time.', optional: true })
  since?: string;

  @Repeated()
  @Codes(dutyLoweringActWords, { description: 'Only these acts.', optional: true })
  act?: DutyLoweringAct[];

  @Pattern(/^(notStated|[0-9a-fA-F-]{36})$/, {
    description: 'A unit with everything below it; `notStated` for cases without a unit.',
    optional: true,
  })
  unit?: string;

  @Repeated()
  @Codes(actorRoles, { description: 'Done in one of these roles.', optional: true })
  role?: string[];

  @FreeText({ description: 'Words in the title of the case.', max: 200, optional: true })
  text?: string;

  @Pattern(drawingPattern, {
    description:
      'The declarations drawn in this quarter to be looked at again: a tenth of those that the quarter before it saw, at least five. The same for everybody.',
    example: '2026-Q3',
    optional: true,
  })
  drawn?: string;

  @OneOf(orders, { description: 'Order; `-recordedAt`, the latest first, when left out.', optional: true })
  sort?: string;
}

const acts = listQuery({
  name: 'duty-lowering-acts',
  from: '{act}',
  columns: ['*'],
  tieBreaker: 'act_id',
  filters: {
    drawn: isOneOf('act_id'),
    since: broad(1, isAtLeast('day')),
    act: broad(2, isOneOf('act')),
    unit: isOneOf('unit_id'),
    role: broad(2, isOneOf('role')),
    text: hasWords('search'),
  },
  sorts,
  defaultSort: '-recordedAt',
  facets: { act: { sql: 'act', ignores: 'act' }, role: { sql: 'role' }, unit: { sql: 'unit_id' } },
  versioned: true,
});

type Context = QueryContext<NameReference>;

function requestOf(parameters: ListDutyLoweringActs, context: Context): ListRequest {
  const { sort, limit, cursor, asOf, unit, drawn, ...filters } = parameters;
  const paging = pagingOf({ sort, limit, cursor, asOf }, context.now);
  const today = dayOf(paging.asOf ?? context.now);
  return {
    ...paging,
    filters: {
      ...filters,
      drawn: drawn && drawnIn(drawn, today, context),
      unit: unitsBelow(unit, [today], context.reference),
    },
  };
}

/** What the deputy chair is shown at once: who lowered which duty, why, and when. */
export const listDutyLoweringActs: QueryDefinition<ListDutyLoweringActs, DutyLoweringActList, NameReference> = {
  name: 'ListDutyLoweringActs',
  parameters: ListDutyLoweringActs,
  answer: DutyLoweringActList,
  path: '/duty-lowering-acts',
  tag: 'register',
  summary: { da: 'Handlinger, der sænker MED-pligten', en: 'Acts that lower the MED duty' },
  refusals: ['cursor.unknown', 'change.unit-unknown', 'change.drawing-in-the-future'],
  handle: async (parameters, context) => {
    const view = context.views.view(CASES_VIEW);
    const page = acts.run<ActRow>(view, requestOf(parameters, context));
    const rechecks = rechecksOf(view, page.items, asOfInstant(parameters.asOf, context.now));
    const show = showing(contextAsOf(context, parameters.asOf));
    const rechecked = [...rechecks.values()].map(({ personId }) => personId);
    const people = await context.people([...new Set([...page.items.map((row) => row.person_id), ...rechecked])]);
    return {
      ...page,
      items: page.items.map((row) => {
        const recheck = rechecks.get(row.act_id);
        return {
          ...show(row),
          personName: nameOf(people, row.person_id),
          recheck: recheck ? { ...recheck, personName: nameOf(people, recheck.personId) } : null,
        };
      }),
    };
  },
  csv: {
    fileName: { da: 'handlinger-der-saenker-med-pligten', en: 'duty-lowering-acts' },
    columns: actColumns,
    *rows(parameters, context) {
      const asked = contextAsOf(context, parameters.asOf);
      const show = showing(asked);
      const view = context.views.view(CASES_VIEW);
      for (const row of acts.all<ActRow>(view, requestOf(parameters, context))) {
        const recheck = rechecksOf(view, [row], asOfInstant(parameters.asOf, context.now)).get(row.act_id);
        yield actCsvRow(show(row), recheck, asked.language);
      }
    },
  },
};
