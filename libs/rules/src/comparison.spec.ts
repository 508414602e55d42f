import { compared } from './comparison.js';
import { defaultRuleSet } from './default-rule-set.js';
import { effectOf } from './effect.js';
import type { Condition, Rule, RuleSet } from './rule-book.events.js';

const text = { da: 'fordi', en: 'because' };
const isYes = (fact: string): Condition => ({ fact, op: 'is', value: 'yes' });
const rule = (id: string, when: Condition, then: Rule['then'] = { route: 'mainCommittee' }): Rule => ({
  ...{ id, when, then, because: text, sourceIds: ['s'] },
});
const rest = rule('rest', { always: true }, { route: 'levelOfDecider' });
const base: RuleSet = {
  ...{ version: '1', effectiveFrom: '2026-01-01' },
  questions: ['a', 'b', 'c'].map((id) => ({ id, text, type: 'yesNo' })),
  rules: [rule('ofA', isYes('a')), rule('ofB', isYes('b')), rule('ofC', isYes('c')), rest],
  sources: [{ id: 's', grade: 'statement', reference: 'referatets linje 1' }],
};
const next = (changes: Partial<RuleSet>): RuleSet => ({ ...base, version: '2', ...changes });
const [ofA, ofB, ofC] = base.rules as [Rule, Rule, Rule];

describe('two versions compared', () => {
  const rulesIn = (rules: readonly Rule[], changes: Partial<RuleSet> = {}) =>
    compared(base, next({ ...changes, rules })).rules.map(({ id, was, is, changed }) =>
      was && is ? [id, ...changed] : [id, was ? 'gone' : 'new'],
    );

  it('differ in nothing when they say the same, in whatever order their fields stand', () => {
    const turned = { value: 'yes', op: 'is', fact: 'a' } as Condition;
    expect(compared(base, next({ rules: [{ ...ofA, when: turned }, ofB, ofC, rest] }))).toEqual({
      ...{ questions: [], rules: [], sources: [] },
    });
  });

  it('name rules that are new, gone, or changed, and in what', () => {
    expect(rulesIn([ofA, { ...ofB, when: isYes('a') }, rule('new', isYes('c')), rest])).toEqual([
      ['ofB', 'condition'],
      ['new', 'new'],
      ['ofC', 'gone'],
    ]);
    expect(rulesIn([{ ...ofA, then: { route: 'committeeOfLevel', level: 'area' } }, ofB, ofC, rest])).toEqual([
      ['ofA', 'outcome'],
    ]);
    const more = { ...ofA, withoutLocalItem: true, secretaryConfirms: true, because: { ...text, da: 'derfor' } };
    expect(rulesIn([more, ofB, ofC, rest])).toEqual([['ofA', 'outcome', 'confirmation', 'text']]);
  });

  it('name the one rule that moved, and not those that it went past', () => {
    expect(rulesIn([ofC, ofA, ofB, rest])).toEqual([['ofC', 'order']]);
    expect(rulesIn([ofB, ofC, ofA, rest])).toEqual([['ofA', 'order']]);
    expect(rulesIn([rule('new', isYes('c')), ofA, ofB, ofC, rest])).toEqual([['new', 'new']]);
  });

  it('name rules whose source has another grade, beside the source itself', () => {
    const sources = [{ ...base.sources[0]!, grade: 'decided' as const }];
    expect(rulesIn([ofA], { sources })).toEqual([
      ['ofA', 'grade'],
      ['ofB', 'gone'],
      ['ofC', 'gone'],
      ['rest', 'gone'],
    ]);
    expect(compared(base, next({ sources })).sources).toMatchObject([{ id: 's', changed: ['grade'] }]);
  });

  it('name questions that are new, gone or asked in another way', () => {
    const questions = [
      { id: 'a', text, type: 'number' as const },
      base.questions[1]!,
      { ...base.questions[2]!, id: 'd' },
    ];
    const differences = compared(base, next({ questions })).questions;
    expect(differences.map(({ id, changed }) => [id, ...changed])).toEqual([['a', 'type'], ['d'], ['c']]);
  });
});

describe('the effect of following another version', () => {
  it('is none where nothing differs', () => {
    expect(effectOf(defaultRuleSet, defaultRuleSet)).toEqual({
      tried: 2 ** 12,
      complete: true,
      different: 0,
      turns: [],
    });
  });

  it('counts the answers that lead elsewhere, with an example and the rules that decide it', () => {
    const { tried, different, turns } = effectOf(base, next({ rules: [ofA, ofB, rest] }));
    expect([tried, different]).toEqual([8, 1]);
    expect(turns).toEqual([
      {
        was: { relevance: 'medRelevant', to: 'main', localItem: false },
        is: { relevance: 'medRelevant', to: 'levelOfDecider', localItem: false },
        count: 1,
        example: { a: 'no', b: 'no', c: 'yes' },
        ...{ ruleWas: 'ofC', ruleIs: 'rest' },
      },
    ]);
  });

  it('sees what becomes no MED case, and which lose the local item', () => {
    const local = rule('local', { always: true }, { route: 'alsoLocalCommittee' });
    const was = next({ rules: [ofA, rest, local] });
    const is = next({
      rules: [{ ...ofA, withoutLocalItem: true }, rule('none', isYes('b'), { route: 'notMedRelevant' }), rest, local],
    });
    expect(effectOf(was, is).turns.map((turn) => [turn.was, turn.is, turn.count])).toEqual([
      [
        { relevance: 'medRelevant', to: 'main', localItem: true },
        { relevance: 'medRelevant', to: 'main', localItem: false },
        2,
      ],
      [
        { relevance: 'medRelevant', to: 'levelOfDecider', localItem: true },
        { relevance: 'notMedRelevant', to: null, localItem: false },
        1,
      ],
    ]);
  });

  it('takes an answer that one version does not allow for not given there', () => {
    const questions = [{ id: 'a', text, type: 'number' as const }];
    const rules = [rule('many', { fact: 'a', op: 'atLeast', value: 5 }), rest];
    expect(effectOf(next({ rules: [ofA, rest] }), next({ questions, rules })).turns[0]).toMatchObject({
      was: { to: 'levelOfDecider' },
      is: { to: 'main' },
      example: { a: 5 },
    });
  });

  it('draws evenly and always the same where there are too many, and says so', () => {
    const facts = Array.from({ length: 40 }, (_one, at) => `q${at}`);
    const questions = facts.map((id) => ({ id, text, type: 'yesNo' as const }));
    const rules = [...facts.map((id) => rule(id, isYes(id))), rest];
    const was = next({ questions, rules: [rule('q0', isYes('q0')), rest] });
    const is = next({ questions, rules: [...facts.slice(1).map((id) => rule(id, isYes(id))), rest] });
    const effect = effectOf(was, is);
    expect(effect).toMatchObject({ tried: 8192, complete: false });
    expect(effect.different).toBeGreaterThan(3600);
    expect(effect.different).toBeLessThan(4600);
    expect(effectOf(was, is)).toEqual(effect);
    expect(effectOf(next({ questions, rules }), next({ questions, rules })).different).toBe(0);
  });
});
