import type { Language } from '@rettidig/event-sourcing';
import { committeeLevels } from '@rettidig/organisation';
import type { Assessment, RequiredReview, WouldChange } from './assessment.js';
import { sayRules } from './explain-rules.js';
import type { ExplainedRule } from './explain-rules.js';
import type { Names, Phrases } from './phrases.types.js';
import { committeeOf, listed, phrasesOf } from './phrases.js';

/** An assessment in sentences, in one language. */
export interface Explained {
  /** Whether it is a MED case, in one sentence. */
  readonly relevance: string;
  /** For each duty: which committee, before what, because of what. In the order of the requirements. */
  readonly requirements: readonly string[];
  /** Which levels are in force on that day and which are not; null outside a transition period. */
  readonly levels: string | null;
  /** Which levels were passed by on the way up, and why. */
  readonly stepsUp: readonly string[];
  /** What the register of delegations says of it; null where it says nothing. */
  readonly delegation: string | null;
  /** Committees one may have expected: "Ikke i LokalMED X, fordi …". */
  readonly notChosen: readonly string[];
  /** "Hvis svaret på … er …, så …". */
  readonly whatIf: readonly string[];
  /** Every rule of the set: what became of it, why, and what it rests on. */
  readonly rules: readonly ExplainedRule[];
  /** All of the above that a person who registers a change reads, in order; the rules are left out. */
  readonly sentences: readonly string[];
}

/** Prose for codes and values, made when it is read. Names of committees come from the organisation. */
export function explain(assessment: Assessment, names: Names, language: Language): Explained {
  const say = phrasesOf(language);
  const { explanation, requirements } = assessment;
  const relevance = say.relevance[assessment.relevance];
  const duties = requirements.map((one) => sayRequirement(one, assessment, names, language));
  const stepsUp = explanation.stepsUp.map(({ level, reason }) => say.stepUp[reason](say.level[level]));
  const delegation = sayDelegation(assessment, names, language);
  const notChosen = explanation.notChosen.map(({ committeeId, reason }) =>
    (reason === 'getsItsOwnItem' ? say.notOnlyIn : say.notIn)(
      committeeOf(committeeId, names, say),
      say.notChosen[reason],
    ),
  );
  const whatIf = explanation.wouldChange.map((change) => sayWhatIf(change, assessment, names, language));
  return {
    relevance,
    requirements: duties,
    levels: sayLevels(assessment, language),
    stepsUp,
    delegation,
    notChosen,
    whatIf,
    rules: explanation.verdicts.map((verdict) => sayRules(verdict, names, language)),
    sentences: [
      ...sayNoDuty(assessment, relevance, names, language),
      ...duties,
      ...(delegation ? [delegation] : []),
      ...stepsUp,
      ...notChosen,
      ...whatIf,
    ],
  };
}

/** Never silent: also where whoever is named is followed, the reader learns that the register says otherwise. */
function sayDelegation({ explanation }: Assessment, names: Names, language: Language): string | null {
  if (!explanation.delegation) return null;
  const { use, unitId, level } = explanation.delegation;
  const say = phrasesOf(language);
  return say.delegation[use](names.unitName(unitId) ?? unitId, say.level[level]);
}

function sayLevels({ explanation }: Assessment, language: Language): string | null {
  const { levelsInForce, transitionPeriodId } = explanation;
  if (transitionPeriodId === null) return null;
  const say = phrasesOf(language);
  const named = (isInForce: boolean): string =>
    listed(
      committeeLevels.filter((level) => levelsInForce.includes(level) === isInForce).map((level) => say.level[level]),
      say.and,
    );
  return say.levels(named(true), named(false));
}

function sayRequirement(one: RequiredReview, assessment: Assessment, names: Names, language: Language): string {
  const say = phrasesOf(language);
  const before = say.before[one.before];
  const rule = names.ruleSet.rules.find(({ id }) => id === one.ruleId);
  const because = rule?.because[language] ?? say.noRule;
  const committee = one.committeeId === null ? null : committeeOf(one.committeeId, names, say);
  const duty =
    committee === null
      ? say.noCommittee(before, because)
      : one.role === 'localItem'
        ? say.localItem(committee, before, because)
        : say.duty(committee, before, because);
  if (!one.secretaryConfirms) return duty;
  const unsure = assessment.explanation.ask.length > 0 ? say.confirmsOpenQuestion : say.confirms;
  return `${duty} ${unsure}`;
}

/** When there is a duty, its own sentence says that it is a MED case. */
function sayNoDuty(assessment: Assessment, relevance: string, names: Names, language: Language): string[] {
  if (assessment.relevance === 'medRelevant') return [];
  if (assessment.relevance === 'undetermined') return [relevance];
  const decides = assessment.explanation.verdicts.find(({ verdict }) => verdict === 'decides');
  const rule = names.ruleSet.rules.find(({ id }) => id === decides?.ruleId);
  return [rule ? phrasesOf(language).notMed(rule.because[language]) : relevance];
}

function sayWhatIf(change: WouldChange, { requirements }: Assessment, names: Names, language: Language): string {
  const say = phrasesOf(language);
  const question = names.ruleSet.questions.find(({ id }) => id === change.fact)?.text[language] ?? change.fact;
  return say.whatIf(question, say.answer(change.answer), sayThen(change, requirements, names, say));
}

function sayThen(change: WouldChange, requirements: readonly RequiredReview[], names: Names, say: Phrases): string {
  const { relevance, committeeIds } = change;
  const today = requirements.map(({ committeeId }) => committeeId);
  if (JSON.stringify(committeeIds) === JSON.stringify(today)) return say.onlyRelevance[relevance];
  const committees = listed(
    committeeIds.map((id) => (id === null ? say.unknownCommittee : committeeOf(id, names, say))),
    say.and,
  );
  const fewer = relevance === 'medRelevant' && committeeIds.every((id) => today.includes(id));
  return fewer ? say.thenOnly(committees) : say.then[relevance](committees);
}
