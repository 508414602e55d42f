import type { AnyProjection, AnyQuery } from '@rettidig/event-sourcing';
import { casesView } from './projections/cases.js';
import { plansView } from './projections/plans.js';
import { getChange } from './queries/get-change.js';
import { getTimeliness } from './queries/get-timeliness.js';
import { listChanges } from './queries/list-changes.js';
import { listDutyLoweringActs } from './queries/list-duty-lowering-acts.js';
import { listPlans } from './queries/list-plans.js';
import { listMissedReviews } from './queries/list-missed-reviews.js';
import { listTimelyReviews } from './queries/list-timely-reviews.js';

/** What can be asked about cases. */
export const caseQueries: readonly AnyQuery[] = [
  listMissedReviews,
  listChanges,
  getChange,
  listPlans,
  listDutyLoweringActs,
  getTimeliness,
  listTimelyReviews,
];

/** What lists of cases are read from. */
export const caseProjections: readonly AnyProjection[] = [casesView, plansView];

/** Refusals of the questions, beside those of the commands. */
export const readingTexts = {
  'change.drawing-in-the-future': {
    da: 'Stikprøven for {drawing} er ikke trukket endnu. Vælg et kvartal, der er begyndt.',
    en: 'The sample of {drawing} is not drawn yet. Choose a quarter that has begun.',
  },
  'change.period-ends-before-it-starts': {
    da: 'Perioden slutter, før den begynder.',
    en: 'The period ends before it starts.',
  },
} as const;

export { casesView, listDutyLoweringActs, listMissedReviews, listPlans, plansView };
export type { ListMissedReviews } from './queries/list-missed-reviews.js';
export type { MissedReview, MissedReviewList } from './queries/list-missed-reviews.answer.js';
export type { PlanList } from './queries/list-plans.answer.js';
export type { ChangeList } from './queries/list-changes.js';
export type { ChangeDetail } from './queries/get-change.answer.js';
export type { DutyLoweringActList } from './queries/list-duty-lowering-acts.answer.js';
export { registerStates } from './register.words.js';
