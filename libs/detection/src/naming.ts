import type { PersonCard, QueryContext } from '@rettidig/event-sourcing';
import { namingOf } from '@rettidig/cases';
import type { Organisation } from '@rettidig/organisation';
import { isKnownUnit, structureOn, subtreeOf } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import type { DetectionReference } from './possible-miss.checks.js';

/** Turns ids and codes into what the reader calls them: the same words as those of cases. */
export type Naming = ReturnType<typeof namingOf>;

/** Names as they are known in a context. */
export const namingIn = ({ reference, language, now }: QueryContext<DetectionReference>): Naming =>
  namingOf(reference, language, dayOf(now));

/** A unit with everything below it on some days; undefined for a unit that never was. */
export function unitsBelow(unitId: string, days: readonly LocalDate[], organisation: Organisation) {
  if (!isKnownUnit(organisation, unitId)) return undefined;
  return [...new Set([unitId, ...days.flatMap((day) => subtreeOf(structureOn(organisation, day), unitId))])];
}

/** The name of a person, where the private store has one and the reader may see it. */
export const nameOf = (people: ReadonlyMap<string, PersonCard>, id: string): string | null =>
  people.get(id)?.name ?? null;
