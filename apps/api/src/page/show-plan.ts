import type { ChangeDetail } from '@rettidig/cases';
import { dayInProse } from '@rettidig/planning';
import type { Asking } from './asking.js';
import type { PlanOfDuty, StepShown, WhyShown } from './plan.model.js';
import { wordsIn } from './words.js';

type Duty = ChangeDetail['requirements'][number];
type Plan = NonNullable<Duty['plan']>;
type Say = ReturnType<typeof wordsIn>;
type Reader = Pick<Asking, 'language'> & { readonly today: string };

/** The plans of a case that is still to be discussed: one for each committee and act. */
export const plansOf = ({ requirements, decisionPoints }: ChangeDetail, reader: Reader): PlanOfDuty[] =>
  requirements.flatMap((duty) => (duty.plan ? [planOf(duty, duty.plan, decisionPoints, reader)] : []));

function planOf(duty: Duty, plan: Plan, points: ChangeDetail['decisionPoints'], reader: Reader): PlanOfDuty {
  return {
    requirementId: duty.requirementId,
    duty: `${duty.committeeName}, ${duty.beforeText}`,
    health: plan.health,
    healthText: plan.healthText,
    // Whether there is a second chance is said where one reads by when it has to be held (A17).
    aim: [aimOf(plan, reader), plan.bodies[0]?.readingsText].filter(Boolean).join(' '),
    steps: plan.steps.map((step) => stepOf(step, reader)),
    bodies: plan.bodies.length > 1 ? plan.bodies.map((body) => bodyOf(body, points, reader)) : [],
    alternatives: plan.alternatives?.sentences ?? [],
  };
}

function aimOf({ reviewBefore, meetingOn }: Plan, { language }: Reader): string {
  const say = wordsIn(language);
  if (reviewBefore) {
    const before = `${say('toBeDiscussedBefore')} ${dayInProse(reviewBefore, language)}.`;
    return meetingOn ? before : `${before} ${say('noUsableMeeting')}`;
  }
  return say(meetingOn ? 'noDateNextMeeting' : 'noDateNoMeeting');
}

function stepOf(step: Plan['steps'][number], reader: Reader): StepShown {
  const say = wordsIn(reader.language);
  return {
    step: step.stepText,
    day: dayText(step, say),
    slack: slackText(step, reader),
    rule: step.ruleText,
  };
}

/** `senest fredag den 15. januar 2027 (uge 2)`; a meeting is on its day. */
function dayText({ step, rule, onText }: Plan['steps'][number], say: Say): string {
  if (onText === null) return say('noDay');
  return happenings.has(step) && rule !== 'plannedAtLatest' ? onText : `${say('atTheLatest')} ${onText}`;
}

/** What happens on its day by itself: it passes, nobody is late for it. */
const happenings = new Set(['contactCommittee', 'preMeeting', 'meeting', 'presentation', 'decision', 'start']);

/** `12 arbejdsdage tilbage`, `overskredet med 3 arbejdsdage`. A day that only a weekend lies behind has passed too. */
export function slackText(
  { step, on, slackInWorkdays: slack }: Pick<Plan['steps'][number], 'step' | 'on' | 'slackInWorkdays'>,
  { language, today }: Reader,
): string {
  const say = wordsIn(language);
  if (on === null || slack === null) return say('noDeadline');
  const days = (count: number): string => `${count} ${say(count === 1 ? 'workday' : 'workdays')}`;
  if (on === today) return say('today');
  if (on > today) return `${days(slack)} ${say('left')}`;
  if (slack === 0) return say('justPassed');
  return happenings.has(step) ? say('daysAgo').replace('{days}', days(-slack)) : `${say('passedBy')} ${days(-slack)}`;
}

/** Each date has a limit of its own; one meeting may be early enough for one and too late for another (A20). */
function bodyOf(body: Plan['bodies'][number], points: ChangeDetail['decisionPoints'], { language }: Reader): string {
  const say = wordsIn(language);
  const kind = body.kindText.charAt(0).toUpperCase() + body.kindText.slice(1);
  const source = points.find(({ pointId }) => pointId === body.pointId)?.sourceText;
  const rule = body.recommendationRuleText ? ` (${say('recommendation')}: ${body.recommendationRuleText})` : '';
  return [
    `${kind}, ${body.bodyText}, ${dayInProse(body.day, language)}${source ? ` [${source}]` : ''}:`,
    `${say('discussedBefore')} ${dayInProse(body.reviewBefore, language)}${rule};`,
    say(body.meets ? 'meetingInTime' : 'meetingTooLate'),
  ].join(' ');
}

/** Why a case goes where it goes, by its last assessment. */
export function whyOf({ explanation }: ChangeDetail, { language }: Reader): WhyShown | null {
  if (!explanation) return null;
  const say = wordsIn(language);
  const { rules, sentences, stepsUp, notChosen, wouldChange, levelsText, ruleSetVersion, validOn } = explanation;
  const beside = [...stepsUp, ...notChosen, ...wouldChange].map(({ sentence }) => sentence);
  const isDeciding = ({ verdict }: (typeof rules)[number]): boolean => verdict === 'decides' || verdict === 'adds';
  return {
    because: [...sentences.filter((sentence) => !beside.includes(sentence)), ...(levelsText ? [levelsText] : [])],
    decided: rules.filter(isDeciding).map(({ sentence, sources }) => withSources(sentence, sources)),
    stepsUp: stepsUp.map(({ sentence }) => sentence),
    notChosen: notChosen.map(({ sentence }) => sentence),
    otherRules: rules
      .filter((rule) => !isDeciding(rule))
      .map(({ sentence, sources }) => withSources(sentence, sources)),
    whatIf: wouldChange.map(({ sentence }) => sentence),
    basis: `${say('ruleSet')} ${ruleSetVersion}; ${say('structureOf')} ${dayInProse(validOn, language)}.`,
  };
}

type Sources = NonNullable<ChangeDetail['explanation']>['rules'][number]['sources'];

/** `… [Rammeaftalen …, § 7, aftale]` */
const withSources = (sentence: string, sources: Sources): string =>
  [sentence, ...sources.map(({ reference, gradeText }) => `[${reference}, ${gradeText}]`)].join(' ');
