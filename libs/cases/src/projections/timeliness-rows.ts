import { foldText } from '@rettidig/event-sourcing';
import type { CaseStory } from '../story/case-story.js';
import { timingOfReview } from '../story/papers-of-review.js';
import { alignedBefore, timelyReviews } from '../story/timeliness-rows.js';
import type { TimelyReview } from '../story/timeliness-rows.js';
import type { CaseNumber } from './case-number.js';
import { NOT_STATED_CODE } from './rows.js';
import type { Columns, VersionedTable } from './versions.js';
import { versionedSchema, versionedTable } from './versions.js';

const COLUMNS =
  'review_id text not null, change_id text not null, number text not null, number_order integer not null,' +
  ' title text not null, search text not null, kind text not null, unit_id text not null, committee_id text not null,' +
  ' meeting_id text not null, held_on text not null, maturity text not null, is_first integer not null,' +
  ' aligned_on text, papers_on text not null, papers_timing text not null, recommended_on text not null, decided_on text not null';

/** How early each review was: one row a review, so that no question reads the stories of all cases. */
export const timelyTable: VersionedTable = versionedTable(
  'timely',
  'review_id',
  COLUMNS.split(',').map((column) => column.trim().split(' ')[0]!),
);

/** The first index holds all that the distributions are counted from. */
export const timelySchema = versionedSchema(
  timelyTable,
  COLUMNS,
  'held_on, unit_id, kind, committee_id, is_first, maturity, papers_on, recommended_on, decided_on, known_to',
  'unit_id, held_on',
  'committee_id, held_on',
  'kind, held_on',
);

/** The rows of a case. */
export const timelyRows = (story: CaseStory, number: CaseNumber): Columns[] =>
  timelyReviews(story).map((one) => timelyRow(one, story, number));

function timelyRow(
  { review, isFirst, papersOn, recommendedOn, decidedOn }: TimelyReview,
  story: CaseStory,
  { changeId, number, order }: CaseNumber,
): Columns {
  return {
    review_id: review.reviewId,
    change_id: changeId,
    number,
    number_order: order,
    title: story.title,
    search: foldText(`${number}\n${story.title}`),
    kind: story.kind,
    unit_id: story.unitId ?? NOT_STATED_CODE,
    committee_id: review.committeeId,
    meeting_id: review.meetingId,
    held_on: review.heldOn,
    maturity: review.maturity,
    is_first: Number(isFirst),
    aligned_on: alignedBefore(story, review),
    papers_on: papersOn,
    papers_timing: timingOfReview(story, review) ?? 'unknown',
    recommended_on: recommendedOn,
    decided_on: decidedOn,
  };
}
