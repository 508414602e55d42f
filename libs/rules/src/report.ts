import type { RefusedPart } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { periodWithout } from '@rettidig/organisation';
import { formProblems, problem } from './checks.js';
import type { Reading } from './precedence.js';
import { readingOf } from './precedence.js';
import type { RuleBook } from './rule-book.js';
import type { Rule, RuleSet } from './rule-book.events.js';

/** All that can be said of a rule set before it is published. */
export interface RuleSetReport {
  /** It cannot be published with any of these. */
  readonly problems: readonly RefusedPart[];
  /** Null while the rules cannot even be read. */
  readonly reading: Reading | null;
}

/** What a rule set is judged by. */
export interface RuleSetReference {
  readonly organisation: Organisation;
  readonly ruleBook: RuleBook;
}

/** Everything that is wrong with a rule set at once, and what the order of its rules does. */
export function reportOn(ruleSet: RuleSet, { organisation, ruleBook }: RuleSetReference): RuleSetReport {
  const ofForm = formProblems(ruleSet, ruleBook);
  const ofLevels = ruleSet.rules.flatMap((rule, at) => levelProblems(rule, ruleSet, organisation, at));
  const unreadable = ofForm.some(({ pointer }) => /^\/(questions|rules)/.test(pointer));
  const reading = unreadable ? null : readingOf(ruleSet);
  return { problems: [...ofForm, ...ofLevels, ...(reading ? readingProblems(reading, ruleSet.rules) : [])], reading };
}

/**
 * Refuses a rule set that could not be applied, explained, or trusted never to let a change through unseen.
 * @throws Refused with the code of the first problem; its parts name all of them.
 */
export function mustBePublishable(ruleSet: RuleSet, reference: RuleSetReference): void {
  const { problems } = reportOn(ruleSet, reference);
  const [first] = problems;
  if (first) throw new Refused(first.code, first.details, first.code === 'rules.version-taken' ? 409 : 422, problems);
}

/** A level that a rule names must be in force on the first day, or come into force later, as far as is known. */
function levelProblems({ id, then }: Rule, { effectiveFrom }: RuleSet, of: Organisation, at: number): RefusedPart[] {
  if (!('level' in then)) return [];
  const period = periodWithout(of, then.level, effectiveFrom);
  if (!period) return [];
  const { periodId, term } = period;
  const details = { id, level: then.level, on: effectiveFrom, periodId, from: term.from };
  return [problem(`/rules/${at}/then/level`, 'rules.level-not-in-force', details)];
}

function readingProblems({ neverMatch, neverUsed, overlaps }: Reading, rules: readonly Rule[]): RefusedPart[] {
  const at = (rule: Rule): string => `/rules/${rules.indexOf(rule)}`;
  return [
    ...neverMatch.map((rule) => problem(`${at(rule)}/when`, 'rules.rule-never-matches', { id: rule.id })),
    ...neverUsed.map(({ rule, behind }) =>
      problem(at(rule), 'rules.rule-never-used', { id: rule.id, behind: behind.id }),
    ),
    ...overlaps
      .filter(({ precedence }) => precedence === 'none')
      .map(({ earlier, later, example }) =>
        problem(`${at(earlier)}/before`, 'rules.overlap-without-precedence', {
          id: earlier.id,
          other: later.id,
          example: Object.entries(example).map(([fact, answer]) => `${fact}: ${answer}`),
        }),
      ),
  ];
}
