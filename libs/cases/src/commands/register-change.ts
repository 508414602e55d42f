import type { FactAnswer } from '@rettidig/rules';
import { checkFacts, ruleSetOn } from '@rettidig/rules';
import { Dictionary, FreeText, Id, ListOf, One, Pattern, SourceOfFact, latestDay } from '@rettidig/vocabulary';
import type { DecisionRecorded } from '../change.events.js';
import { knownUnit, notInTheFuture, today } from '../checks.js';
import type { ChangeContext } from '../checks.js';
import { assessAndJudge, discoveryOf } from '../consequences.js';
import { Draft } from '../draft.js';
import { pointOf } from '../points.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import {
  Discovered,
  EarlierDecision,
  given,
  NumberElsewhere,
  Origin,
  PlannedPoint,
  ScopeOfDecision,
  WhoDecides,
} from './parts.js';

/** A planned change, or one that was decided without anybody having registered it. Two minutes, no form of forms. */
export class RegisterChange {
  @FreeText({
    description: 'What it is about, in a line.',
    example: 'Koordinatorstillinger omlægges i Center for Unge',
    max: 200,
  })
  title!: string;

  @FreeText({
    description: 'More about it.',
    example: 'Tre koordinatorstillinger bliver til stillinger som afdelingsleder.',
    max: 5000,
    multiline: true,
    optional: true,
  })
  description?: string;

  @Pattern(/^[a-z][A-Za-z0-9]{0,63}$/, {
    description: 'The kind of change: one of the kinds of the rule set in effect, or `other`.',
    example: 'coordinatorPostsConverted',
  })
  kind!: string;

  @Dictionary(
    {},
    {
      description: 'Answers to the questions of the rule set, by question. What is left out is unknown.',
      example: { affectsStaff: 'yes' },
      optional: true,
    },
  )
  facts?: Record<string, FactAnswer>;

  @Id({ description: 'The unit that it hits. Null or left out: not stated.', nullable: true, optional: true })
  unitId?: string | null;

  @One(() => WhoDecides, { description: 'Who decides; not stated when left out.', optional: true })
  decider?: WhoDecides;

  @Id({
    description: 'Whose case it is. Left out: whoever registers it, when a manager or case officer. Null: not stated.',
    nullable: true,
    optional: true,
  })
  ownerId?: string | null;

  @One(() => ScopeOfDecision, {
    description: 'What the coming decision is to cover; not stated when left out.',
    optional: true,
  })
  decisionScope?: ScopeOfDecision;

  @ListOf(() => NumberElsewhere, { description: 'Its numbers in other systems.', max: 20, optional: true })
  externalNumbers?: NumberElsewhere[];

  @ListOf(() => PlannedPoint, { description: 'What is planned, one point for each body.', max: 20, optional: true })
  decisionPoints?: PlannedPoint[];

  @One(() => EarlierDecision, { description: 'Given when it has been decided already.', optional: true })
  alreadyDecided?: EarlierDecision;

  @One(() => Discovered, { description: 'Given when it was found afterwards rather than planned.', optional: true })
  found?: Discovered;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;

  @One(() => Origin, { description: 'Given when it was asked about as a possible miss.', optional: true })
  origin?: Origin;
}

export const registerChange: CaseCommand<RegisterChange> = {
  ...onCase,
  name: 'RegisterChange',
  message: RegisterChange,
  kind: 'fact',
  target: 'new',
  path: '/changes',
  summary: { da: 'Registrér en ændring', en: 'Register a change' },
  refusals: [
    'change.in-the-future',
    'change.unit-unknown',
    'rules.kind-unknown',
    'rules.fact-unknown',
    'rules.answer-not-allowed',
  ],
  decide: (state, message, context) => {
    check(message, context);
    const draft = new Draft(state, context);
    draft.add({
      type: 'ChangeRegistered',
      data: {
        title: message.title,
        kind: message.kind,
        facts: message.facts ?? {},
        unitId: message.unitId ?? null,
        decider: {
          body: message.decider?.body ?? 'notStated',
          managerUnitId: message.decider?.managerUnitId ?? null,
        },
        ownerId: ownerOf(message, context),
        externalNumbers: message.externalNumbers ?? [],
        ...given({
          description: message.description,
          found: message.found,
          source: message.source,
          origin: message.origin,
          decisionScope: message.decisionScope,
        }),
      },
    });
    message.decisionPoints?.forEach((point, n) =>
      draft.add({ type: 'DecisionPointPlanned', data: { pointId: context.newId(`point-${n}`), ...point } }),
    );
    const decision = decisionOf(draft, message);
    const discovery = discoveryOf(message, context);
    assessAndJudge(draft, { cause: 'registration', ...dayOf(decision, context) }, discovery, true);
    if (decision) assessAndJudge(draft.add(decision), { cause: 'decision' }, discovery);
    return draft.events;
  },
};

function check(message: RegisterChange, context: ChangeContext): void {
  knownUnit(message.unitId, context);
  knownUnit(message.decider?.managerUnitId, context);
  notInTheFuture(message.alreadyDecided?.when, context);
  notInTheFuture(message.found?.on, context);
  checkFacts(ruleSetOn(context.reference.ruleBook, today(context)), message.kind, message.facts ?? {});
}

/** Whoever plans a change owns it; the secretariat and the employee side register what is others'. */
function ownerOf({ ownerId }: RegisterChange, { actor }: ChangeContext): string | null {
  if (ownerId !== undefined) return ownerId;
  return actor.role === 'manager' || actor.role === 'caseOfficer' ? actor.id : null;
}

function decisionOf({ state, context }: Draft, { alreadyDecided, found, source }: RegisterChange) {
  if (!alreadyDecided) return undefined;
  const { body, when } = alreadyDecided;
  const decision: DecisionRecorded = {
    type: 'DecisionRecorded',
    data: {
      decisionId: context.newId('decision'),
      ...alreadyDecided,
      ...given({ pointId: pointOf(state, body, latestDay(when) ?? today(context), context), found, source }),
    },
  };
  return decision;
}

/** A change that was decided is assessed as of that day, so that the right committee of that day is named (A5). */
function dayOf(decision: DecisionRecorded | undefined, context: ChangeContext) {
  if (!decision || decision.data.outcome === 'postponed') return {};
  return { on: latestDay(decision.data.when) ?? today(context), body: decision.data.body };
}
