import { notFound } from '@rettidig/event-sourcing';
import type { DecidingBody, FuzzyDate } from '@rettidig/vocabulary';
import { decidingBodies, Flag, FreeText, Id, OneOf, UncertainDay } from '@rettidig/vocabulary';
import type { DecisionRecordCorrected } from '../change.events.js';
import type { Act, ChangeState } from '../change.state.js';
import { missedDuties, standingMiss } from '../change.state.js';
import type { ChangeContext } from '../checks.js';
import { notInTheFuture, registered } from '../checks.js';
import { assessAndJudge, atReassessment, rebut } from '../consequences.js';
import { after, Draft } from '../draft.js';
import type { Occasion } from '../owed.js';
import { owedBy } from '../owed.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** The record of a decision was wrong. The row in the register stays and says what was wrong with it. */
export class CorrectDecision {
  @Id({ description: 'The decision as it was recorded.' })
  decisionId!: string;

  @OneOf(decidingBodies, { description: 'Who really decided; as recorded when left out.', optional: true })
  body?: DecidingBody;

  @UncertainDay({ description: 'When it really was decided; as recorded when left out.', optional: true })
  when?: FuzzyDate;

  @Flag({ description: 'There was no such decision. False when left out.', optional: true })
  neverTaken?: boolean;

  @FreeText({
    description: 'What was wrong, and how it is known.',
    example: 'Datoen var fra indkaldelsen; referatet siger den 10. juni.',
    max: 1000,
    multiline: true,
  })
  reason!: string;
}

const occasion: Occasion = { cause: 'decision' };

export const correctDecision: CaseCommand<CorrectDecision> = {
  ...onCase,
  name: 'CorrectDecision',
  message: CorrectDecision,
  kind: 'change',
  path: '/changes/{id}/decision/{decisionId}/correction',
  summary: { da: 'Ret en forkert registreret beslutning', en: 'Correct the record of a decision' },
  refusals: ['change.unknown', 'change.decision-unknown', 'change.in-the-future'],
  decide: (state, message, context) => {
    const decision = registered(state).acts[message.decisionId];
    if (decision?.kind !== 'decision') throw notFound('change.decision-unknown');
    notInTheFuture(message.when, context);
    const corrected = correctionOf(decision, message);
    if (isAsRecorded(decision, corrected)) return [];
    const draft = new Draft(state, context);
    draft.add({
      type: 'DecisionRecordCorrected',
      data: { ...corrected, recordedInError: inError(state, corrected, context) },
    });
    assessAndJudge(draft, occasion, atReassessment(context));
    rebut(draft, occasion);
    return draft.events;
  },
};

type Correction = Omit<DecisionRecordCorrected['data'], 'recordedInError'>;

const correctionOf = (decision: Act, { body, when, neverTaken, reason }: CorrectDecision): Correction => ({
  decisionId: decision.actId,
  body: body ?? decision.body,
  when: when ?? decision.when,
  neverTaken: neverTaken ?? false,
  reason,
});

const isAsRecorded = (decision: Act, { body, when, neverTaken }: Correction): boolean =>
  decision.body === body &&
  decision.neverTaken === neverTaken &&
  JSON.stringify(decision.when) === JSON.stringify(when);

/**
 * Rows of this decision that there is no reason for by the corrected record: all when it was never taken; else only
 * those of a committee that another one turns out to have been right instead of. A date that moves clears nobody.
 */
function inError(state: ChangeState, corrected: Correction, context: ChangeContext): string[] {
  const rows = missedDuties(state).filter((duty) => standingMiss(duty)!.by === corrected.decisionId);
  const ids = rows.map(({ requirement }) => requirement.requirementId);
  if (corrected.neverTaken) return ids;
  const trial = after(state, { type: 'DecisionRecordCorrected', data: { ...corrected, recordedInError: [] } }, context);
  const required = owedBy(trial, context, occasion).byAct.get(corrected.decisionId) ?? [];
  return rows
    .map(({ requirement }) => requirement)
    .filter(({ requirementId }) => !required.some((one) => one.requirementId === requirementId))
    .filter(({ role }) => required.some((one) => one.role === role))
    .map(({ requirementId }) => requirementId);
}
