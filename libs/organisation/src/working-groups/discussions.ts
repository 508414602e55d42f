import type { Instant, ReadDatabase } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { organisationTexts } from '../free-texts.js';
import type { WorkingGroups } from './working-groups.js';
import { workingGroupsIn, workingGroupsKnownAt } from './working-groups.js';

/** A working group talked about a case on a day. */
export interface DiscussedInGroup {
  readonly groupId: string;
  readonly name: string;
  readonly on: LocalDate;
}

/** The working groups that talked about a case, the earliest day first; as known at an instant, or now. */
export function discussedInGroups(
  groups: WorkingGroups,
  changeId: string,
  { views, at }: { readonly views: ReadDatabase; readonly at?: Instant | undefined },
): readonly DiscussedInGroup[] {
  const known = at === undefined ? groups : workingGroupsKnownAt(groups, at);
  const found = workingGroupsIn(known).flatMap(({ groupId, name, discussions }) =>
    discussions.filter((one) => one.changeId === changeId).map(({ on }) => ({ groupId, name, on })),
  );
  return organisationTexts.shown(
    found.sort((a, b) => a.on.localeCompare(b.on) || a.groupId.localeCompare(b.groupId)),
    views,
  );
}
