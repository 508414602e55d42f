import type { PersonCard } from '@rettidig/event-sourcing';
import { stages } from '@rettidig/meetings';
import { decidingBodies, fuzzyInWords } from '@rettidig/vocabulary';
import { requirementStatuses } from '../register.words.js';
import { statusOf } from '../story/case-story.js';
import type { CaseStory, MissStory, RequirementStory } from '../story/case-story.js';
import { isOnLateMaterial, timingOfReview } from '../story/papers-of-review.js';
import { isAnswered } from '../story/register-rows.js';
import { leavesLittleInfluence, timelyReviews } from '../story/timeliness-rows.js';
import { countingFor } from '../story/requirement-changes.js';
import { owedBy } from '../story/waiting.js';
import {
  acts,
  decisionPointKinds,
  explainedCauses,
  finders,
  littleInfluence,
  maturities,
  missCauses,
  outcomes,
  reasonsNotToCount,
  roles,
  scopeCovers,
  settlements,
} from '../words.js';
import type { DisputeShown, CaseFollowUpShown } from './change-parts.answer.js';
import type { DecisionScopeShown, DecisionShown, PointShown } from './decisions.answer.js';
import type { CaseDutyShown, MissingShown, MissShown } from './duties.answer.js';
import type { ReviewShown } from './reviews.answer.js';
import { endOf } from './missed-review.item.js';
import type { Naming } from './naming.js';
import { followUpInWords, waitingInWords } from './waiting.words.js';
import type { QuestionText } from './waiting.words.js';

type People = ReadonlyMap<string, PersonCard>;

/** What is owed never waits for an answer to a question. */
const noQuestion: QuestionText = (id) => id;

/** A duty without its plan, which is folded from other events. */
type Duty = Omit<CaseDutyShown, 'plan'>;

export const requirementsOf = (story: CaseStory, naming: Naming, people: People): Duty[] =>
  Object.values(story.requirements).map((one) => requirementShown(one, story, naming, people));

function requirementShown(one: RequirementStory, story: CaseStory, naming: Naming, people: People): Duty {
  const { say } = naming;
  const status = statusOf(one);
  return {
    requirementId: one.requirementId,
    committeeId: one.committeeId,
    committeeName: naming.committee(one.committeeId),
    role: one.role,
    roleText: say(roles[one.role]),
    before: one.before,
    beforeText: say(acts[one.before]),
    status,
    statusText: say(requirementStatuses[status]),
    placedOn: one.placedOn?.on ?? null,
    meetingId: one.placedOn?.meetingId ?? null,
    needs: owedBy(story, one).map((waiting) => waitingInWords(waiting, naming, noQuestion)),
    recommendedOn: one.recommendedOn,
    miss: one.miss && missShown(one.miss, naming),
    rebuttedBy: one.rebuttedBy,
    endedBy: endOf(one.endedBy, naming, people),
  };
}

const missShown = (miss: MissStory, { say, language }: Naming): MissShown => ({
  state: miss.state,
  cause: miss.cause,
  causeText: say(missCauses[miss.cause]),
  bodyText: say(decidingBodies[miss.body]),
  decidedOn: miss.when,
  decidedOnText: fuzzyInWords(miss.when, language),
  foundOn: miss.foundOn,
  foundOnText: fuzzyInWords(miss.foundOn, language),
  foundByText: say(finders[miss.foundBy]),
  discussedAfterDecisionOn: [...miss.discussedOn],
  acknowledged: miss.acknowledged.map(({ side, on }) => ({ side, on })),
  explanations: miss.explanations.map(({ side, causes, note }) => ({
    side,
    causes: [...causes],
    text: causes.map((cause) => say(explainedCauses[cause])).join(', '),
    note,
  })),
});

/** A duty before the recommendation is missing before the decision too. */
export function missingOf(story: CaseStory, naming: Naming, question: QuestionText): MissingShown {
  const owed = (before: RequirementStory['before'][]): string[] =>
    Object.values(story.requirements)
      .filter((one) => before.includes(one.before))
      .flatMap((one) => owedBy(story, one))
      .map((waiting) => waitingInWords(waiting, naming, question));
  const answers = (story.relevance === 'undetermined' ? story.ask : []).map((id) =>
    waitingInWords({ what: 'answer', question: id }, naming, question),
  );
  return {
    beforeRecommendation: [...answers, ...owed(['recommendation'])],
    beforeDecision: [...answers, ...owed(['recommendation', 'decision'])],
  };
}

export const scopeShown = ({ decisionScope }: CaseStory, { say }: Naming): DecisionScopeShown | null =>
  decisionScope && {
    covers: decisionScope.covers,
    coversText: say(scopeCovers[decisionScope.covers]),
    text: decisionScope.text ?? null,
  };

export const pointsOf = (story: CaseStory, { say, language, source }: Naming): PointShown[] =>
  Object.values(story.points).map((point) => ({
    pointId: point.pointId,
    kind: point.kind,
    body: point.body,
    when: point.when,
    sourceText: point.source && source(point.source),
    kindText: say(decisionPointKinds[point.kind]),
    bodyText: say(decidingBodies[point.body]),
    whenText: fuzzyInWords(point.when, language),
    recorded: isAnswered(point, story),
  }));

export const decisionsOf = (story: CaseStory, { say, language }: Naming): DecisionShown[] =>
  Object.values(story.decisions).map(({ decisionId, body, when, outcome, neverTaken }) => ({
    decisionId,
    body,
    bodyText: say(decidingBodies[body]),
    when,
    whenText: fuzzyInWords(when, language),
    outcome,
    outcomeText: say(outcomes[outcome]),
    neverTaken,
  }));

export function reviewsOf(story: CaseStory, naming: Naming): ReviewShown[] {
  const late = timelyReviews(story).filter(leavesLittleInfluence);
  return Object.values(story.reviews).map((one) => {
    const isLate = late.some(({ review }) => review.reviewId === one.reviewId);
    const { countsFor, doesNotCountFor, ...review } = one;
    const counts = countingFor(story, one);
    const reasons = doesNotCountFor.map(({ why }) => why);
    if (counts.length < countsFor.length) reasons.push('changedAfterwards');
    const papersTiming = timingOfReview(story, one);
    return {
      ...review,
      committeeName: naming.committee(review.committeeId),
      maturityText: naming.say(maturities[review.maturity]),
      littleInfluence: isLate,
      littleInfluenceText: isLate ? naming.say(littleInfluence) : null,
      stageText: review.stage && naming.say(stages[review.stage]),
      papersTiming,
      onLateMaterial: isOnLateMaterial(papersTiming),
      countsFor: counts,
      doesNotCountBecause: [...new Set(reasons)].map((why) => naming.say(reasonsNotToCount[why])),
    };
  });
}

export const followUpsOf = (story: CaseStory, naming: Naming): CaseFollowUpShown[] =>
  Object.values(story.followUps).map((followUp) => ({
    followUpId: followUp.followUpId,
    meetingId: followUp.meetingId,
    text: followUpInWords(followUp, naming),
    settledOn: followUp.settledOn,
  }));

export const disputesOf = (story: CaseStory, { say }: Naming): DisputeShown[] =>
  Object.values(story.disputes).map(({ disputeId, reason, outcome }) => ({
    disputeId,
    reason,
    outcome,
    outcomeText: outcome && say(settlements[outcome]),
  }));
