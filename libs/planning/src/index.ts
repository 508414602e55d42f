export type * from './plan.types.js';
export { alternativesOf } from './alternatives.js';
export { bindingDay, papersOut } from './deadlines.js';
export { groundOf } from './ground.js';
export { healthOf, slackOf, unconfirmedFrom } from './health.js';
export { planReview } from './plan-review.js';
export { alternativesTexts, dayInProse, healthWords, periodInProse, ruleText, stepText, stepWords } from './prose.js';
