import fc from 'fast-check';
import { factsIn, truthOf } from './conditions.js';
import { possibleAnswers } from './facts.js';
import { answersFor } from './matching.js';
import type { Condition, FactAnswer, Question, RuleSet } from './rule-book.events.js';

const text = { da: '', en: '' };
const questions: readonly Question[] = [
  { id: 'a', text, type: 'yesNo' },
  { id: 'b', text, type: 'yesNo' },
  { id: 'posts', text, type: 'number' },
  { id: 'where', text, type: 'oneOf', values: ['north', 'south', 'east'] },
];

const aComparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom('a', 'b', 'transitionPeriod'),
    op: fc.constantFrom('is', 'isNot'),
    value: fc.constantFrom('yes', 'no'),
  }),
  fc.record({
    fact: fc.constant('posts'),
    op: fc.constantFrom('is', 'isNot', 'atLeast', 'atMost'),
    value: fc.constantFrom(2, 3, 4, 8),
  }),
  fc.record({
    fact: fc.constant('where'),
    op: fc.constantFrom('is', 'isNot'),
    value: fc.constantFrom('north', 'south', 'east'),
  }),
);
const { aCondition } = fc.letrec<{ aCondition: Condition }>((tie) => ({
  aCondition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    aComparison,
    fc.record({ all: fc.array(tie('aCondition'), { minLength: 1, maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('aCondition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('aCondition') }),
    fc.constant<Condition>({ always: true }),
  ),
}));

const ruleSetWith = (when: Condition): RuleSet => ({
  ...{ version: 'x', effectiveFrom: '2026-01-01', questions, sources: [] },
  rules: [{ id: 'r', when, then: { route: 'mainCommittee' }, because: text, sourceIds: [] }],
});

/** Every whole number a limit could tell apart, and every other answer there is. */
const everything: Readonly<Record<string, readonly FactAnswer[]>> = {
  ...{ a: ['yes', 'no'], b: ['yes', 'no'], transitionPeriod: ['yes', 'no'], where: ['north', 'south', 'east'] },
  posts: [-100, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100],
};

function canHold(condition: Condition, facts: readonly string[], given: ReadonlyMap<string, FactAnswer>): boolean {
  const [fact, ...rest] = facts;
  if (fact === undefined) return truthOf(condition, (one) => given.get(one)!) === true;
  return everything[fact]!.some((answer) => canHold(condition, rest, new Map(given).set(fact, answer)));
}

describe('the search for answers that a condition holds for', () => {
  it('finds some exactly when trying everything does, and what it finds does it', () => {
    fc.assert(
      fc.property(aCondition, (condition) => {
        const found = answersFor(condition, ruleSetWith(condition), { left: 1_000_000 });
        expect(found !== 'none').toBe(canHold(condition, factsIn(condition), new Map()));
        if (typeof found === 'string') return;
        expect(truthOf(condition, (fact) => found[fact] ?? 'unknown')).toBe(true);
        for (const [fact, answer] of Object.entries(found)) {
          const question = questions.find(({ id }) => id === fact);
          if (question) expect(possibleAnswers(question, ruleSetWith(condition).rules)).toContain(answer);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says that it does not know when it may not look any further', () => {
    const condition: Condition = { all: [{ any: [{ fact: 'a', op: 'is', value: 'yes' }] }] };
    expect(answersFor(condition, ruleSetWith(condition), { left: 2 })).toBe('notKnown');
  });
});
