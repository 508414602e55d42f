import type { QueryContext, Text } from '@rettidig/event-sourcing';
import { alternativesOf, alternativesTexts, healthOf } from '@rettidig/planning';
import type { ReviewPlan, StepName } from '@rettidig/planning';
import { dayInWords, dayOf } from '@rettidig/vocabulary';
import type { LocalDate } from '@rettidig/vocabulary';
import type { ChangeState } from '../../change.state.js';
import type { ChangeContext, ChangeReference } from '../../checks.js';
import { planQuestions } from '../../plan-question.js';
import type { Naming } from '../naming.js';
import { namingOf } from '../naming.js';
import type { DutyInPlan } from './turned-case.answer.js';

/** One side of a comparison: what ids are called there. */
export interface Side {
  readonly naming: Naming;
  readonly today: LocalDate;
}

/** What both sides are told with. */
export interface Telling {
  readonly context: QueryContext<ChangeReference>;
  readonly reference: ChangeReference;
  readonly before: Side;
  readonly after: Side;
}

export function tellingOf(context: QueryContext<ChangeReference>, reference: ChangeReference): Telling {
  const today = dayOf(context.now);
  const side = (known: ChangeReference): Side => ({ naming: namingOf(known, context.language, today), today });
  return { context, reference, before: side(context.reference), after: side(reference) };
}

const dayOfStep = ({ steps }: ReviewPlan, name: StepName): LocalDate | null =>
  steps.find(({ step }) => step === name)?.on ?? null;

/** A plan as lists show it. */
export const shown = (plan: ReviewPlan, { naming, today }: Side): DutyInPlan => ({
  committeeId: plan.committeeId,
  committeeName: naming.committee(plan.committeeId),
  meetingId: plan.meetingId,
  meetingOn: plan.meetingOn,
  reviewBefore: plan.reviewBefore,
  itemIn: dayOfStep(plan, 'itemIn'),
  papersOut: dayOfStep(plan, 'papersOut'),
  health: healthOf(plan, today),
});

interface TurnOfDuty {
  readonly from: ReviewPlan | null;
  readonly to: ReviewPlan | null;
  /** The case as it would be. */
  readonly state: ChangeState;
  readonly changeId: string;
}

/** What turns about a duty, and what could be done where nothing usable would be left. */
export function turnTold(turn: TurnOfDuty, telling: Telling): { sentences: string[]; alternatives: string[] } {
  const { language } = telling.context;
  return {
    sentences: sentencesOf(turn, telling).map((text) => text[language]),
    alternatives: turn.to ? alternativesTo(turn.to, turn, telling) : [],
  };
}

function sentencesOf({ from, to }: TurnOfDuty, { before, after }: Telling): Text[] {
  if (!from) return [appears(to!, after)];
  if (!to) return [disappears(from, before)];
  const told = [committeeTurns(from, to, { before, after }), ...datesTurn(from, to)].filter((text) => text !== null);
  return told.length > 0
    ? told
    : [{ da: 'Andre datoer i planen bliver andre.', en: 'Other dates of the plan change.' }];
}

const appears = ({ committeeId, meetingOn }: ReviewPlan, { naming }: Side): Text => {
  const name = naming.committee(committeeId);
  const on = meetingOn === null ? '' : dayInWords(meetingOn);
  return meetingOn === null
    ? { da: `Sagen skal behandles i ${name}.`, en: `The case must be reviewed by ${name}.` }
    : {
        da: `Sagen skal behandles i ${name}, på mødet den ${on}.`,
        en: `The case must be reviewed by ${name}, at the meeting on ${on}.`,
      };
};

const disappears = ({ committeeId }: ReviewPlan, { naming }: Side): Text => {
  const name = naming.committee(committeeId);
  return { da: `Der er ikke længere noget at planlægge i ${name}.`, en: `Nothing is left to plan in ${name}.` };
};

function committeeTurns(
  from: ReviewPlan,
  to: ReviewPlan,
  { before, after }: Pick<Telling, 'before' | 'after'>,
): Text | null {
  if (from.committeeId === to.committeeId) return null;
  const [was, is] = [before.naming.committee(from.committeeId), after.naming.committee(to.committeeId)];
  return { da: `Sagen går til ${is} i stedet for ${was}.`, en: `The case goes to ${is} instead of ${was}.` };
}

/** Dates that people act on; null where they are the same. */
const datesTurn = (from: ReviewPlan, to: ReviewPlan): (Text | null)[] => [
  turned(from.meetingOn, to.meetingOn, {
    da: ['Mødet', 'intet møde'],
    en: ['The meeting', 'no meeting'],
  }),
  turned(from.reviewBefore, to.reviewBefore, {
    da: ['MED-behandlingen skal være holdt før', 'ingen kendt dato'],
    en: ['The review must be held before', 'no known date'],
  }),
  turned(dayOfStep(from, 'itemIn'), dayOfStep(to, 'itemIn'), {
    da: ['Sagen skal være meldt ind senest', 'frist ikke aftalt'],
    en: ['The item must be in by', 'no deadline agreed'],
  }),
  turned(dayOfStep(from, 'papersOut'), dayOfStep(to, 'papersOut'), {
    da: ['Materialet skal være ude senest', 'frist ikke aftalt'],
    en: ['The papers must be out by', 'no deadline agreed'],
  }),
];

type WhatTurns = Readonly<Record<'da' | 'en', readonly [what: string, none: string]>>;

function turned(from: LocalDate | null, to: LocalDate | null, what: WhatTurns): Text | null {
  if (from === to) return null;
  const told = (language: 'da' | 'en', was: string): string => {
    const [subject, none] = what[language];
    const day = (date: LocalDate | null): string => (date === null ? none : dayInWords(date));
    return `${subject}: ${day(to)} (${was} ${day(from)}).`;
  };
  return { da: told('da', 'før'), en: told('en', 'was') };
}

/** What could still be done, asked of the reference data as they would be. */
function alternativesTo(plan: ReviewPlan, { state, changeId }: TurnOfDuty, telling: Telling): string[] {
  const { context, reference, after } = telling;
  const asked = { ...context, reference, subjectId: changeId, commandId: changeId, newId: (name: string) => name };
  const question = planQuestions(state, asked as ChangeContext).find(
    ({ requirementId }) => requirementId === plan.requirementId,
  );
  const alternatives = question && alternativesOf(plan, question, reference, after.today);
  return [...alternativesTexts(alternatives ?? null, plan, context.language)];
}
