import type { CommandDefinition } from '@rettidig/event-sourcing';
import { impossible, notFound } from '@rettidig/event-sourcing';
import { Day, FreeText, Id, ListOf, One, OneOf, SourceOfFact } from '@rettidig/vocabulary';
import type { Breach } from '../breach.js';
import { breachDecider } from '../breach.js';
import type { AnswerKind, BreachEvent } from '../breach.events.js';
import type { BreachReference } from '../checks.js';
import { existing, notInTheFuture, officesInCommittee } from '../checks.js';
import { answerKinds, gapsIn } from '../words.js';
import { RecordedAnswer } from './answers.js';

/** A part of an answer. Parts are kept apart because they do not promise the same. */
export class AnswerPart {
  @OneOf(answerKinds, {
    description: 'What it amounts to. `openTo` is weaker than accepted and binds to nothing (E9).',
    example: 'inProgress',
  })
  kind!: AnswerKind;

  @FreeText({
    description: 'What management answered; the scope may differ from the demanded one.',
    example: 'Kurset er bestilt og holdes i efteråret.',
    max: 4000,
    multiline: true,
  })
  text!: string;

  @FreeText({ description: 'Who does it: a function, never a name.', example: 'HR-chefen', max: 200, optional: true })
  owner?: string;

  @Day({ description: 'By when, or when it is reported on next.', optional: true })
  due?: string;
}

/** Management answers a demand, in parts. Later answers stand beside earlier ones. */
export class AnswerDemand {
  @Id({ description: 'The demand.' })
  demandId!: string;

  @Day({ description: 'The day of the answer; not before the demand, not after today.' })
  on!: string;

  @ListOf(() => AnswerPart, { description: 'The parts of the answer.', min: 1, max: 50 })
  parts!: AnswerPart[];

  @One(() => SourceOfFact, { description: 'Where it stands.', optional: true })
  source?: SourceOfFact;
}

export const answerDemand: CommandDefinition<
  Breach | undefined,
  BreachEvent,
  AnswerDemand,
  BreachReference,
  RecordedAnswer
> = {
  name: 'AnswerDemand',
  message: AnswerDemand,
  decider: breachDecider,
  kind: 'fact',
  target: 'existing',
  path: '/breaches/{id}/demands/{demandId}/answers',
  tag: 'breaches',
  summary: {
    da: 'Registrér ledelsessidens svar på et krav',
    en: 'Record the answer of the management side to a demand',
  },
  refusals: ['breach.unknown', 'breach.demand-unknown', 'breach.in-the-future', 'breach.answered-before-raised'],
  resource: officesInCommittee,
  decide: (state, message, context) => {
    const demand = existing(state).demands.get(message.demandId);
    if (!demand) throw notFound('breach.demand-unknown', { demandId: message.demandId });
    notInTheFuture(message.on, context);
    if (message.on < demand.raisedOn) {
      throw impossible('breach.answered-before-raised', { day: message.on, raisedOn: demand.raisedOn });
    }
    return [{ type: 'DemandAnswered', data: { ...message } }];
  },
  answer: (_breach, { parts }): RecordedAnswer => ({
    missing: parts.map((part, index) => ({ part: index + 1, missing: gapsIn(part) })).filter(hasGaps),
  }),
  answerType: RecordedAnswer,
};

const hasGaps = ({ missing }: { readonly missing: readonly string[] }): boolean => missing.length > 0;
