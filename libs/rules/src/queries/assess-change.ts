import type { Language, QueryDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { committeeName, delegationRead, isKnownUnit, structureOn, unitName } from '@rettidig/organisation';
import {
  AsOf,
  asOfInstant,
  Day,
  dayOf,
  Dictionary,
  Id,
  One,
  OneOf,
  Pattern,
  decidingBodies,
} from '@rettidig/vocabulary';
import type { DecidingBody } from '@rettidig/vocabulary';
import { assess } from '../assess.js';
import type { Assessment, ChangeToAssess, DeciderOfChange } from '../assessment.js';
import { explain } from '../explain.js';
import { checkFacts } from '../facts.js';
import type { Names } from '../phrases.types.js';
import type { RuleBook } from '../rule-book.js';
import { ruleSetOn } from '../rule-book.js';
import type { RuleSet } from '../rule-book.events.js';
import { AssessmentAnswer } from './assess-change.answer.js';
import { explained, named } from './explained.js';

/** Who decides, and at which manager's level. */
export class DeciderFields implements DeciderOfChange {
  @OneOf(decidingBodies, { description: 'Who decides.', example: 'manager' })
  body!: DecidingBody;

  @Id({
    description: 'The unit of the manager who decides, or who recommends to the politicians; null when not stated.',
    nullable: true,
  })
  managerUnitId!: string | null;
}

/** A change to try out. What is left out counts as not known. Nothing is saved. */
export class AssessChange {
  @Pattern(/^[a-z][A-Za-z0-9]{0,59}$/, {
    description: 'The kind of change: a question of the rule set marked `kind`, or `other`.',
    example: 'coordinatorPostsConverted',
  })
  kind!: string;

  @Dictionary(
    { oneOf: [{ type: 'string' }, { type: 'integer' }] },
    {
      description: 'Answers by question: `yes`, `no`, `unknown`, a number or one of the values.',
      example: { crossCutting: 'no' },
      optional: true,
    },
  )
  facts?: Record<string, string | number>;

  @Id({
    description: 'The unit that the change hits; null or left out when not stated.',
    nullable: true,
    optional: true,
  })
  unitId?: string | null;

  @One(() => DeciderFields, { description: 'Who decides; not stated when left out.', optional: true })
  decider?: DeciderFields;

  @Day({
    description: 'The day whose structure and rules count; that of `asOf`, or today, when left out.',
    optional: true,
  })
  on?: string;

  @AsOf()
  asOf?: string;
}

interface AssessReference {
  readonly organisation: Organisation;
  readonly ruleBook: RuleBook;
}

export const assessChange: QueryDefinition<AssessChange, AssessmentAnswer, AssessReference> = {
  name: 'AssessChange',
  parameters: AssessChange,
  answer: AssessmentAnswer,
  path: '/assessments',
  method: 'POST',
  tag: 'rules',
  summary: {
    da: 'Prøv en ændring af: er det en MED-sag, hvilket udvalg, før hvad og hvorfor',
    en: 'Try a change: is it a MED case, which committee, before what, and why',
  },
  refusals: ['rules.kind-unknown', 'rules.fact-unknown', 'rules.answer-not-allowed', 'rules.unit-unknown'],
  handle: (parameters, { reference, now, language, views }) => {
    const at = asOfInstant(parameters.asOf, now);
    const on = parameters.on ?? dayOf(at ?? now);
    const ruleSet = ruleSetOn(reference.ruleBook, on, at);
    const change = changeOf(parameters);
    checkFacts(ruleSet, change.kind, change.facts);
    for (const unitId of [change.unitId, change.decider.managerUnitId]) {
      if (unitId !== null && !isKnownUnit(reference.organisation, unitId)) {
        throw notFound('rules.unit-unknown', { unitId });
      }
    }
    const assessment = assess(change, structureOn(reference.organisation, on, at), ruleSet);
    const { organisation } = reference;
    const delegation = (id: string) => delegationRead(organisation, id, views);
    return answerOf(assessment, { ...namesIn(organisation, ruleSet), delegation }, language);
  },
};

const changeOf = ({ kind, facts = {}, unitId = null, decider }: AssessChange): ChangeToAssess => ({
  kind,
  facts,
  unitId,
  decider: decider ?? { body: 'notStated', managerUnitId: null },
});

const namesIn = (organisation: Organisation, ruleSet: RuleSet): Names => ({
  ruleSet,
  committeeName: (id) => committeeName(organisation, id),
  unitName: (id) => unitName(organisation, id),
});

function answerOf(assessment: Assessment, names: Names, language: Language): AssessmentAnswer {
  const { ruleSet } = names;
  const said = explain(assessment, names, language);
  const { explanation, relevance } = assessment;
  return {
    relevance,
    relevanceText: said.relevance,
    requirements: assessment.requirements.map((one, at) => ({
      ...one,
      ...named(one.committeeId, names),
      sentence: said.requirements[at]!,
    })),
    ask: explanation.ask.map((fact) => ({ fact, question: questionText(ruleSet, fact, language) })),
    ...explained(assessment, said, names),
  };
}

const questionText = (ruleSet: RuleSet, fact: string, language: Language): string =>
  ruleSet.questions.find(({ id }) => id === fact)?.text[language] ?? fact;
