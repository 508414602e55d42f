import { impossible } from '@rettidig/event-sourcing';
import type { FactAnswer } from '@rettidig/rules';
import { checkFacts, OTHER_KIND, ruleSetOn } from '@rettidig/rules';
import { Dictionary, FreeText, Id, One, Pattern } from '@rettidig/vocabulary';
import type { ChangeFactsCorrected, Requirement } from '../change.events.js';
import { isAltered, reviewedDuties } from '../alterations.js';
import type { ChangeState } from '../change.state.js';
import { isDecided } from '../change.state.js';
import type { ChangeContext } from '../checks.js';
import { inProgress, knownUnit, today } from '../checks.js';
import { assessAndJudge, atReassessment } from '../consequences.js';
import { after, Draft } from '../draft.js';
import type { Occasion } from '../owed.js';
import { byTheRules, owedBy } from '../owed.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given, ScopeOfDecision, WhoDecides } from './parts.js';

/** What was said about the change was wrong, or is known better now. What it owes is assessed in the same append. */
export class CorrectChangeFacts {
  @Dictionary(
    {},
    { description: 'Answers that change, by question; `unknown` takes one back. Others stay.', optional: true },
  )
  facts?: Record<string, FactAnswer>;

  @Pattern(/^[a-z][A-Za-z0-9]{0,63}$/, { description: 'The right kind of change.', optional: true })
  kind?: string;

  @Id({ description: 'The right unit. Null: not stated.', nullable: true, optional: true })
  unitId?: string | null;

  @One(() => WhoDecides, { description: 'Who really decides.', optional: true })
  decider?: WhoDecides;

  @One(() => ScopeOfDecision, {
    description:
      'What the coming decision is to cover now. Another scope than the one that was discussed asks for a new review.',
    optional: true,
  })
  decisionScope?: ScopeOfDecision;

  @FreeText({
    description: 'A better title.',
    example: 'Flere afdelingsledere i Center for Unge',
    max: 200,
    optional: true,
  })
  title?: string;

  @FreeText({
    description: 'Why it is corrected.',
    example: 'Titlen sagde ikke, hvem sagen gælder.',
    max: 1000,
    multiline: true,
  })
  reason!: string;
}

export const correctChangeFacts: CaseCommand<CorrectChangeFacts> = {
  ...onCase,
  name: 'CorrectChangeFacts',
  message: CorrectChangeFacts,
  kind: 'change',
  path: '/changes/{id}/facts',
  summary: { da: 'Ret oplysningerne om ændringen', en: 'Correct the facts of the change' },
  refusals: [
    'change.unknown',
    'change.withdrawn',
    'change.nothing-corrected',
    'change.unit-unknown',
    'rules.kind-unknown',
    'rules.fact-unknown',
    'rules.answer-not-allowed',
  ],
  decide: (state, message, context) => {
    inProgress(state);
    const corrected = correctionOf(state, message, context);
    const draft = new Draft(state, context);
    if (!bearsOnAssessment(corrected)) {
      draft.add({ type: 'ChangeFactsCorrected', data: { ...corrected, ends: [] } });
      if (isAltered(state, corrected)) reopen(draft, corrected.reason);
      return draft.events;
    }
    const trial = after(state, { type: 'ChangeFactsCorrected', data: { ...corrected, ends: [] } }, context);
    const occasion: Occasion = { cause: 'facts', added: addedBy(state, trial, context) };
    const { fallen, superseded } = owedBy(trial, context, occasion);
    draft.add({ type: 'ChangeFactsCorrected', data: { ...corrected, ends: fallen, replaces: superseded } });
    assessAndJudge(draft, occasion, atReassessment(context), true);
    if (isAltered(state, corrected)) reopen(draft, corrected.reason);
    return draft.events;
  },
};

/** What was discussed was another proposal than the one that the facts tell of now: asked for anew (A11). */
function reopen(draft: Draft, note: string): void {
  const { state, context } = draft;
  const on = today(context);
  const requirementIds = isDecided(state) ? [] : reviewedDuties(state, on, context);
  if (requirementIds.length === 0) return;
  const alterationId = context.newId('alteration');
  draft.add({ type: 'ChangedAfterReview', data: { alterationId, what: ['scope'], on, note, requirementIds } });
}

type Correction = Omit<ChangeFactsCorrected['data'], 'ends' | 'replaces'>;

function correctionOf(state: ChangeState, message: CorrectChangeFacts, context: ChangeContext): Correction {
  const { facts, kind, unitId, decider, decisionScope, title, reason } = message;
  if ([facts, kind, unitId, decider, decisionScope, title].every((one) => one === undefined)) {
    throw impossible('change.nothing-corrected');
  }
  knownUnit(unitId, context);
  knownUnit(decider?.managerUnitId, context);
  checkFacts(ruleSetOn(context.reference.ruleBook, today(context)), kind ?? OTHER_KIND, facts ?? {});
  return {
    reason,
    ...given({ kind, title, decisionScope }),
    ...(facts ? { facts: { ...state.facts, ...facts } } : {}),
    ...(unitId === undefined ? {} : { unitId }),
    ...(decider ? { decider: { body: decider.body, managerUnitId: decider.managerUnitId ?? null } } : {}),
  };
}

const bearsOnAssessment = ({ facts, kind, unitId, decider }: Correction): boolean =>
  [facts, kind, unitId, decider].some((one) => one !== undefined);

/** What people ruled answers the facts they knew; what new facts add to the rules' answer is owed beside it. */
function addedBy(before: ChangeState, now: ChangeState, context: ChangeContext): Requirement[] {
  const place = ({ committeeId, role }: Requirement): string => `${role} ${committeeId ?? ''}`;
  const known = new Set(byTheRules(before, context).map(place));
  return byTheRules(now, context).filter((one) => !known.has(place(one)));
}
