import type { Language, QueryDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Difference, QuestionDifference, RuleDifference, SourceDifference } from '../comparison.js';
import { compared } from '../comparison.js';
import { answersInWords, conditionInWords, outcomeInWords, ruleInWords } from '../conditions.words.js';
import { defaultRuleSet } from '../default-rule-set.js';
import type { Led, Turn } from '../effect.js';
import { effectOf } from '../effect.js';
import { listed, phrasesOf } from '../phrases.js';
import type { RuleBook } from '../rule-book.js';
import { ruleSetOn } from '../rule-book.js';
import type { Question, RuleSet, RuleSource } from '../rule-book.events.js';
import type { RuleFields } from '../rule-set.fields.js';
import { ruleSetPhrasesOf } from '../rule-set.phrases.js';
import type { DifferenceShown, RuleDifferenceShown, TurnShown } from './compare-rule-sets.answer.js';
import { RuleSetComparison, Version } from './compare-rule-sets.answer.js';

export class CompareRuleSets {
  @Version('The version to compare with; the one that the other takes over from when left out.')
  from?: string;

  @Version('The version that is compared; the one with the latest first day when left out.')
  to?: string;
}

export const compareRuleSets: QueryDefinition<CompareRuleSets, RuleSetComparison, { readonly ruleBook: RuleBook }> = {
  name: 'CompareRuleSets',
  parameters: CompareRuleSets,
  answer: RuleSetComparison,
  path: '/rule-sets/comparison',
  tag: 'rules',
  summary: {
    da: 'Sammenlign to regelsæt: hvad er ændret, og hvilke sager ville komme et andet sted hen',
    en: 'Compare two rule sets: what differs, and which cases would go elsewhere',
  },
  refusals: ['rules.version-unknown'],
  handle: ({ from, to }, { reference: { ruleBook }, language }) => {
    const is = to === undefined ? ruleSetOn(ruleBook, LAST_DAY) : versionOf(ruleBook, to);
    const dayBefore = plusCalendarDays(is.effectiveFrom, -1);
    const was = from === undefined ? ruleSetOn(ruleBook, dayBefore) : versionOf(ruleBook, from);
    const { questions, rules, sources } = compared(was, is);
    const { turns, ...effect } = effectOf(was, is);
    return {
      from: { version: was.version, effectiveFrom: was.effectiveFrom },
      to: { version: is.version, effectiveFrom: is.effectiveFrom },
      questions: questions.map((one) => shown(one, sayQuestion(one, language))),
      rules: rules.map((one) => ruleShown(one, is, language)),
      sources: sources.map((one) => shown(one, saySource(one, language))),
      effect: {
        ...effect,
        turns: turns.map((turn) => turnShown(turn, [...is.questions, ...was.questions], language)),
        sentence: ruleSetPhrasesOf(language).effect(effect.different, effect.tried, effect.complete),
      },
    };
  },
};

/** No fact is dated later. */
const LAST_DAY = '2100-12-31';

function versionOf({ published }: RuleBook, version: string): RuleSet {
  const found = [defaultRuleSet, ...published.map(({ ruleSet }) => ruleSet)].find((one) => one.version === version);
  if (!found) throw notFound('rules.version-unknown', { version });
  return found;
}

const shown = ({ id, was, is, changed }: Difference<unknown, string>, sentence: string): DifferenceShown => ({
  id,
  change: was === null ? 'added' : is === null ? 'removed' : 'changed',
  parts: [...changed],
  sentence,
});

const ruleShown = (difference: RuleDifference, is: RuleSet, language: Language): RuleDifferenceShown => ({
  ...shown(difference, sayRule(difference, is, language)),
  was: difference.was as RuleFields | null,
  is: difference.is as RuleFields | null,
});

/** "betingelsen og hvor den fører hen (HovedMED → udvalget på områdeniveauet)". */
function sayParts<Part extends string>(
  { was, is, changed }: Difference<unknown, Part>,
  language: Language,
  values: (part: Part) => readonly [string, string] | null,
): string {
  const say = ruleSetPhrasesOf(language);
  const named = changed.map((part) => {
    const both = was !== null && is !== null ? values(part) : null;
    const name = say.part[part as keyof typeof say.part];
    return both ? `${name} (${say.fromTo(...both)})` : name;
  });
  return listed(named, phrasesOf(language).and);
}

function sayQuestion(one: QuestionDifference, language: Language): string {
  const say = ruleSetPhrasesOf(language);
  const textOf = ({ text }: Question): string => text[language];
  if (!one.was) return say.added.question(textOf(one.is!), '');
  if (!one.is) return say.removed.question(textOf(one.was));
  const values = (part: string): [string, string] | null =>
    part === 'text' ? [`»${textOf(one.was!)}«`, `»${textOf(one.is!)}«`] : null;
  return say.changed.question(textOf(one.is), sayParts(one, language, values));
}

function sayRule(one: RuleDifference, { questions }: RuleSet, language: Language): string {
  const say = ruleSetPhrasesOf(language);
  const { was, is } = one;
  if (!is) return say.removed.rule(ruleInWords(was!, language));
  const condition = conditionInWords(is.when, questions, language);
  if (!was) return say.added.rule(`${ruleInWords(is, language)} (${outcomeInWords(is, language)})`, condition);
  const values = (part: string): [string, string] | null => {
    if (part === 'outcome') return [outcomeInWords(was, language), outcomeInWords(is, language)];
    if (part === 'condition') return [conditionInWords(was.when, questions, language), condition];
    return part === 'text' ? [ruleInWords(was, language), ruleInWords(is, language)] : null;
  };
  return say.changed.rule(ruleInWords(is, language), sayParts(one, language, values));
}

function saySource(one: SourceDifference, language: Language): string {
  const say = ruleSetPhrasesOf(language);
  const grade = (source: RuleSource): string => phrasesOf(language).grade[source.grade];
  const { was, is } = one;
  if (!was) return say.added.source(is!.reference, grade(is!));
  if (!is) return say.removed.source(was.reference);
  const values = (part: string): [string, string] =>
    part === 'grade' ? [grade(was), grade(is)] : [was.reference, is.reference];
  return say.changed.source(is.reference, sayParts(one, language, values));
}

function turnShown(turn: Turn, questions: readonly Question[], language: Language): TurnShown {
  const example = answersInWords(turn.example, questions, language);
  const [was, is] = [sayLed(turn.was, language), sayLed(turn.is, language)];
  return {
    ...turn,
    was: { ...turn.was },
    is: { ...turn.is },
    example: { ...turn.example },
    sentence: ruleSetPhrasesOf(language).turn(was, is, turn.count, example),
  };
}

function sayLed({ relevance, to, localItem }: Led, language: Language): string {
  const say = ruleSetPhrasesOf(language);
  if (to === null) return say.noMed;
  const parts = [
    say.led[to],
    ...(localItem ? [say.withLocalItem] : []),
    ...(relevance === 'undetermined' ? [say.notClear] : []),
  ];
  return parts.join(', ');
}
