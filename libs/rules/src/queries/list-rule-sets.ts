import type { Instant, QueryDefinition } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import { asOfInstant, Day, dayOf, Moment, OneOf, PageParameters, pageWith } from '@rettidig/vocabulary';
import { defaultRuleSet } from '../default-rule-set.js';
import type { PublishedRuleSet, RuleBook } from '../rule-book.js';
import { ruleSetOn } from '../rule-book.js';
import type { RuleSet } from '../rule-book.events.js';
import { RuleSetFields } from '../rule-set.fields.js';
import { InEffect } from './agreement.answer.js';

export class ListRuleSets extends PageParameters {
  @Day({ description: 'Only the rule set that holds on this day.', optional: true })
  holdsOn?: string;

  @OneOf(['effectiveFrom', '-effectiveFrom'], { description: 'Order; the latest first when left out.', optional: true })
  sort?: string;
}

/** A rule set with all its rules. */
class RuleSetShown extends RuleSetFields {
  @Moment({ description: 'When it was published; null for the one that the product comes with.', nullable: true })
  publishedAt!: string | null;

  @InEffect()
  inEffect!: boolean;
}

export class RuleSetList extends pageWith(() => RuleSetShown, {
  items: 'The rule sets of this page.',
  total: 'All rule sets that match, on all pages.',
  facets: 'How many of all rule sets are in effect on the day.',
}) {}

export const listRuleSets: QueryDefinition<ListRuleSets, RuleSetList, { readonly ruleBook: RuleBook }> = {
  name: 'ListRuleSets',
  parameters: ListRuleSets,
  answer: RuleSetList,
  path: '/rule-sets',
  tag: 'rules',
  summary: { da: 'Regelsæt med spørgsmål, regler og kilder', en: 'Rule sets with questions, rules and sources' },
  refusals: ['cursor.unknown'],
  handle: ({ holdsOn, sort, limit = 50, cursor, asOf }, { reference, now }) => {
    const at = asOfInstant(asOf, now);
    const holds = ruleSetOn(reference.ruleBook, holdsOn ?? dayOf(at ?? now), at);
    const known = publishedBy(reference.ruleBook, at).map((one) => show(one, holds));
    const found = known.filter(({ inEffect }) => holdsOn === undefined || inEffect);
    const rows = found.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    if (sort !== 'effectiveFrom') rows.reverse();
    const from = offsetIn(cursor);
    const next = from + limit;
    return {
      items: rows.slice(from, next),
      total: rows.length,
      facets: { inEffect: { true: 1, false: known.length - 1 } },
      nextCursor: next < rows.length ? String(next) : null,
    };
  },
};

interface Known {
  readonly ruleSet: RuleSet;
  readonly publishedAt: Instant | null;
}

/** The one that the product comes with, and those published by an instant. */
const publishedBy = ({ published }: RuleBook, at: Instant | undefined): Known[] => [
  { ruleSet: defaultRuleSet, publishedAt: null },
  ...published
    .filter(({ knownAt }) => at === undefined || knownAt <= at)
    .map(({ ruleSet, knownAt }: PublishedRuleSet) => ({ ruleSet, publishedAt: knownAt })),
];

const show = ({ ruleSet, publishedAt }: Known, holds: RuleSet): RuleSetShown => ({
  ...(ruleSet as RuleSetFields),
  publishedAt,
  inEffect: ruleSet === holds,
});

/** Rule sets are only ever added, so the number of those already shown is place enough. */
function offsetIn(cursor: string | undefined): number {
  if (cursor !== undefined && !/^\d{1,6}$/.test(cursor)) throw new Refused('cursor.unknown', {}, 400);
  return Number(cursor ?? 0);
}
