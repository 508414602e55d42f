import { Refused } from '@rettidig/event-sourcing';
import { decision } from '@rettidig/event-sourcing/testing';
import { defaultRuleSet } from '../default-rule-set.js';
import type { Condition, Rule, RuleSet } from '../rule-book.events.js';
import { ruleBookPart, ruleSetOn } from '../rule-book.js';
import { organisationOf, threeLevels } from '../testing/structures.js';
import type { PublishRuleSet } from './publish-rule-set.js';
import { publishRuleSet } from './publish-rule-set.js';

const text = { da: 'fordi', en: 'because' };
type PlainRoute = Exclude<Rule['then']['route'], 'committeeOfLevel'>;
const rule = (id: string, when: Condition, route: PlainRoute = 'mainCommittee'): Rule => ({
  id,
  when,
  then: { route },
  because: text,
  sourceIds: ['agreement'],
});
const isYes = (fact: string): Condition => ({ fact, op: 'is', value: 'yes' });

const ours: RuleSet = {
  version: '2027-1',
  effectiveFrom: '2027-01-01',
  questions: [
    { id: 'newService', text, type: 'yesNo', kind: true },
    { id: 'posts', text, type: 'number' },
  ],
  rules: [rule('newServiceToMain', isYes('newService')), rule('rest', { always: true }, 'levelOfDecider')],
  sources: [{ id: 'agreement', grade: 'agreement', reference: 'Lokalaftalen § 4' }],
};

const reference = { organisation: organisationOf(threeLevels) };
const publishing = decision(publishRuleSet, { reference }).given();
const when = (changes: object) => publishing.when({ ...ours, ...changes } as PublishRuleSet);
const withRule = (extra: Rule) => when({ rules: [extra, ...ours.rules] });
/** What a caller could send where a condition is expected. */
const withCondition = (sent: unknown) => withRule(rule('bad', sent as Condition));

describe('publishing a rule set', () => {
  it('keeps it as it was sent', () => {
    when({}).then({ type: 'RuleSetPublished', data: { ruleSet: ours } });
  });

  it('accepts the rules that the product comes with, under another version', () => {
    when({ ...defaultRuleSet, version: '2026-2' }).thenTypes('RuleSetPublished');
  });

  it('refuses a version that is taken, also that of the rules the product comes with', () => {
    when({ version: defaultRuleSet.version }).thenRefused('rules.version-taken');
    decision(publishRuleSet, { reference })
      .given({ type: 'RuleSetPublished', data: { ruleSet: ours } })
      .when(ours as PublishRuleSet)
      .thenRefused('rules.version-taken');
  });

  it('refuses ids used twice', () => {
    when({ questions: [...ours.questions, ours.questions[0]] }).thenRefused('rules.id-used-twice');
    when({ rules: [...ours.rules, ours.rules[0]] }).thenRefused('rules.id-used-twice');
    when({ sources: [...ours.sources, ours.sources[0]] }).thenRefused('rules.id-used-twice');
  });

  it('refuses rules that read what nobody is asked, or rest on a source that is not there', () => {
    withRule(rule('x', isYes('nobodyAsks'))).thenRefused('rules.rule-reads-unknown-fact');
    withRule({ ...rule('x', isYes('newService')), sourceIds: ['nowhere'] }).thenRefused('rules.source-missing');
    withRule(rule('x', isYes('transitionPeriod'))).thenTypes('RuleSetPublished');
  });

  it('refuses questions that take a reserved name, or values that do not fit', () => {
    const asking = (question: object) =>
      when({ questions: [...ours.questions, { id: 'q', text, type: 'yesNo', ...question }] });
    asking({ id: 'deciderKnown' }).thenRefused('rules.question-reserved');
    asking({ id: 'other' }).thenRefused('rules.question-reserved');
    asking({ type: 'number', kind: true }).thenRefused('rules.kind-is-yes-or-no');
    asking({ type: 'oneOf' }).thenRefused('rules.values-do-not-fit');
    asking({ type: 'oneOf', values: ['a', 'a'] }).thenRefused('rules.values-do-not-fit');
    asking({ values: ['a'] }).thenRefused('rules.values-do-not-fit');
    asking({ type: 'oneOf', values: ['a', 'b'] }).thenTypes('RuleSetPublished');
  });

  it.each([
    null,
    'always',
    [],
    {},
    { always: false },
    { always: true, not: { always: true } },
    { all: [] },
    { any: 'x' },
    { not: null },
    { fact: 'newService', op: 'looksLike', value: 'yes' },
    { fact: 'newService', op: 'is' },
    { fact: 'newService', op: 'is', value: { yes: true } },
    { all: Array.from({ length: 60 }, () => isYes('newService')) },
    Array.from({ length: 20 }).reduce((inner) => ({ not: inner }), { always: true }),
  ])('refuses a condition that cannot be read: %j', (sent) => {
    withCondition(sent).thenRefused('rules.condition-malformed');
  });

  it.each([
    { fact: 'newService', op: 'is', value: 'unknown' },
    { fact: 'newService', op: 'is', value: 'maybe' },
    { fact: 'newService', op: 'atLeast', value: 'yes' },
    { fact: 'posts', op: 'atLeast', value: 'yes' },
    { fact: 'transitionPeriod', op: 'is', value: 3 },
  ])('refuses a comparison that no answer could meet: %j', (sent) => {
    withCondition(sent).thenRefused('rules.comparison-does-not-fit');
  });

  it('refuses rules that let a change fall through, never reach the main committee, or exempt everything', () => {
    when({ rules: [ours.rules[0]] }).thenRefused('rules.no-rule-for-the-rest');
    when({ rules: [ours.rules[1]] }).thenRefused('rules.no-route-to-main-committee');
    withRule(rule('x', { always: true }, 'notMedRelevant')).thenRefused('rules.exempts-everything');
    withRule(rule('x', { not: { not: { always: true } } }, 'notMedRelevant')).thenRefused('rules.exempts-everything');
  });
});

describe('a rule set with several mistakes', () => {
  it('is refused with all of them at once, each with its place', () => {
    const mistaken = () =>
      when({
        rules: [{ ...rule('x', isYes('nobodyAsks')), sourceIds: ['nowhere'], before: ['y'] }, ...ours.rules],
        sources: [...ours.sources, ours.sources[0]],
      }).decided();
    expect(partsOf(mistaken)).toEqual([
      ['/sources/1/id', 'rules.id-used-twice'],
      ['/rules/0/when', 'rules.rule-reads-unknown-fact'],
      ['/rules/0/sourceIds', 'rules.source-missing'],
      ['/rules/0/before', 'rules.before-names-no-later-rule'],
    ]);
  });

  it('is refused where a level is named without the route that needs it, or missing where it is needed', () => {
    withRule({ ...rule('x', isYes('newService')), then: { route: 'committeeOfLevel' } as never }).thenRefused(
      'rules.level-does-not-fit',
    );
    withRule({
      ...rule('x', isYes('newService')),
      then: { route: 'mainCommittee', level: 'area' } as never,
    }).thenRefused('rules.level-does-not-fit');
  });

  it('says that rules are refused which are never used, or overlap without saying that it is meant', () => {
    withRule(rule('x', { not: { always: true } })).thenRefused('rules.rule-never-matches');
    when({ rules: [...ours.rules, rule('x', isYes('newService'))] }).thenRefused('rules.rule-never-used');
    withRule(rule('x', isYes('deciderKnown'), 'notMedRelevant')).thenRefused('rules.overlap-without-precedence');
  });
});

function partsOf(decide: () => unknown): (readonly [string, string])[] {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refused) return error.parts.map(({ pointer, code }) => [pointer, code]);
    throw error;
  }
  return [];
}

describe('the rules of a day', () => {
  const book = [
    ours,
    { ...ours, version: '2027-2' },
    { ...ours, version: '2028-1', effectiveFrom: '2028-01-01' },
  ].reduce(
    ({ published, ...rest }, ruleSet, at) => ({
      ...rest,
      published: [...published, { ruleSet, knownAt: `2026-12-0${at + 1}T08:00:00.000Z` }],
    }),
    ruleBookPart.initial,
  );

  it('are those of the latest first day, of two the one published last, and before them those of the product', () => {
    const on = (day: string) => ruleSetOn(book, day).version;
    expect([on('2026-12-31'), on('2027-01-01'), on('2028-01-01')]).toEqual(['2026-1', '2027-2', '2028-1']);
  });

  it('are those that were known at the instant asked about', () => {
    const known = (at: string) => ruleSetOn(book, '2028-06-01', at).version;
    expect(known('2026-12-01T07:59:59.999Z')).toBe('2026-1');
    expect(known('2026-12-01T08:00:00.000Z')).toBe('2027-1');
    expect(known('2026-12-31T08:00:00.000Z')).toBe('2028-1');
  });
});
