import {
  broad,
  effectsView,
  isOneOf,
  listQuery,
  type EffectRow,
  type Language,
  type ListRequest,
  type QueryDefinition,
} from '@rettidig/event-sourcing';
import { Codes, column, Count, Numeric, OneOf, pagingOf, Pattern, Repeated } from '@rettidig/vocabulary';
import { EffectList, type EffectShown } from './list-effects.answer.js';
import { effectStates, stateWords, type EffectStateName } from './words.js';

const sorts = { due: ['due_at'], ended: [`coalesce(ended_at, '')`], delay: ['coalesce(delay, 0)'] };
const orders = Object.keys(sorts).flatMap((sort) => [sort, `-${sort}`]);

/** It is not asked `asOf`: whoever looks after a service wants to know how it stands. */
export class ListEffects {
  @Repeated()
  @Codes(effectStates, { description: 'Effects in these states; `failed` are those given up.', optional: true })
  state?: EffectStateName[];

  @Pattern(/^[a-z][a-z-]{0,60}$/, { description: 'What is done.', example: 'take-in-agenda', optional: true })
  effect?: string;

  @OneOf(['true', 'false'], { description: 'Whether it may have been done twice.', optional: true })
  repeated?: string;

  @OneOf(orders, { description: 'Order; `-due`, the latest first, when left out.', optional: true })
  sort?: string;

  @Numeric()
  @Count({ min: 1, max: 200, description: 'How many items a page holds at most; 50 when left out.', optional: true })
  limit?: number;

  @Pattern(/^[A-Za-z0-9_-]{1,2000}$/, {
    description: 'Where the page before ended: its `nextCursor`. Goes with the same filters and sort only.',
    optional: true,
  })
  cursor?: string;
}

const REPEATED = `case is_repeat when 1 then 'true' else 'false' end`;

const effects = listQuery({
  name: 'effects',
  from: '{effect}',
  columns: ['*'],
  tieBreaker: 'number',
  filters: {
    effect: broad(2, isOneOf('effect')),
    state: broad(1, isOneOf('state')),
    repeated: broad(1, isOneOf(REPEATED)),
  },
  sorts,
  defaultSort: '-due',
  facets: {
    effect: { sql: 'effect', ignores: 'effect' },
    state: { sql: 'state', ignores: 'state' },
    repeated: { sql: REPEATED, ignores: 'repeated' },
  },
});

const requestOf = ({ sort, limit, cursor, effect, state, repeated }: ListEffects, now: string): ListRequest => ({
  ...pagingOf({ sort, limit, cursor }, now),
  filters: { state, effect: effect && [effect], repeated: repeated && [repeated] },
});

const shown = (row: EffectRow, language: Language): EffectShown => ({
  id: row.id,
  effect: row.effect,
  key: row.key,
  state: row.state,
  stateText: stateWords[row.state][language],
  attempt: row.attempt,
  isRepeat: row.is_repeat === 1,
  dueAt: row.due_at,
  claimedAt: row.claimed_at,
  endedAt: row.ended_at,
  delaySeconds: row.delay,
  result: row.result,
  code: row.code,
});

/** What was done outside the log, and what was given up: `state=failed`. */
export const listEffects: QueryDefinition<ListEffects, EffectList, unknown> = {
  name: 'ListEffects',
  parameters: ListEffects,
  answer: EffectList,
  path: '/effects',
  tag: 'operations',
  summary: { da: 'Hvad der er gjort uden for loggen', en: 'What was done outside the log' },
  refusals: ['cursor.unknown'],
  handle: (parameters, { views, now, language }) => {
    const page = effects.run<EffectRow>(views.view(effectsView.name), requestOf(parameters, now));
    return { ...page, items: page.items.map((row) => shown(row, language)) };
  },
  csv: {
    fileName: { da: 'handlinger', en: 'effects' },
    columns: [
      column('effect', 'Handling', 'Effect'),
      column('stateText', 'Status', 'State'),
      column('attempt', 'Forsøg', 'Attempt'),
      column('isRepeat', 'Måske udført to gange', 'Perhaps done twice'),
      column('dueAt', 'Skulle ske', 'Due'),
      column('claimedAt', 'Begyndt', 'Begun'),
      column('endedAt', 'Sluttet', 'Ended'),
      column('delaySeconds', 'Forsinkelse i sekunder', 'Delay in seconds'),
      column('result', 'Resultat', 'Result'),
      column('code', 'Årsag', 'Why'),
      column('key', 'Nøgle', 'Key'),
      column('id', 'Id', 'Id'),
    ],
    *rows(parameters, { views, now, language }) {
      for (const row of effects.all<EffectRow>(views.view(effectsView.name), requestOf(parameters, now)))
        yield { ...shown(row, language) };
    },
  },
};
