import type { FuzzyDate, LocalDate, PoliticalBody } from '@rettidig/vocabulary';
import { exactDay, latestDay } from '@rettidig/vocabulary';
import type { CaseStory } from './case-story.js';

/** Who saw a version, and when first: a committee of MED, or politicians. */
export type SeenBy = { readonly when: FuzzyDate } & (
  { readonly committeeId: string } | { readonly body: PoliticalBody }
);

/** Whether MED saw a version before politicians did (A13). `notKnown`: the days do not show which came first. */
export type MedFirst = 'yes' | 'no' | 'notKnown' | 'notPresented';

/**
 * All who saw a version, in the order in which they did; whom nobody knows a day of comes last. A committee saw it when it
 * went out to it first, or when it discussed it.
 */
export function seenBy(story: CaseStory, version: string): SeenBy[] {
  const sent = Object.values(story.dispatches).filter((one) => one.version === version);
  const held = Object.values(story.reviews).filter(({ paperVersion }) => paperVersion === version);
  const first = new Map<string, LocalDate>();
  for (const { committeeId, on } of [...sent, ...held.map(({ committeeId, heldOn: on }) => ({ committeeId, on }))]) {
    const before = first.get(committeeId);
    first.set(committeeId, before !== undefined && before < on ? before : on);
  }
  const committees = [...first].map(([committeeId, on]): SeenBy => ({ committeeId, when: { on } }));
  const politicians = Object.values(story.presentations).filter((one) => one.version === version);
  return [...committees, ...politicians.map(({ body, when }) => ({ body, when }))].sort((one, other) =>
    orderOf(one) < orderOf(other) ? -1 : 1,
  );
}

const orderOf = ({ when }: SeenBy): string => latestDay(when) ?? '9999';

/** On one day nobody can show which came first; "at the latest" can only show that politicians were no later. */
export function medFirst(seen: readonly SeenBy[]): MedFirst {
  const politicians = seen.filter((one) => 'body' in one);
  if (politicians.length === 0) return 'notPresented';
  const med = seen.flatMap((one) => ('committeeId' in one ? (exactDay(one.when) ?? []) : [])).sort()[0];
  const orders = politicians.map(({ when }) => wasMedBefore(med, when));
  if (orders.includes('no')) return 'no';
  return orders.includes('notKnown') ? 'notKnown' : 'yes';
}

function wasMedBefore(med: LocalDate | undefined, when: FuzzyDate): Exclude<MedFirst, 'notPresented'> {
  const latest = latestDay(when);
  if (med === undefined || (latest !== undefined && latest < med)) return 'no';
  const exact = exactDay(when);
  return exact !== undefined && exact > med ? 'yes' : 'notKnown';
}
