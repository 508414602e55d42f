export type * from './plan.types.js';
export { alternativesOf } from './alternatives.js';
export { healthOf, slackOf, unconfirmedFrom } from './health.js';
export { planReview } from './plan-review.js';
