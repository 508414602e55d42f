import { foldText } from '@rettidig/event-sourcing';
import { latestDay } from '@rettidig/vocabulary';
import { statusOf } from '../story/case-story.js';
import type { CaseStory, MissStory } from '../story/case-story.js';
import { registerRows } from '../story/register-rows.js';
import type { RegisterRow } from '../story/register-rows.js';
import { caseStatusOf, nextDecision, waitingOf } from '../story/waiting.js';
import type { CaseNumber } from './case-number.js';
import { versionedSchema, versionedTable } from './versions.js';
import type { Columns, VersionedTable } from './versions.js';

/** What stands in a column for "ikke oplyst", so that it filters and counts like any other value. */
export const NOT_STATED_CODE = 'notStated';

/** What stands for "none": no committee could be found, no miss and so no cause. */
export const NONE_CODE = 'none';

const orNotStated = (value: string | null): string => value ?? NOT_STATED_CODE;

const searchText = (number: string, story: CaseStory): string =>
  foldText([number, ...story.titles, ...story.externalNumbers.map(({ value }) => value)].join('\n'));

const CHANGE_COLUMNS =
  'change_id text not null, number text not null, number_order integer not null, title text not null,' +
  ' search text not null, kind text not null, unit_id text not null, owner_id text not null, committees text not null,' +
  ' status text not null, body text not null, decision text, decision_day text not null, waiting text not null,' +
  ' missed integer not null, aligned text not null';

const REQUIREMENT_COLUMNS =
  'requirement_id text not null, change_id text not null, number text not null, number_order integer not null,' +
  ' title text not null, search text not null, kind text not null, unit_id text not null, committee_id text not null,' +
  ' role text not null, before text not null, state text not null, cause text not null, explanations text not null,' +
  ' explained text not null, body text not null, decided text, decided_on text, decided_on_or_before text,' +
  ' day text not null, found text, found_day text not null, found_by text not null, days_to_found integer,' +
  ' discussed_on text not null, acknowledged text not null, rebutted_by text, ended text, recommended_on text,' +
  ' past_from text, shown_from text not null, sources text not null';

const namesOf = (columns: string): string[] => columns.split(',').map((column) => column.trim().split(' ')[0]!);

/** Cases as lists show them. */
export const changeTable: VersionedTable = versionedTable('change', 'change_id', namesOf(CHANGE_COLUMNS));

/** The register: one row a requirement that was, or may have been, left without a MED review in time. */
export const requirementTable: VersionedTable = versionedTable(
  'requirement',
  'requirement_id',
  namesOf(REQUIREMENT_COLUMNS),
);

/**
 * The first index of each holds all that the facets count, so that counting everything reads no rows. `known_to` is in it
 * although it is null in all of them: without it the planner still reads the row to see that.
 */
export const rowsSchema = [
  ...versionedSchema(
    changeTable,
    CHANGE_COLUMNS,
    'status, kind, unit_id, owner_id, committees, known_to',
    'number_order, change_id',
    'unit_id',
    'owner_id',
    'decision_day, status, number_order',
  ),
  ...versionedSchema(
    requirementTable,
    REQUIREMENT_COLUMNS,
    'state, day, requirement_id, shown_from, kind, cause, committee_id, body, unit_id, explanations, known_to',
    'unit_id',
    'committee_id',
    'day',
    'kind',
    'body',
    'change_id',
  ),
];

/** The one row of a case. */
export function changeRow(story: CaseStory, { changeId, number, order }: CaseNumber): Columns {
  const requirements = Object.values(story.requirements);
  const standing = requirements.filter((one) => !['superseded', 'endedWithoutReview'].includes(statusOf(one)));
  const decision = nextDecision(story);
  return {
    change_id: changeId,
    number,
    number_order: order,
    title: story.title,
    search: searchText(number, story),
    kind: story.kind,
    unit_id: orNotStated(story.unitId),
    owner_id: story.ownerId ?? NONE_CODE,
    committees: JSON.stringify([...new Set(standing.map(({ committeeId }) => committeeId ?? NONE_CODE))]),
    status: caseStatusOf(story),
    body: story.decider.body,
    decision: decision && JSON.stringify(decision),
    decision_day: (decision && latestDay(decision)) ?? '9999',
    waiting: JSON.stringify(waitingOf(story)),
    missed: requirements.filter((one) => statusOf(one) === 'missed').length,
    aligned: String(story.alignments.length > 0),
  };
}

/** The rows of a case in the register. */
export const requirementRows = (story: CaseStory, number: CaseNumber): Columns[] =>
  registerRows(story).map((row) => requirementRow(row, story, number));

function requirementRow(row: RegisterRow, story: CaseStory, { changeId, number, order }: CaseNumber): Columns {
  const { requirement } = row;
  const { endedBy } = requirement;
  return {
    requirement_id: requirement.requirementId,
    change_id: changeId,
    number,
    number_order: order,
    title: story.title,
    search: searchText(number, story),
    kind: row.kind,
    unit_id: orNotStated(row.unitId),
    committee_id: requirement.committeeId ?? NONE_CODE,
    role: requirement.role,
    before: requirement.before,
    state: row.state,
    body: requirement.miss?.body ?? story.decider.body,
    day: row.day ?? '',
    days_to_found: row.daysToFound,
    rebutted_by: requirement.rebuttedBy,
    ended: endedBy && JSON.stringify(endedBy),
    recommended_on: requirement.recommendedOn,
    past_from: row.shownFrom,
    shown_from: row.shownFrom ?? '',
    sources: JSON.stringify(row.sources),
    ...missColumns(requirement.miss),
  };
}

const NO_MISS: Columns = {
  cause: NONE_CODE,
  explanations: '[]',
  explained: '[]',
  decided: null,
  decided_on: null,
  decided_on_or_before: null,
  found: null,
  found_day: '',
  found_by: NONE_CODE,
  discussed_on: '[]',
  acknowledged: '[]',
};

function missColumns(miss: MissStory | null): Columns {
  if (!miss) return NO_MISS;
  const { when, explanations } = miss;
  return {
    cause: miss.cause,
    explanations: JSON.stringify([...new Set(explanations.flatMap(({ causes }) => causes))]),
    explained: JSON.stringify(explanations),
    decided: JSON.stringify(when),
    decided_on: 'on' in when ? when.on : null,
    decided_on_or_before: 'onOrBefore' in when ? when.onOrBefore : null,
    found: JSON.stringify(miss.foundOn),
    found_day: latestDay(miss.foundOn) ?? '',
    found_by: miss.foundBy,
    discussed_on: JSON.stringify(miss.discussedOn),
    acknowledged: JSON.stringify(miss.acknowledged),
  };
}
