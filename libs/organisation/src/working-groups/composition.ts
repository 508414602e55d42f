import type { LocalDate } from '@rettidig/vocabulary';
import { holdsOn } from '@rettidig/vocabulary';
import type { WorkingGroup } from './working-group.js';
import type { MemberCapacity } from './working-group.events.js';

/** What the suggested composition would have and a group has not (B8): AMRs first, then employee representatives. */
export type CompositionRemark = 'noMembers' | 'noSafetyRepresentative' | 'noEmployeeRepresentative';

/** Who is in a group on a day, counted, and how that stands against the suggestion. */
export interface Composition {
  readonly counts: Readonly<Record<MemberCapacity, number>>;
  readonly remarks: readonly CompositionRemark[];
}

export function compositionOn({ members }: Pick<WorkingGroup, 'members'>, day: LocalDate): Composition {
  const counts = { safetyRepresentative: 0, employeeRepresentative: 0, employee: 0, manager: 0 };
  const there = members.filter(({ term }) => holdsOn(term, day));
  for (const { capacity } of there) counts[capacity] += 1;
  if (there.length === 0) return { counts, remarks: ['noMembers'] };
  const remarks: CompositionRemark[] = [];
  if (counts.safetyRepresentative === 0) remarks.push('noSafetyRepresentative');
  if (counts.employeeRepresentative === 0) remarks.push('noEmployeeRepresentative');
  return { counts, remarks };
}
