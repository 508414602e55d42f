import type { ReadDatabase } from '@rettidig/event-sourcing';
import type { Organisation, OrganisationFact } from '@rettidig/organisation';
import { touchedUnits } from '@rettidig/organisation';
import type { RuleBook } from '@rettidig/rules';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import type { ChangeReference } from './checks.js';
import { casesAt } from './touched-cases.js';

/**
 * Days on which something takes effect that was recorded on an earlier day: nothing is recorded then, so somebody has to
 * look. Plans look ahead by themselves, for they read the structure and the deadlines of the meeting's day; what a case
 * owes follows from today's structure and rules.
 */
export const comingDays = (
  { organisation, ruleBook }: Pick<ChangeReference, 'organisation' | 'ruleBook'>,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): readonly LocalDate[] =>
  [...new Set([...factsAhead(organisation).keys(), ...ruleSetsAhead(ruleBook)])]
    .filter((day) => from <= day && day <= until)
    .sort();

/** Cases that what takes effect on a day can concern, and why. */
export function casesOn(
  { organisation, ruleBook }: ChangeReference,
  day: LocalDate,
  views: ReadDatabase,
): readonly { readonly changeId: string; readonly cause: 'structure' | 'rules' }[] {
  if (ruleSetsAhead(ruleBook).includes(day)) {
    return casesAt(views, 'all').map((changeId) => ({ changeId, cause: 'rules' }));
  }
  const facts = factsAhead(organisation).get(day) ?? [];
  const found = facts.flatMap((fact) => casesAt(views, touchedUnits(organisation, fact)));
  return [...new Set(found)].sort().map((changeId) => ({ changeId, cause: 'structure' }));
}

const ruleSetsAhead = ({ published }: RuleBook): LocalDate[] =>
  published
    .filter(({ ruleSet, knownAt }) => ruleSet.effectiveFrom > dayOf(knownAt))
    .map(({ ruleSet }) => ruleSet.effectiveFrom);

type FactsByDay = ReadonlyMap<LocalDate, readonly OrganisationFact[]>;

/** Worked out once for each organisation: it is asked for whenever anything happens. */
const ahead = new WeakMap<Organisation, FactsByDay>();

/** Facts by every day that they name and that was ahead when they were recorded. */
function factsAhead(organisation: Organisation): FactsByDay {
  const known = ahead.get(organisation) ?? workOut(organisation);
  ahead.set(organisation, known);
  return known;
}

function workOut(organisation: Organisation): FactsByDay {
  const byDay = new Map<LocalDate, OrganisationFact[]>();
  for (let known = organisation.last; known; known = known.before.last) {
    const recordedOn = dayOf(known.knownAt);
    for (const day of daysIn(known.fact.data)) {
      if (day <= recordedOn) continue;
      byDay.set(day, [...(byDay.get(day) ?? []), known.fact]);
    }
  }
  return byDay;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Every day that stands anywhere in a fact; too many do no harm. */
function daysIn(value: unknown): LocalDate[] {
  if (typeof value === 'string') return DAY.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? [...new Set(Object.values(value).flatMap(daysIn))] : [];
}
