import type { ClosingDays } from '@rettidig/calendar';
import type { Decider, Instant, RecordedEvent, ReferencePart } from '@rettidig/event-sourcing';
import { evolve } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { defaultRuleSet } from './default-rule-set.js';
import type { Readings } from './readings.events.js';
import type { RuleBookEvent, RuleSet } from './rule-book.events.js';
import type { LocalTimetable, PoliticalTimetable, TimelinessTarget } from './timetable.events.js';

/** A rule set with the instant from which it was known. */
export interface PublishedRuleSet {
  readonly ruleSet: RuleSet;
  readonly knownAt: Instant;
}

/** What was agreed, with the instant from which it was known. */
export interface Agreed<Value> {
  readonly value: Value;
  readonly knownAt: Instant;
}

/** All rule sets ever published and all that was ever agreed, in the order of recording. Immutable. */
export interface RuleBook {
  readonly published: readonly PublishedRuleSet[];
  readonly closingDays: readonly Agreed<ClosingDays>[];
  readonly timetables: readonly Agreed<Omit<LocalTimetable, 'source'>>[];
  readonly politicalTimetables: readonly Agreed<Omit<PoliticalTimetable, 'source'>>[];
  readonly targets: readonly Agreed<Omit<TimelinessTarget, 'source'>>[];
  readonly readings: readonly Agreed<Omit<Readings, 'source'>>[];
}

export const ruleBookDecider: Decider<RuleBook, RuleBookEvent> = {
  category: 'ruleBook',
  initial: { published: [], closingDays: [], timetables: [], politicalTimetables: [], targets: [], readings: [] },
  evolve: {
    RuleSetPublished: (book, { ruleSet }, { recordedAt }) => {
      const knownAt = notBefore(book.published, recordedAt);
      return { ...book, published: [...book.published, { ruleSet, knownAt }] };
    },
    ClosingDaysAgreed: (book, { closingDays }, { recordedAt }) => ({
      ...book,
      closingDays: withAgreed(book.closingDays, closingDays, recordedAt),
    }),
    // Where an agreement stands is sealed in the log and opened only for those who read it there.
    LocalTimetableAgreed: (book, { timetable: { source: _source, ...timetable } }, { recordedAt }) => ({
      ...book,
      timetables: withAgreed(book.timetables, timetable, recordedAt),
    }),
    PoliticalTimetableAgreed: (book, { source: _source, ...timetable }, { recordedAt }) => ({
      ...book,
      politicalTimetables: withAgreed(book.politicalTimetables, timetable, recordedAt),
    }),
    TimelinessTargetAgreed: (book, { source: _source, ...target }, { recordedAt }) => ({
      ...book,
      targets: withAgreed(book.targets, target, recordedAt),
    }),
    ReadingsAgreed: (book, { source: _source, ...readings }, { recordedAt }) => ({
      ...book,
      readings: withAgreed(book.readings, readings, recordedAt),
    }),
  },
};

const withAgreed = <Value>(list: readonly Agreed<Value>[], value: Value, recordedAt: Instant): Agreed<Value>[] => [
  ...list,
  { value, knownAt: notBefore(list, recordedAt) },
];

/** Knowledge never runs backwards, also when a clock does. */
function notBefore(list: readonly { readonly knownAt: Instant }[], recordedAt: Instant): Instant {
  const earlier = list.at(-1)?.knownAt ?? '';
  return recordedAt > earlier ? recordedAt : earlier;
}

/** The rule book as every decision may look it up. */
export const ruleBookPart: ReferencePart<RuleBook> = {
  categories: [ruleBookDecider.category],
  initial: ruleBookDecider.initial,
  evolve: (ruleBook: RuleBook, event: RecordedEvent) => evolve(ruleBookDecider, ruleBook, event),
};

/** The rule book as it was known at an instant, that instant included. */
export const ruleBookKnownAt = (ruleBook: RuleBook, recordedAt: Instant): RuleBook => ({
  published: knownBy(ruleBook.published, recordedAt),
  closingDays: knownBy(ruleBook.closingDays, recordedAt),
  timetables: knownBy(ruleBook.timetables, recordedAt),
  politicalTimetables: knownBy(ruleBook.politicalTimetables, recordedAt),
  targets: knownBy(ruleBook.targets, recordedAt),
  readings: knownBy(ruleBook.readings, recordedAt),
});

/** The very same list when all of it was known: what was derived from it is kept by it. */
const knownBy = <One extends { readonly knownAt: Instant }>(
  list: readonly One[],
  recordedAt: Instant,
): readonly One[] =>
  (list.at(-1)?.knownAt ?? '') <= recordedAt ? list : list.filter(({ knownAt }) => knownAt <= recordedAt);

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
