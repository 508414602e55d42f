import type { ListRequest, QueryContext, QueryDefinition } from '@rettidig/event-sourcing';
import {
  broad,
  hasWords,
  impossible,
  isAtLeast,
  isOneOf,
  listQuery,
  notFound,
  sharesOneOf,
} from '@rettidig/event-sourcing';
import { contextAsOf, knownVersions } from '@rettidig/cases';
import type { DecidingBody, LocalDate } from '@rettidig/vocabulary';
import {
  Codes,
  Count,
  Day,
  dayOf,
  decidingBodies,
  drawingPattern,
  drawnFrom,
  endOfDay,
  firstDayOf,
  FreeText,
  Numeric,
  OneOf,
  PageParameters,
  pagingOf,
  Pattern,
  plusCalendarDays,
  Repeated,
} from '@rettidig/vocabulary';
import { namingIn, unitsBelow } from '../naming.js';
import type { DetectionReference } from '../possible-miss.checks.js';
import type { PossibleMissOrigin, PossibleMissState } from '../possible-miss.words.js';
import { possibleMissOrigins, possibleMissStates } from '../possible-miss.words.js';
import { NOT_STATED_CODE, POSSIBLE_MISSES_VIEW, possibleMissTable } from '../projections/possible-misses.projection.js';
import { PossibleMissList } from './list-possible-misses.answer.js';
import { csvColumns, csvRow } from './possible-misses.csv.js';
import { itemOf } from './possible-miss.item.js';
import type { PossibleMissRow } from './possible-miss.item.js';

const sorts = { score: ['score'], day: ['day'], recorded: ['recorded_at'] };
const orders = Object.keys(sorts).flatMap((sort) => [sort, `-${sort}`]);

export class ListPossibleMisses extends PageParameters {
  @Repeated()
  @Codes(possibleMissStates, {
    description: 'Possible misses in these states; `open` and `halfDismissed` when left out, all with `drawing`.',
    optional: true,
  })
  state?: PossibleMissState[];

  @Repeated()
  @Codes(possibleMissOrigins, { description: 'Reported by a person, or suspected from an agenda.', optional: true })
  origin?: PossibleMissOrigin[];

  @Repeated()
  @Codes(decidingBodies, { description: 'Who decided or decides; `notStated` too.', optional: true })
  body?: DecidingBody[];

  @Pattern(/^[A-Za-z][A-Za-z0-9,]{0,300}$/, { description: 'Kinds of change, by commas.', optional: true })
  kind?: string;

  @Pattern(/^(notStated|[0-9a-fA-F-]{36})$/, {
    description: 'A unit with everything below it; `notStated` for those without a unit.',
    optional: true,
  })
  unit?: string;

  @Numeric()
  @Count({ description: 'Suspicions with at least this score, in percent.', max: 100, optional: true })
  scoreAtLeast?: number;

  @Day({ description: 'Decided on this day or later; those without any day are left out.', optional: true })
  from?: string;

  @Day({ description: 'Decided on this day or earlier.', optional: true })
  to?: string;

  @FreeText({ description: 'Words in title or in what is known, also inside longer words.', max: 200, optional: true })
  text?: string;

  @Pattern(drawingPattern, {
    description:
      'The dismissals drawn in this quarter to be looked at again, in whatever state they are now: a tenth of those that were dismissed when it began, at least five. The same for everybody.',
    example: '2026-Q2',
    optional: true,
  })
  drawing?: string;

  @OneOf(orders, { description: 'Order; `-recorded`, the newest first, when left out.', optional: true })
  sort?: string;
}

const possibleMisses = listQuery({
  name: 'possible-misses',
  from: '{possible_miss}',
  columns: ['*'],
  tieBreaker: 'id',
  filters: {
    drawn: isOneOf('id'),
    unit: isOneOf('unit_id'),
    from: broad(1, isAtLeast('day')),
    to: broad(1, { column: 'day', sql: ":column <= :value and day <> ''" }),
    kind: broad(2, sharesOneOf('kinds')),
    body: broad(1, isOneOf('body')),
    origin: broad(2, isOneOf('origin')),
    scoreAtLeast: broad(2, isAtLeast('score')),
    state: broad(2, isOneOf('state')),
    text: hasWords('search'),
  },
  sorts,
  defaultSort: '-recorded',
  facets: {
    state: { sql: 'state', ignores: 'state' },
    origin: { sql: 'origin' },
    body: { sql: 'body' },
    kind: { sql: 'kinds', each: true },
    unit: { sql: 'unit_id' },
  },
  versioned: true,
});

type Context = QueryContext<DetectionReference>;

/** Everything that waits for somebody, unless other states are asked for. */
const TO_BE_ASSESSED: readonly PossibleMissState[] = ['open', 'halfDismissed'];

function requestOf(parameters: ListPossibleMisses, context: Context): ListRequest {
  const { sort, limit, cursor, asOf, unit, kind, state, drawing, ...filters } = parameters;
  inOrder(filters);
  const paging = pagingOf({ sort, limit, cursor, asOf }, context.now);
  const today = dayOf(paging.asOf ?? context.now);
  return {
    ...paging,
    filters: {
      ...filters,
      kind: kind?.split(','),
      unit: unitsOf(unit, today, context),
      state: state ?? (drawing ? undefined : TO_BE_ASSESSED),
      drawn: drawing && drawnIn(drawing, today, context),
    },
  };
}

function inOrder({ from, to }: { readonly from?: LocalDate; readonly to?: LocalDate }): void {
  if (from && to && to < from) throw impossible('possibleMiss.period-ends-before-it-starts', { from, to });
}

function unitsOf(unit: string | undefined, on: LocalDate, { reference }: Context): string[] | undefined {
  if (unit === undefined || unit === NOT_STATED_CODE) return unit && [unit];
  const units = unitsBelow(unit, [on], reference.organisation);
  if (!units) throw notFound('possibleMiss.unit-unknown', { unitId: unit });
  return units;
}

/** Drawn from what stood dismissed when the quarter began: nothing that is done within it moves the lots. */
function drawnIn(drawing: string, today: LocalDate, { views }: Context): string[] {
  const first = firstDayOf(drawing);
  if (first > today) throw impossible('possibleMiss.drawing-in-the-future', { drawing });
  const rows = views
    .view(POSSIBLE_MISSES_VIEW)
    .all<{ id: string }>(knownVersions(possibleMissTable, 'id', "state = 'dismissed'"), {
      at: endOfDay(plusCalendarDays(first, -1)),
    });
  return drawnFrom(
    rows.map(({ id }) => id),
    drawing,
  );
}

/** "Til vurdering": beside the register, never in its total. */
export const listPossibleMisses: QueryDefinition<ListPossibleMisses, PossibleMissList, DetectionReference> = {
  name: 'ListPossibleMisses',
  parameters: ListPossibleMisses,
  answer: PossibleMissList,
  path: '/possible-misses',
  tag: 'possible-misses',
  summary: { da: 'Til vurdering', en: 'To be assessed' },
  refusals: [
    'cursor.unknown',
    'possibleMiss.unit-unknown',
    'possibleMiss.period-ends-before-it-starts',
    'possibleMiss.drawing-in-the-future',
  ],
  handle: (parameters, context) => {
    const view = context.views.view(POSSIBLE_MISSES_VIEW);
    const page = possibleMisses.run<PossibleMissRow>(view, requestOf(parameters, context));
    const naming = namingIn(contextAsOf(context, parameters.asOf));
    return { ...page, items: page.items.map((row) => itemOf(row, naming)) };
  },
  csv: {
    fileName: { da: 'til-vurdering', en: 'to-be-assessed' },
    columns: csvColumns,
    *rows(parameters, context) {
      const naming = namingIn(contextAsOf(context, parameters.asOf));
      const view = context.views.view(POSSIBLE_MISSES_VIEW);
      for (const row of possibleMisses.all<PossibleMissRow>(view, requestOf(parameters, context))) {
        yield csvRow(itemOf(row, naming), naming);
      }
    },
  },
};
