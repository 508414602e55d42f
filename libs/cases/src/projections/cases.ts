import { projection, subjectOf } from '@rettidig/event-sourcing';
import type { ProjectedEvent, Projection, ViewReader, ViewWriter } from '@rettidig/event-sourcing';
import type { ChangeEvent } from '../change.events.js';
import { noStory } from '../story/case-story.js';
import type { CaseStory } from '../story/case-story.js';
import { tell, toldTypes } from '../story/tell.js';
import type { CaseNumber } from './case-number.js';
import { nextNumber, numberSchema } from './case-number.js';
import { actSchema, noteAct } from './duty-lowering-acts.js';
import { changeRow, changeTable, requirementRows, requirementTable, rowsSchema } from './rows.js';
import { writeVersions } from './versions.js';

/** The name of the view that lists of cases and the register read. */
export const CASES_VIEW = 'cases';

/**
 * Cases, the register of requirements that were not MED-treated in time, and the acts that lowered a duty. The story of
 * each case is kept as it stands; rows follow from it, and every change of a row leaves the version before it behind.
 */
export const casesView: Projection<ChangeEvent> = projection<ChangeEvent>({
  name: CASES_VIEW,
  version: 1,
  schema: [
    'create table {story} (change_id text primary key, number text not null, number_order integer not null,' +
      ' story text not null) strict',
    ...numberSchema,
    ...rowsSchema,
    ...actSchema,
  ],
  on: Object.fromEntries(toldTypes.map((type) => [type, goOn])),
});

function goOn(view: ViewWriter, event: ProjectedEvent): void {
  const changeId = subjectOf(event.stream);
  const kept = keptStory(view, changeId);
  const number = kept?.number ?? nextNumber(view, changeId, event.meta.recordedAt);
  const before = kept?.story;
  const after = tell(before ?? noStory, event);
  keep(view, number, after);
  const rows = (rowsOf: (story: CaseStory) => ReturnType<typeof requirementRows>) => ({
    before: before ? rowsOf(before) : [],
    after: rowsOf(after),
  });
  writeVersions(
    view,
    changeTable,
    rows((story) => [changeRow(story, number)]),
    event.knownAt,
  );
  writeVersions(
    view,
    requirementTable,
    rows((story) => requirementRows(story, number)),
    event.knownAt,
  );
  noteAct(view, event, after, number);
}

interface KeptRow {
  readonly number: string;
  readonly number_order: number;
  readonly story: string;
}

function keptStory(view: ViewReader, changeId: string): { number: CaseNumber; story: CaseStory } | undefined {
  const row = view.get<KeptRow>('select number, number_order, story from {story} where change_id = :changeId', {
    changeId,
  });
  if (!row) return undefined;
  const story = JSON.parse(row.story) as CaseStory;
  return { number: { changeId, number: row.number, order: row.number_order }, story };
}

const keep = (view: ViewWriter, { changeId, number, order }: CaseNumber, story: CaseStory): void =>
  view.run(
    'insert into {story} values (:changeId, :number, :order, :story)' +
      ' on conflict (change_id) do update set story = excluded.story',
    { changeId, number, order, story: JSON.stringify(story) },
  );

/** The number of a case; undefined while the view has not seen it. */
export const numberOf = (view: ViewReader, changeId: string): string | undefined =>
  view.get<{ number: string }>('select number from {story} where change_id = :changeId', { changeId })?.number;
