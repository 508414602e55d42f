import type { ProjectedEvent, ViewWriter } from '@rettidig/event-sourcing';
import type { Columns } from '@rettidig/cases';
import { versionedSchema, versionedTable, writeVersions } from '@rettidig/cases';
import { foldText, projection, subjectOf } from '@rettidig/event-sourcing';
import { latestDay } from '@rettidig/vocabulary';
import type { PossibleMissEvent } from '../possible-miss.events.js';
import type { PossibleMissStory } from '../possible-miss.story.js';
import { tell, toldTypes } from '../possible-miss.story.js';

/** The name of the view that the list "Til vurdering" is read from. */
export const POSSIBLE_MISSES_VIEW = 'possible-misses';

/** What stands in a column for "ikke oplyst". */
export const NOT_STATED_CODE = 'notStated';

/** The score, in percent, of what a person reported: below every suspicion's. */
export const NO_SCORE = -1;

const COLUMNS =
  'id text not null, state text not null, origin text not null, title text not null, search text not null, body text not null,' +
  ' kinds text not null, unit_id text not null, score integer not null, day text not null, happened text not null,' +
  ' recorded_at text not null, recorded_role text not null, recorded_by text not null, dismissed_by text not null,' +
  ' case_ids text not null, agenda_id text, item_id text, rechecked text not null';

const namesOf = (columns: string): string[] => columns.split(',').map((column) => column.trim().split(' ')[0]!);

/** One row a possible miss, with versions. */
export const possibleMissTable = versionedTable('possible_miss', 'id', namesOf(COLUMNS));

/** Everything that was ever asked, in whatever state it is: nothing leaves this list. */
export const possibleMissesProjection = projection<PossibleMissEvent>({
  name: POSSIBLE_MISSES_VIEW,
  version: 2,
  schema: [
    'create table {story} (id text primary key, story text not null) strict',
    ...versionedSchema(
      possibleMissTable,
      COLUMNS,
      'state, score, id, origin, body, kinds, unit_id, known_to',
      'state, day, id',
      'state, recorded_at, id',
      'unit_id',
      'item_id',
    ),
  ],
  on: Object.fromEntries(
    toldTypes.map((type) => [type, (view: ViewWriter, event: ProjectedEvent) => goOn(view, [event])]),
  ),
  together: goOn,
});

/** Goes on with one story by events that became known at the same instant. */
function goOn(view: ViewWriter, events: readonly ProjectedEvent[]): void {
  const { stream, knownAt } = events[0]!;
  const id = subjectOf(stream);
  const kept = view.get<{ story: string }>('select story from {story} where id = :id', { id });
  const before = kept && (JSON.parse(kept.story) as PossibleMissStory);
  const story = events.reduce<PossibleMissStory | undefined>(tell, before);
  if (!story) return;
  view.run('insert into {story} values (:id, :story) on conflict (id) do update set story = excluded.story', {
    id,
    story: JSON.stringify(story),
  });
  const rows = { before: before ? [rowOf(id, before)] : [], after: [rowOf(id, story)] };
  writeVersions(view, possibleMissTable, rows, knownAt);
}

function rowOf(id: string, story: PossibleMissStory): Columns {
  const { suspicion, first } = story;
  return {
    id,
    state: story.state,
    origin: story.origin,
    title: story.title,
    search: foldText([story.title, story.whatIsKnown ?? ''].join('\n')),
    body: story.body,
    kinds: JSON.stringify(suspicion?.kinds.map(({ kind }) => kind) ?? []),
    unit_id: story.unitId ?? NOT_STATED_CODE,
    score: suspicion ? Math.round(suspicion.score * 100) : NO_SCORE,
    day: latestDay(story.when) ?? '',
    happened: JSON.stringify(story.when),
    recorded_at: first.at,
    recorded_role: first.by.role,
    recorded_by: first.by.id,
    dismissed_by: JSON.stringify(story.dismissals.map(({ office }) => office)),
    case_ids: JSON.stringify(story.caseIds),
    agenda_id: suspicion?.agendaId ?? null,
    item_id: suspicion?.itemId ?? story.itemId,
    rechecked: JSON.stringify(story.rechecks.flatMap(({ drawing }) => drawing ?? [])),
  };
}
