import { projection, subjectOf } from '@rettidig/event-sourcing';
import type { ProjectedEvent, Projection, ReadDatabase, ViewReader, ViewWriter } from '@rettidig/event-sourcing';
import type { ChangeEvent } from '../change.events.js';
import { hasOrHadDuty, noStory } from '../story/case-story.js';
import type { CaseStory } from '../story/case-story.js';
import { tell, toldTypes } from '../story/tell.js';
import type { CaseNumber } from './case-number.js';
import { nextNumber, numberSchema } from './case-number.js';
import { actSchema, noteAct } from './duty-lowering-acts.js';
import { changeRow, changeTable, requirementRows, requirementTable, rowsSchema } from './rows.js';
import { timelyRows, timelySchema, timelyTable } from './timeliness-rows.js';
import { writeVersions } from './versions.js';
import type { Columns } from './versions.js';

/** The name of the view that lists of cases and the register read. */
export const CASES_VIEW = 'cases';

/**
 * Cases, the register of requirements that were not MED-treated in time, and the acts that lowered a duty. The story of
 * each case is kept as it stands; rows follow from it, and every change of a row leaves the version before it behind.
 */
export const casesView: Projection<ChangeEvent> = projection<ChangeEvent>({
  name: CASES_VIEW,
  version: 7,
  schema: [
    'create table {story} (change_id text primary key, number text not null, number_order integer not null,' +
      ' story text not null) strict',
    ...numberSchema,
    ...rowsSchema,
    ...timelySchema,
    ...actSchema,
  ],
  on: Object.fromEntries(
    toldTypes.map((type) => [type, (view: ViewWriter, event: ProjectedEvent) => goOn(view, [event])]),
  ),
  together: goOn,
});

/** Goes on with the story of one case by events that became known at the same instant. */
function goOn(view: ViewWriter, events: readonly ProjectedEvent[]): void {
  const { stream, meta, knownAt } = events[0]!;
  const changeId = subjectOf(stream);
  const before = keptCase(view, changeId);
  const number = before?.number ?? nextNumber(view, changeId, meta.recordedAt);
  let story = before?.story ?? noStory;
  for (const event of events) {
    story = tell(story, event);
    noteAct(view, event, story, number);
  }
  const after = caseOf(number, story);
  keep(view, after);
  writeVersions(view, changeTable, { before: before?.change ?? [], after: after.change }, knownAt);
  writeVersions(view, requirementTable, { before: before?.register ?? [], after: after.register }, knownAt);
  writeVersions(view, timelyTable, { before: before?.timely ?? [], after: after.timely }, knownAt);
}

/** A case as it stands, with the rows that follow from it. */
interface KeptCase {
  readonly number: CaseNumber;
  readonly story: CaseStory;
  readonly change: readonly Columns[];
  readonly register: readonly Columns[];
  readonly timely: readonly Columns[];
}

const caseOf = (number: CaseNumber, story: CaseStory): KeptCase => ({
  number,
  story,
  change: [changeRow(story, number)],
  register: requirementRows(story, number),
  timely: timelyRows(story, number),
});

interface KeptRow {
  readonly number: string;
  readonly number_order: number;
  readonly story: string;
}

function keptCase(view: ViewReader, changeId: string): KeptCase | undefined {
  const row = view.get<KeptRow>('select number, number_order, story from {story} where change_id = :changeId', {
    changeId,
  });
  if (!row) return undefined;
  const number = { changeId, number: row.number, order: row.number_order };
  return caseOf(number, JSON.parse(row.story) as CaseStory);
}

function keep(view: ViewWriter, { number: { changeId, number, order }, story }: KeptCase): void {
  view.run(
    'insert into {story} values (:changeId, :number, :order, :story)' +
      ' on conflict (change_id) do update set story = excluded.story',
    { changeId, number, order, story: JSON.stringify(story) },
  );
}

/** The number of a case; undefined while the view has not seen it. */
export const numberOf = (view: ViewReader, changeId: string): string | undefined =>
  view.get<{ number: string }>('select number from {story} where change_id = :changeId', { changeId })?.number;

/** The question on the list "Til vurdering" that a case grew out of, and whether the case answers it. */
export interface QuestionOfCase {
  readonly possibleMissId: string;
  readonly hasDuty: boolean;
}

/** Undefined for a case that grew out of none. */
export function questionOfCase(view: ReadDatabase, changeId: string): QuestionOfCase | undefined {
  const story = keptCase(view.view(CASES_VIEW), changeId)?.story;
  return story?.origin ? { possibleMissId: story.origin.possibleMissId, hasDuty: hasOrHadDuty(story) } : undefined;
}
