import type { Decider, Instant, RecordedEvent, ReferencePart } from '@rettidig/event-sourcing';
import { evolve } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { defaultRuleSet } from './default-rule-set.js';
import type { RuleBookEvent, RuleSet } from './rule-book.events.js';

/** A rule set with the instant from which it was known. */
export interface PublishedRuleSet {
  readonly ruleSet: RuleSet;
  readonly knownAt: Instant;
}

/** All rule sets ever published, in the order of publication. Immutable. */
export interface RuleBook {
  readonly published: readonly PublishedRuleSet[];
}

export const ruleBookDecider: Decider<RuleBook, RuleBookEvent> = {
  category: 'ruleBook',
  initial: { published: [] },
  evolve: {
    RuleSetPublished: ({ published }, { ruleSet }, { recordedAt }) => {
      const earlier = published.at(-1)?.knownAt ?? '';
      return { published: [...published, { ruleSet, knownAt: recordedAt > earlier ? recordedAt : earlier }] };
    },
  },
};

/** The rule book as every decision may look it up. */
export const ruleBookPart: ReferencePart<RuleBook> = {
  categories: [ruleBookDecider.category],
  initial: ruleBookDecider.initial,
  evolve: (ruleBook: RuleBook, event: RecordedEvent) => evolve(ruleBookDecider, ruleBook, event),
};

/** The rule book as it was known at an instant, that instant included. */
export const ruleBookKnownAt = ({ published }: RuleBook, recordedAt: Instant): RuleBook => ({
  published: published.filter(({ knownAt }) => knownAt <= recordedAt),
});

/**
 * The rules in effect on a day, as known at an instant (inclusive; everything when left out): the set with the latest
 * first day, of two the one published last. Before the first one the rules that the product comes with hold.
 */
export function ruleSetOn(ruleBook: RuleBook, on: LocalDate, recordedAt?: Instant): RuleSet {
  const { published } = recordedAt === undefined ? ruleBook : ruleBookKnownAt(ruleBook, recordedAt);
  return published
    .map(({ ruleSet }) => ruleSet)
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .reduce((holds, next) => (next.effectiveFrom >= holds.effectiveFrom ? next : holds), defaultRuleSet);
}
