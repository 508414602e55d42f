import type { Text } from '@rettidig/event-sourcing';
import type { ReviewPlan } from '@rettidig/planning';
import { dayInWords } from '@rettidig/vocabulary';
import type { LocalDate } from '@rettidig/vocabulary';
import type { PlanCause, ReviewsPlanned } from './plan.events.js';

/** The day in words; a day that nobody wrote down is left out. */
const on = (day: LocalDate | undefined, before: Text): Text =>
  day === undefined
    ? { da: '', en: '' }
    : { da: `${before.da}${dayInWords(day)}`, en: `${before.en}${dayInWords(day)}` };

const theDay = { da: ' den ', en: ' on ' };

/** What became of the meeting that moved the plan. */
const ofMeeting: Readonly<Record<NonNullable<PlanCause['did']>, (cause: PlanCause) => Text>> = {
  scheduled: ({ on: day }) => ({
    da: `der er indkaldt til møde${on(day, theDay).da}`,
    en: `a meeting was called${on(day, theDay).en}`,
  }),
  moved: ({ from, on: day }) => ({
    da: `mødet er flyttet${on(from, { da: ' fra den ', en: '' }).da}${on(day, { da: ' til den ', en: '' }).da}`,
    en: `the meeting was moved${on(from, { da: '', en: ' from ' }).en}${on(day, { da: '', en: ' to ' }).en}`,
  }),
  cancelled: ({ on: day }) => ({
    da: `mødet${on(day, theDay).da} er aflyst`,
    en: `the meeting${on(day, theDay).en} was cancelled`,
  }),
  held: ({ on: day }) => ({
    da: `mødet${on(day, theDay).da} er holdt`,
    en: `the meeting${on(day, theDay).en} was held`,
  }),
  onAgenda: ({ on: day }) => ({
    da: `sagen er sat på dagsordenen til mødet${on(day, theDay).da}`,
    en: `the case was put on the agenda of the meeting${on(day, theDay).en}`,
  }),
  offAgenda: ({ on: day }) => ({
    da: `sagen er taget af dagsordenen til mødet${on(day, theDay).da}`,
    en: `the case was taken off the agenda of the meeting${on(day, theDay).en}`,
  }),
};

/** Why a plan is another one now; null where the line of the case before it says so. */
function because(cause: PlanCause): Text | null {
  switch (cause.what) {
    case 'case':
      return null;
    case 'meeting':
      return cause.did ? ofMeeting[cause.did](cause) : { da: 'mødeplanen er ændret', en: 'the meeting plan changed' };
    case 'structure':
      return { da: 'MED-strukturen er ændret', en: 'the structure changed' };
    case 'rules':
      return { da: 'reglerne er ændret', en: 'the rules changed' };
    case 'calendar':
      return { da: 'kommunens lukkedage er ændret', en: 'the closing days changed' };
    case 'timetable':
      return { da: 'der er aftalt andre frister', en: 'other deadlines were agreed' };
    case 'readings':
      return {
        da: 'der er aftalt et andet antal politiske behandlinger',
        en: 'another number of political readings was agreed',
      };
    case 'waiver':
      return {
        da: 'formand og næstformand har fraveget en frist',
        en: 'chair and deputy chair waived a deadline',
      };
    case 'dayCame':
      return {
        da: `en ændring er trådt i kraft${on(cause.on, theDay).da}`,
        en: `a change took effect${on(cause.on, theDay).en}`,
      };
  }
}

/** Where one duty is aimed at. */
function aimOf({ committeeId, meetingOn, reviewBefore }: ReviewPlan, committee: (id: string | null) => string): Text {
  const name = committee(committeeId);
  const limit = on(reviewBefore ?? undefined, { da: ' før den ', en: ' before ' });
  if (meetingOn === null) {
    return reviewBefore === null
      ? { da: `${name}: der er endnu intet møde`, en: `${name}: no meeting yet` }
      : { da: `${name}: intet møde${limit.da}`, en: `${name}: no meeting${limit.en}` };
  }
  const comma = reviewBefore === null ? '' : ',';
  return {
    da: `${name} på mødet den ${dayInWords(meetingOn)}${comma}${limit.da}`,
    en: `${name} at the meeting on ${dayInWords(meetingOn)}${comma}${limit.en}`,
  };
}

/** A plan in one sentence: why it changed, and what is aimed at now. */
export function planTold({ plans, cause }: ReviewsPlanned['data'], committee: (id: string | null) => string): Text {
  const aims = plans.map((plan) => aimOf(plan, committee));
  const why = because(cause);
  const told = (language: 'da' | 'en', changed: string, plan: string, nothing: string): string => {
    const aim = aims.map((one) => one[language]).join('; ') || nothing;
    return why ? `${changed} ${why[language]}: ${aim}.` : `${plan}: ${aim}.`;
  };
  return {
    da: told('da', 'Planen er ændret, fordi', 'Plan', 'der er ikke mere at planlægge'),
    en: told('en', 'The plan changed because', 'Plan', 'nothing is left to plan'),
  };
}
