import type { CommitteeLevel, CommitteeOn } from '@rettidig/organisation';
import type { Assessment } from './assessment.js';
import { factsIn, sizeOf } from './conditions.js';
import { answersOf, isAnswerTo, possibleAnswers, structureFacts } from './facts.js';
import { OTHER_KIND } from './other-kind.js';
import type { Answers } from './matching.js';
import { outcomeOf } from './outcome.js';
import type { Places, Route } from './places.js';
import type { FactAnswer, Question, RuleSet } from './rule-book.events.js';

/** Where rules lead: to whom in the first place, and whether the unit's local committee gets an item beside it. */
export interface Led {
  readonly relevance: Assessment['relevance'];
  readonly to: 'main' | 'area' | 'local' | 'levelOfDecider' | null;
  readonly localItem: boolean;
}

/** Answers that two rule sets lead elsewhere, all in the same way. */
export interface Turn {
  readonly was: Led;
  readonly is: Led;
  /** How many of the answers tried. */
  readonly count: number;
  /** One of them. */
  readonly example: Answers;
  /** The rules that decide it in the one set and in the other; null where none does. */
  readonly ruleWas: string | null;
  readonly ruleIs: string | null;
}

/** What it changes to follow one rule set rather than another. */
export interface Effect {
  /** Combinations of answers that were tried: one answer of each sort that the rules tell apart. */
  readonly tried: number;
  /** All there are were tried; otherwise an even draw of them. */
  readonly complete: boolean;
  /** How many lead elsewhere. */
  readonly different: number;
  /** The ways in which they do, the most frequent first. */
  readonly turns: readonly Turn[];
}

/** Combinations tried at most, fewer where rules are long. */
const MOST_TRIED = 8192;
const MOST_EFFORT = 1_500_000;

/** Tries answers on both rule sets, in a municipality where every committee there could be is there. */
export function effectOf(was: RuleSet, is: RuleSet): Effect {
  const grid = gridOf(was, is);
  const all = grid.reduce((product, { answers }) => product * answers.length, 1);
  const size = [...was.rules, ...is.rules].reduce((sum, { when }) => sum + sizeOf(when), 1);
  const tried = Math.min(all, MOST_TRIED, Math.ceil(MOST_EFFORT / size));
  const turns = new Map<string, Turn>();
  for (let trial = 0; trial < tried; trial += 1) {
    const answers = tried === all ? combination(grid, trial) : drawn(grid, trial);
    const [before, after] = [ledBy(was, answers), ledBy(is, answers)];
    const key = JSON.stringify([before.led, after.led]);
    if (JSON.stringify(before.led) === JSON.stringify(after.led)) continue;
    const known = turns.get(key);
    const first = { was: before.led, is: after.led, example: answers, ruleWas: before.rule, ruleIs: after.rule };
    turns.set(key, known ? { ...known, count: known.count + 1 } : { ...first, count: 1 });
  }
  const found = [...turns.values()].sort((a, b) => b.count - a.count);
  const different = found.reduce((sum, { count }) => sum + count, 0);
  return { tried, complete: tried === all, different, turns: found };
}

interface Axis {
  readonly fact: string;
  readonly answers: readonly FactAnswer[];
}

/** The facts that either set reads, each with the answers that tell its rules apart. */
function gridOf(was: RuleSet, is: RuleSet): Axis[] {
  const rules = [...was.rules, ...is.rules];
  const facts = [...new Set(rules.flatMap(({ when }) => factsIn(when)))];
  const answersTo = (fact: string, { questions }: RuleSet): FactAnswer[] => {
    const question = questions.find(({ id }) => id === fact);
    return question ? possibleAnswers(question, rules) : [];
  };
  return facts.map((fact) => ({
    fact,
    answers: structureFacts.some((one) => one === fact)
      ? ['yes', 'no']
      : [...new Set([...answersTo(fact, was), ...answersTo(fact, is)])],
  }));
}

/** The combination of a number: its digits, one for each fact. */
function combination(grid: readonly Axis[], trial: number): Answers {
  let rest = trial;
  return Object.fromEntries(
    grid.map(({ fact, answers }) => {
      const answer = answers[rest % answers.length]!;
      rest = Math.floor(rest / answers.length);
      return [fact, answer];
    }),
  );
}

/** Steps through each fact's answers at a pace of its own: the same draw every time, and no fact follows another. */
const drawn = (grid: readonly Axis[], trial: number): Answers =>
  Object.fromEntries(grid.map(({ fact, answers }, at) => [fact, answers[spread(trial, at) % answers.length]!]));

/** A number that looks like chance and is none. */
function spread(trial: number, at: number): number {
  const mixed = Math.imul((trial + 1) ^ Math.imul(at + 1, 0x9e3779b1), 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 16;
}

function ledBy(ruleSet: RuleSet, answers: Answers): { readonly led: Led; readonly rule: string | null } {
  const facts = Object.fromEntries(ruleSet.questions.map((question) => [question.id, answerTo(question, answers)]));
  const change = { kind: OTHER_KIND, facts, unitId: null, decider: { body: 'manager', managerUnitId: null } } as const;
  const places = placesFor(answers);
  const { relevance, requirements, deciding, primaryRule } = outcomeOf(
    answersOf(change, places, ruleSet),
    places,
    ruleSet,
  );
  const primary = requirements.find(({ role }) => role === 'primary');
  const localItem = requirements.some(({ role }) => role === 'localItem');
  return {
    led: { relevance, to: (primary?.committeeId ?? null) as Led['to'], localItem },
    rule: (primaryRule ?? deciding)?.id ?? null,
  };
}

/** A question that the other set asks in another way is not answered in this one. */
function answerTo(question: Question, answers: Answers): FactAnswer {
  const answer = answers[question.id];
  return answer !== undefined && isAnswerTo(question, answer) ? answer : 'unknown';
}

function placesFor(answers: Answers): Places {
  const deciderKnown = answers.deciderKnown !== 'no';
  const isDelegated = answers.levelDelegated === 'yes';
  return {
    transitionPeriod: answers.transitionPeriod === 'yes',
    deciderKnown,
    delegated: isDelegated ? { ...ANY_DELEGATION, agrees: deciderKnown || null } : null,
    before: 'decision',
    main: somewhere('main', 'main'),
    levelOfDecider: deciderKnown || isDelegated ? somewhere('levelOfDecider', 'area') : somewhere('main', 'main'),
    ofLevel: {
      main: somewhere('main', 'main'),
      area: somewhere('area', 'area'),
      local: somewhere('local', 'local'),
    },
    local: [committeeCalled('ofUnit', 'local')],
  };
}

const ANY_DELEGATION = { delegationId: 'delegation', unitId: 'unit', level: 'area' } as const;

const somewhere = (committeeId: string, level: CommitteeLevel): Route => ({
  committee: committeeCalled(committeeId, level),
  stepsUp: [],
});

const committeeCalled = (committeeId: string, level: CommitteeLevel): CommitteeOn => ({
  ...{ committeeId, name: committeeId, level, kind: level, covers: [], parentId: null },
  ...{ validity: { from: '1970-01-01', to: null }, levelInForce: true },
});
