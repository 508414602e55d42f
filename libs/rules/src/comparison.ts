import type { Question, Rule, RuleSet, RuleSource } from './rule-book.events.js';

/** What became of one question, rule or source from one version to another. */
export interface Difference<Thing, Part extends string> {
  readonly id: string;
  /** Null: it was added. */
  readonly was: Thing | null;
  /** Null: it was removed. */
  readonly is: Thing | null;
  /** What differs, where both have it. */
  readonly changed: readonly Part[];
}

export const questionParts = ['text', 'type', 'values', 'kind'] as const;
export const ruleParts = [
  'order',
  'condition',
  'outcome',
  'confirmation',
  'text',
  'sources',
  'grade',
  'precedence',
] as const;
export const sourceParts = ['grade', 'reference'] as const;

export type QuestionDifference = Difference<Question, (typeof questionParts)[number]>;
export type RuleDifference = Difference<Rule, (typeof ruleParts)[number]>;
export type SourceDifference = Difference<RuleSource, (typeof sourceParts)[number]>;

export interface Comparison {
  readonly questions: readonly QuestionDifference[];
  readonly rules: readonly RuleDifference[];
  readonly sources: readonly SourceDifference[];
}

/** What two rule sets have differently, thing by thing: those of the later one in its order, then what is gone. */
export function compared(was: RuleSet, is: RuleSet): Comparison {
  const stayed = stayedInOrder(was.rules, is.rules);
  return {
    questions: differences(was.questions, is.questions, (a, b) =>
      questionParts.filter((part) => !alike(a[part] ?? null, b[part] ?? null)),
    ),
    rules: differences(was.rules, is.rules, (a, b) => {
      const [before, after] = [aspectsOf(a, was), aspectsOf(b, is)];
      const moved = !stayed.has(a.id);
      return ruleParts.filter((part) => (part === 'order' ? moved : !alike(before[part], after[part])));
    }),
    sources: differences(was.sources, is.sources, (a, b) => sourceParts.filter((part) => a[part] !== b[part])),
  };
}

function differences<Thing extends { readonly id: string }, Part extends string>(
  was: readonly Thing[],
  is: readonly Thing[],
  changedIn: (was: Thing, is: Thing) => Part[],
): Difference<Thing, Part>[] {
  const kept = is.flatMap((thing): Difference<Thing, Part>[] => {
    const before = was.find(({ id }) => id === thing.id) ?? null;
    const changed = before ? changedIn(before, thing) : [];
    return before && changed.length === 0 ? [] : [{ id: thing.id, was: before, is: thing, changed }];
  });
  const gone = was.filter(({ id }) => !is.some((thing) => thing.id === id));
  return [...kept, ...gone.map((thing) => ({ id: thing.id, was: thing, is: null, changed: [] }))];
}

type Aspect = Exclude<(typeof ruleParts)[number], 'order'>;

/** What can be said of a rule apart from where it stands. */
const aspectsOf = (rule: Rule, { sources }: RuleSet): Readonly<Record<Aspect, unknown>> => ({
  condition: rule.when,
  outcome: [rule.then, rule.withoutLocalItem ?? false],
  confirmation: rule.secretaryConfirms ?? false,
  text: rule.because,
  sources: rule.sourceIds,
  precedence: [...(rule.before ?? [])].sort(),
  grade: rule.sourceIds.map((id) => sources.find((one) => one.id === id)?.grade ?? null),
});

/** Whether two values say the same, in whatever order their fields stand. */
const alike = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/**
 * The rules that stand in the same order in both: the most there can be, so that one rule that went to the front is one
 * rule moved, and not all the others.
 */
function stayedInOrder(was: readonly Rule[], is: readonly Rule[]): ReadonlySet<string> {
  const places = is.map(({ id }) => was.findIndex((one) => one.id === id)).filter((place) => place >= 0);
  const best: number[][] = [];
  for (const place of places) {
    const longest = best.filter((run) => run.at(-1)! < place).reduce<number[]>(longer, []);
    best.push([...longest, place]);
  }
  return new Set(best.reduce(longer, []).map((place) => was[place]!.id));
}

const longer = (one: number[], other: number[]): number[] => (other.length > one.length ? other : one);
