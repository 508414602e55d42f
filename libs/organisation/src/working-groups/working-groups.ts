import type { Instant, RecordedEvent, ReferencePart } from '@rettidig/event-sourcing';
import { evolve, subjectOf } from '@rettidig/event-sourcing';
import { organisationTexts } from '../free-texts.js';
import type { WorkingGroup } from './working-group.js';
import { workingGroupDecider } from './working-group.js';

/** A working group from one instant on. */
interface Version {
  readonly knownAt: Instant;
  readonly group: WorkingGroup;
}

/** All working groups by id, each with what was known of it when. There are tens of them, not thousands. */
export interface WorkingGroups {
  /** When the latest became known; empty before anything is. */
  readonly latest: Instant;
  readonly versions: ReadonlyMap<string, readonly Version[]>;
}

/** A working group with its id, as others look it up. */
export interface WorkingGroupState extends WorkingGroup {
  readonly groupId: string;
}

/** The groups as they stand. */
export const workingGroupsIn = ({ versions }: WorkingGroups): WorkingGroupState[] =>
  [...versions].flatMap(([groupId, known]) => known.slice(-1).map(({ group }) => ({ groupId, ...group })));

/** What was known at an instant, that instant included. */
export function workingGroupsKnownAt({ versions }: WorkingGroups, at: Instant): WorkingGroups {
  const known = [...versions].map(([id, all]) => [id, all.filter(({ knownAt }) => knownAt <= at)] as const);
  return { latest: at, versions: new Map(known.filter(([, all]) => all.length > 0)) };
}

function evolveGroups(groups: WorkingGroups, event: RecordedEvent): WorkingGroups {
  const id = subjectOf(event.stream);
  const known = groups.versions.get(id) ?? [];
  const before = known.at(-1)?.group;
  const group = evolve(workingGroupDecider, before, organisationTexts.placed(event));
  if (!group || group === before) return groups;
  // Never earlier than what was known before it: a clock that was set back hides nothing.
  const { recordedAt } = event.meta;
  const knownAt = recordedAt > groups.latest ? recordedAt : groups.latest;
  return { latest: knownAt, versions: new Map(groups.versions).set(id, [...known, { knownAt, group }]) };
}

/** The part of the reference data that knows every working group. */
export const workingGroupsPart: ReferencePart<WorkingGroups> = {
  categories: [workingGroupDecider.category],
  initial: { latest: '', versions: new Map() },
  evolve: evolveGroups,
};
