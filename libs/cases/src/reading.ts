import type { AnyProjection, AnyQuery } from '@rettidig/event-sourcing';
import { casesView } from './projections/cases.js';
import { getChange } from './queries/get-change.js';
import { listChanges } from './queries/list-changes.js';
import { listDutyLoweringActs } from './queries/list-duty-lowering-acts.js';
import { listMissedReviews } from './queries/list-missed-reviews.js';

/** What can be asked about cases. */
export const caseQueries: readonly AnyQuery[] = [listMissedReviews, listChanges, getChange, listDutyLoweringActs];

/** What lists of cases are read from. */
export const caseProjections: readonly AnyProjection[] = [casesView];

/** Refusals of the questions, beside those of the commands. */
export const readingTexts = {
  'change.period-ends-before-it-starts': {
    da: 'Perioden slutter, før den begynder.',
    en: 'The period ends before it starts.',
  },
} as const;

export { listMissedReviews, listChanges, getChange, listDutyLoweringActs };
export { ListMissedReviews } from './queries/list-missed-reviews.js';
export { MissedReview, MissedReviewList } from './queries/list-missed-reviews.answer.js';
export { ChangeList, ChangeListItem, ListChanges } from './queries/list-changes.js';
export { ChangeDetail } from './queries/get-change.answer.js';
export { GetChange } from './queries/get-change.js';
export { DutyLoweringActItem, DutyLoweringActList, ListDutyLoweringActs } from './queries/list-duty-lowering-acts.js';
export { caseStatuses, dutyLoweringActWords, registerStates, requirementStatuses } from './register.words.js';
export { casesView };
