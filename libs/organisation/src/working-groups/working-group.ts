import type { Decider } from '@rettidig/event-sourcing';
import type { LocalDate, Validity } from '@rettidig/vocabulary';
import type {
  WorkingGroupDiscussed,
  WorkingGroupEstablished,
  WorkingGroupEvent,
  WorkingGroupMemberNamed,
} from './working-group.events.js';

/** Somebody in a working group. */
export interface GroupMember extends Pick<WorkingGroupMemberNamed['data'], 'personId' | 'capacity'> {
  readonly term: Validity;
}

/** A working group as far as it is known. */
export interface WorkingGroup extends Omit<WorkingGroupEstablished['data'], 'from' | 'to'> {
  /** Ends with what was known at its start or with its closing, whichever is earlier. */
  readonly term: Validity;
  readonly closed: boolean;
  readonly members: readonly GroupMember[];
  readonly discussions: readonly WorkingGroupDiscussed['data'][];
}

type Known = WorkingGroup | undefined;

/** Nothing is known of a group before it is established: what would come earlier changes nothing. */
const of =
  <Data>(change: (group: WorkingGroup, data: Data) => Partial<WorkingGroup>) =>
  (group: Known, data: Data): Known =>
    group && { ...group, ...change(group, data) };

export const workingGroupDecider: Decider<Known, WorkingGroupEvent> = {
  category: 'workingGroup',
  initial: undefined,
  evolve: {
    WorkingGroupEstablished: (_none, { from, to, ...told }) => ({
      ...told,
      term: { from, to: to ?? null },
      closed: false,
      members: [],
      discussions: [],
    }),
    WorkingGroupMemberNamed: of(({ members }, { personId, capacity, from, to }) => ({
      members: [...members, { personId, capacity, term: { from, to: to ?? null } }],
    })),
    WorkingGroupMemberLeft: of(({ members }, { personId, on }) => ({
      members: members.flatMap((one) => (one.personId === personId ? leftOn(one, on) : [one])),
    })),
    WorkingGroupClosed: of(({ term }, { on }) => ({
      closed: true,
      term: { from: term.from, to: term.to !== null && term.to < on ? term.to : on },
    })),
    WorkingGroupDiscussed: of(({ discussions }, discussion) => ({ discussions: [...discussions, discussion] })),
  },
};

/** A membership that includes the day ends with it; one that would begin later never begins. */
function leftOn(member: GroupMember, on: LocalDate): GroupMember[] {
  const { from, to } = member.term;
  if (to !== null && to <= on) return [member];
  return from < on ? [{ ...member, term: { from, to: on } }] : [];
}
