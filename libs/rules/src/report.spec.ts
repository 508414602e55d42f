import { defaultRuleSet } from './default-rule-set.js';
import { reportOn } from './report.js';
import { ruleBookPart } from './rule-book.js';
import type { Condition, Question, Rule } from './rule-book.events.js';
import { id, organisationOf, threeLevels, transition } from './testing/structures.js';

const text = { da: 'fordi', en: 'because' };
const isYes = (fact: string): Condition => ({ fact, op: 'is', value: 'yes' });
const atLeast = (value: number): Condition => ({ fact: 'posts', op: 'atLeast', value });
const rule = (ruleId: string, when: Condition, then: Rule['then'], more: Partial<Rule> = {}): Rule => ({
  ...{ id: ruleId, when, then, because: text, sourceIds: ['s'], ...more },
});
const main: Rule['then'] = { route: 'mainCommittee' };
const decider: Rule['then'] = { route: 'levelOfDecider' };
const area: Rule['then'] = { route: 'committeeOfLevel', level: 'area' };
const none: Rule['then'] = { route: 'notMedRelevant' };

const questions: Question[] = [
  { id: 'a', text, type: 'yesNo' },
  { id: 'b', text, type: 'yesNo' },
  { id: 'posts', text, type: 'number' },
  { id: 'where', text, type: 'oneOf', values: ['north', 'south'] },
];
const rest = rule('rest', { always: true }, decider);
const toMain = rule('toMain', { all: [isYes('a'), isYes('deciderKnown')] }, main);

/** The report on rules that stand before one that leads to the main committee and one for the rest. */
const report = (
  rules: readonly Rule[],
  effectiveFrom = '2027-01-01',
  facts = threeLevels,
  asked: readonly Question[] = [],
) =>
  reportOn(
    {
      ...{ version: 'next', effectiveFrom, questions: [...questions, ...asked] },
      sources: [{ id: 's', grade: 'agreement', reference: '§ 1' }],
      rules: [...rules, toMain, rest],
    },
    { organisation: organisationOf(facts), ruleBook: ruleBookPart.initial },
  );
const codes = (...given: Parameters<typeof report>) =>
  report(...given).problems.map(({ code, details }) => [code, details.id, details.behind ?? details.other]);

describe('a rule that no answers can meet', () => {
  it.each<Condition>([
    { all: [isYes('a'), { not: isYes('a') }] },
    { all: [isYes('a'), { fact: 'a', op: 'isNot', value: 'yes' }] },
    { all: [atLeast(5), { fact: 'posts', op: 'atMost', value: 4 }] },
    { all: [{ not: atLeast(5) }, { fact: 'posts', op: 'isNot', value: 4 }, atLeast(4)] },
    { not: { any: [isYes('transitionPeriod'), { fact: 'transitionPeriod', op: 'is', value: 'no' }] } },
    { all: ['north', 'south'].map((value) => ({ fact: 'where', op: 'isNot' as const, value })) },
    { not: { always: true } },
  ])('is named: %j', (when) => {
    expect(codes([rule('x', when, main)])).toEqual([['rules.rule-never-matches', 'x', undefined]]);
  });

  it.each<Condition>([
    { all: [atLeast(5), { fact: 'posts', op: 'atMost', value: 5 }] },
    { all: [{ not: atLeast(5) }, { fact: 'posts', op: 'isNot', value: 4 }] },
    { all: [isYes('deciderKnown'), isYes('transitionPeriod'), isYes('a'), isYes('b')] },
  ])('is not one that a single answer meets: %j', (when) => {
    expect(codes([rule('x', when, main, { before: ['toMain'] })])).toEqual([]);
  });
});

describe('a rule that stands behind another', () => {
  it('is named with the one that takes everything before it', () => {
    expect(codes([rule('wide', atLeast(3), main), rule('narrow', atLeast(4), none)])).toEqual([
      ['rules.rule-never-used', 'narrow', 'wide'],
    ]);
    expect(codes([rule('all', { always: true }, main)])).toEqual([
      ['rules.rule-never-used', 'toMain', 'all'],
      ['rules.rule-never-used', 'rest', 'all'],
    ]);
  });

  it('is told apart from one that several take everything from together: that one counts while they are unanswered', () => {
    const rules = [rule('yes', isYes('b'), main), rule('no', { not: isYes('b') }, main), rule('x', atLeast(3), main)];
    const { problems, reading } = report(rules);
    expect(problems).toEqual([]);
    expect(reading?.onlyWhileUnanswered.map((one) => one.id)).toEqual(['x', 'toMain']);
  });

  it('stands behind rules of its own sort only: one that decides takes nothing from one that adds', () => {
    const local: Rule['then'] = { route: 'alsoLocalCommittee' };
    expect(codes([rule('adds', isYes('a'), local), rule('decides', isYes('a'), main)])).toEqual([
      ['rules.rule-never-used', 'toMain', 'decides'],
    ]);
    expect(codes([rule('adds', { always: true }, local), rule('again', isYes('a'), local)])).toEqual([
      ['rules.rule-never-used', 'again', 'adds'],
    ]);
  });
});

describe('two rules that match the same answers', () => {
  const x = (then: Rule['then'], more: Partial<Rule> = {}) => rule('x', isYes('b'), then, more);

  it('need it said which is meant to go first, when they say different things and neither is an exception', () => {
    expect(codes([x(none)])).toEqual([['rules.overlap-without-precedence', 'x', 'toMain']]);
    expect(report([x(none)]).problems[0]?.details.example).toEqual(['b: yes', 'a: yes', 'deciderKnown: yes']);
    expect(codes([x(none, { before: ['toMain'] })])).toEqual([]);
    expect(codes([x(main)])).toEqual([]);
    expect(codes([x(main, { withoutLocalItem: true })])).toEqual([['rules.overlap-without-precedence', 'x', 'toMain']]);
  });

  it('need nothing said where the first is an exception from the second, or the second takes the rest', () => {
    const exception = rule('x', { all: [toMain.when, isYes('b')] }, none);
    const { problems, reading } = report([exception]);
    expect(problems).toEqual([]);
    expect(reading?.overlaps.map(({ earlier, later, precedence }) => [earlier.id, later.id, precedence])).toEqual([
      ['x', 'toMain', 'exception'],
      ['x', 'rest', 'rest'],
      ['toMain', 'rest', 'rest'],
    ]);
  });
});

describe('a rule that names a level', () => {
  const rules = [rule('x', { all: [isYes('b'), { not: toMain.when }] }, area)];
  const without = (from: string, to?: string) => [...threeLevels, transition(['main', 'local'], from, to)];

  it('is named with level and transition period when the level is out of force from the first day on', () => {
    expect(report(rules, '2027-01-01', without('2026-06-01')).problems).toEqual([
      {
        pointer: '/rules/0/then/level',
        code: 'rules.level-not-in-force',
        details: {
          ...{ id: 'x', level: 'area', on: '2027-01-01' },
          ...{ periodId: id('transition from 2026-06-01'), from: '2026-06-01' },
        },
      },
    ]);
  });

  it('stands when the level is in force on that day, or is known to come back', () => {
    expect(codes(rules)).toEqual([]);
    expect(codes(rules, '2026-01-01', without('2026-06-01'))).toEqual([]);
    expect(codes(rules, '2027-01-01', without('2026-06-01', '2027-03-01'))).toEqual([]);
  });
});

describe('the rules that the product comes with', () => {
  it('have nothing wrong with them, and say of every overlap that it is meant', () => {
    const { problems, reading } = reportOn(
      { ...defaultRuleSet, version: 'ours' },
      { organisation: organisationOf(threeLevels), ruleBook: ruleBookPart.initial },
    );
    expect(problems).toEqual([]);
    expect(reading).toMatchObject({ neverMatch: [], neverUsed: [], onlyWhileUnanswered: [], complete: true });
    expect(new Set(reading?.overlaps.map(({ precedence }) => precedence))).toEqual(
      new Set(['stated', 'rest', 'exception']),
    );
  });
});

describe('a rule set with more answers than can be tried', () => {
  it('is read as far as it goes, and says that it was not read to the end', () => {
    const pairs = Array.from({ length: 12 }, (_one, at) => [`left${at}`, `right${at}`]);
    const contradiction = [isYes('a'), { not: isYes('a') }];
    const hard: Condition = { all: [...pairs.map((pair) => ({ any: pair.map(isYes) })), ...contradiction] };
    const asked = pairs.flat().map((one): Question => ({ id: one, text, type: 'yesNo' }));
    const { problems, reading } = report([rule('hard', hard, none)], '2027-01-01', threeLevels, asked);
    expect([problems, reading?.complete]).toEqual([[], false]);
  });
});
