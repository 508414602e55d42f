import type { DayCount } from '@rettidig/calendar';
import { dayCountText, isoWeekOf } from '@rettidig/calendar';
import type { Language } from '@rettidig/event-sourcing';
import type { LocalDate, Words } from '@rettidig/vocabulary';
import { decidingBodies } from '@rettidig/vocabulary';
import { danish } from './phrases.da.js';
import { english } from './phrases.en.js';
import type { Phrases } from './phrases.types.js';
import type { Alternatives, DeadlineRule, Health, PlannedStep, ReviewPlan, StepName } from './plan.types.js';

const phrasesOf = (language: Language): Phrases => (language === 'en' ? english : danish);

const bothLanguages = <Code extends string>(da: Readonly<Record<Code, string>>, en: Readonly<Record<Code, string>>) =>
  Object.fromEntries((Object.keys(da) as Code[]).map((code) => [code, { da: da[code], en: en[code] }])) as Words<Code>;

/** How an open duty stands, in words (design section 9: never the word for a breach). */
export const healthWords: Words<Health> = bothLanguages(danish.health, english.health);

/** What the steps of a plan are called. */
export const stepWords: Words<StepName> = bothLanguages(danish.stepName, english.stepName);

/** A day as it is said where people count weeks: `fredag den 10. april 2026 (uge 15)`. */
export function dayInProse(date: LocalDate, language: Language): string {
  const say = phrasesOf(language);
  const [year, month, day] = date.split('-');
  return say.day({
    weekday: say.weekdays[(new Date(date).getUTCDay() + 6) % 7]!,
    day: Number(day),
    month: say.months[Number(month) - 1]!,
    year: year!,
    week: isoWeekOf(date).week,
  });
}

/** A month or quarter as it is said: `maj 2026`, `2. kvartal 2026` for `2026-05`, `2026-Q2`. */
export function periodInProse(period: string, language: Language): string {
  const [year, part] = period.split('-') as [string, string];
  if (!part.startsWith('Q')) return `${phrasesOf(language).months[Number(part) - 1]!} ${year}`;
  const quarter = part.slice(1);
  return language === 'en' ? `quarter ${quarter} of ${year}` : `${quarter}. kvartal ${year}`;
}

/** A step of a plan as a sentence, with the rule that its day follows from. */
export function stepText(step: PlannedStep, language: Language): string {
  const say = phrasesOf(language);
  const isOnTheDay = step.rule.code === 'notAgreed' && step.on !== null;
  return `${saidOf(step, language)}: ${isOnTheDay ? say.onTheDay : clauseOf(step.rule, language)}.`;
}

function saidOf({ step, on, rule, body = 'notStated' }: PlannedStep, language: Language): string {
  const say = phrasesOf(language);
  if (on === null) return say.withoutDay[step as keyof Phrases['withoutDay']];
  const day = dayInProse(on, language);
  if (step === 'decision' && body === 'notStated') return say.decidesUnknown(day);
  const phrases = rule.code === 'plannedAtLatest' ? { ...say.step, ...say.stepAtLatest } : say.step;
  return phrases[step](day, decidingBodies[body][language]);
}

/** Why a day is that day: `14 kalenderdage før mødet, efter udvalgets tidsplan 2026-1`, `Frist ikke aftalt`. */
export function ruleText(rule: DeadlineRule, language: Language): string {
  const clause = clauseOf(rule, language);
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}

function clauseOf({ code, days, version = '' }: DeadlineRule, language: Language): string {
  const whose = code === 'politicalTimetable' ? 'politicalMeeting' : 'meeting';
  return phrasesOf(language).rule[code]({ days: days ? beforeText(days, whose, language) : '', version });
}

function beforeText(days: DayCount, whose: keyof Phrases['before'], language: Language): string {
  const say = phrasesOf(language);
  return days.count === 0 ? say.sameDay[whose] : say.before[whose](dayCountText(days, language));
}

/** What can still be done, in sentences; nothing while a meeting is left. */
export function alternativesTexts(
  alternatives: Alternatives | null,
  plan: ReviewPlan,
  language: Language,
): readonly string[] {
  if (!alternatives) return [];
  const say = phrasesOf(language);
  const { nextMeeting, extraordinary, moveDecisions } = alternatives;
  const move = say.move[nextMeeting ? 'nextMeeting' : 'extraordinary'];
  return [
    `${noneLeft(plan, say)}; ${nextText(nextMeeting, language)}.`,
    extraordinary
      ? say.extraordinary[extraordinary.inTime ? 'inTime' : 'tooLate'](dayInProse(extraordinary.earliestOn, language))
      : say.noExtraordinary,
    ...moveDecisions.map(({ kind, body, to }) =>
      move(say.point[kind], decidingBodies[body][language], dayInProse(to, language)),
    ),
  ];
}

/** Where the recommendation has a deadline of its own it is that which is not made, not the decision. */
function noneLeft({ bodies: [binding] }: ReviewPlan, say: Phrases): string {
  if (!binding) return say.noneAhead;
  const isRecommendation = binding.reviewBefore < binding.day;
  return say.noneLeft(say.beforePoint[isRecommendation ? 'recommendation' : binding.kind]);
}

function nextText(next: Alternatives['nextMeeting'], language: Language): string {
  const say = phrasesOf(language);
  if (!next) return say.noneCalled;
  const day = dayInProse(next.on, language);
  return next.missesByDays === 0 ? say.nextMeeting(day) : say.nextMeetingTooLate(day);
}
