import type { Calendar } from '@rettidig/calendar';
import {
  alternativesOf,
  alternativesTexts,
  dayInProse,
  healthOf,
  healthWords,
  ruleText,
  slackOf,
  stepText,
  stepWords,
} from '@rettidig/planning';
import type { BodyPlan, PlannedStep, PlanQuestion, PlanReference, ReviewPlan } from '@rettidig/planning';
import type { RuleBook } from '@rettidig/rules';
import { calendarIn, readingsOn } from '@rettidig/rules';
import { decidingBodies, isPolitical } from '@rettidig/vocabulary';
import type { LocalDate } from '@rettidig/vocabulary';
import { meaningOf } from '../readings.words.js';
import { decisionPointKinds } from '../words.js';
import type { NameReference, Naming } from './naming.js';
import type { PlanAlternativesShown, PlanBodyShown, PlanShown, PlanStepShown } from './plan.answer.js';

/** Shows plans as they stand on a day, in the reader's words. */
export function planning(
  { ruleBook }: NameReference,
  naming: Naming,
  today: LocalDate,
): (plan: ReviewPlan, kind: string) => PlanShown {
  const calendar = calendarIn(ruleBook);
  return (plan, kind) => {
    const health = healthOf(plan, today);
    return {
      aim: plan.aim,
      health,
      healthText: naming.say(healthWords[health]),
      since: plan.since,
      reviewBefore: plan.reviewBefore,
      meetingId: plan.meetingId,
      meetingOn: plan.meetingOn,
      lastUsableMeetingId: plan.lastUsableId,
      lastUsableOn: plan.lastUsableOn,
      atRiskFrom: plan.atRiskFrom,
      pastFrom: plan.pastFrom,
      steps: plan.steps.map((step) => stepShown(step, naming, { calendar, today })),
      bodies: plan.bodies.map((body) => bodyShown(body, plan, naming, readingsText(ruleBook, kind, naming))),
    };
  };
}

function stepShown(
  step: PlannedStep,
  { say, language }: Naming,
  { calendar, today }: { readonly calendar: Calendar; readonly today: LocalDate },
): PlanStepShown {
  const { rule, on } = step;
  return {
    step: step.step,
    stepText: say(stepWords[step.step]),
    on,
    onText: on === null ? null : dayInProse(on, language),
    sentence: stepText(step, language),
    rule: rule.code,
    ruleText: ruleText(rule, language),
    timetable: rule.version ?? null,
    calendar: rule.calendar ?? null,
    slackInWorkdays: slackOf(step, calendar, today),
  };
}

const bodyShown = (
  one: BodyPlan,
  { meetingOn }: ReviewPlan,
  { say, language }: Naming,
  textOf: (one: BodyPlan) => string | null,
): PlanBodyShown => ({
  pointId: one.pointId,
  kind: one.kind,
  kindText: say(decisionPointKinds[one.kind]),
  body: one.body,
  bodyText: say(decidingBodies[one.body]),
  day: one.day,
  reviewBefore: one.reviewBefore,
  recommendationBy: one.recommendationBy?.on ?? null,
  recommendationRuleText: one.recommendationBy && ruleText(one.recommendationBy.rule, language),
  readingsText: textOf(one),
  lastUsableMeetingId: one.meetingId,
  meets: meetingOn !== null && meetingOn < one.reviewBefore,
});

/** What the number of readings of a body means for MED (A17); who is no politician has none. */
const readingsText =
  (ruleBook: RuleBook, kind: string, { say }: Naming) =>
  ({ body, day, kind: what }: BodyPlan): string | null =>
    isPolitical(body) && what !== 'start' ? say(meaningOf(readingsOn(ruleBook, { kind, body }, day)?.readings)) : null;

/** What can still be done about a plan on a day; null while a usable meeting is left. */
export function alternativesShown(
  plan: ReviewPlan,
  question: PlanQuestion,
  reference: PlanReference,
  { language, today }: Pick<Naming, 'language'> & { readonly today: LocalDate },
): PlanAlternativesShown | null {
  const alternatives = alternativesOf(plan, question, reference, today);
  return (
    alternatives && {
      sentences: [...alternativesTexts(alternatives, plan, language)],
      nextMeeting: alternatives.nextMeeting,
      extraordinary: alternatives.extraordinary,
      moveDecisions: [...alternatives.moveDecisions],
    }
  );
}
