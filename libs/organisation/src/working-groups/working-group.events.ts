import type { DomainEvent, SealedFields } from '@rettidig/event-sourcing';
import type { LocalDate, Source } from '@rettidig/vocabulary';

/**
 * The story of one working group (arbejdsgruppe), stream `workingGroup-<id>`. A working group is no MED committee: it has
 * no duty, and nothing that it does ends one (B6). Kept apart from the organisation, whose tree it does not touch.
 */
export type WorkingGroupEvent =
  | WorkingGroupEstablished
  | WorkingGroupMemberNamed
  | WorkingGroupMemberLeft
  | WorkingGroupClosed
  | WorkingGroupDiscussed;

/** How one gets into a working group (B7). */
export type SelectionMethod = 'appointedByManagement' | 'namedByEmployeeSide' | 'elected' | 'volunteered' | 'notStated';

/** What somebody is in a working group. Safety representative: arbejdsmiljørepræsentant (AMR). */
export type MemberCapacity = 'safetyRepresentative' | 'employeeRepresentative' | 'employee' | 'manager';

export type WorkingGroupEstablished = DomainEvent<
  'WorkingGroupEstablished',
  {
    readonly name: string;
    /** What it is to do, and what not. */
    readonly mandate: string;
    readonly selectionMethod: SelectionMethod;
    /** More on how one gets in, in words. */
    readonly selectionNote?: string;
    /** Who set it up: a committee or a unit; null for each that did not, or is not stated. */
    readonly committeeId: string | null;
    readonly unitId: string | null;
    readonly from: LocalDate;
    /** First day on which it no longer exists, when known beforehand. */
    readonly to?: LocalDate;
    readonly source?: Source;
  }
>;

/** A person is in the group for a while; `to` is exclusive. */
export type WorkingGroupMemberNamed = DomainEvent<
  'WorkingGroupMemberNamed',
  {
    readonly personId: string;
    readonly capacity: MemberCapacity;
    readonly from: LocalDate;
    readonly to?: LocalDate;
  }
>;
/** From the day on the person is no longer in the group. */
export type WorkingGroupMemberLeft = DomainEvent<
  'WorkingGroupMemberLeft',
  { readonly personId: string; readonly on: LocalDate }
>;
/** From the day on there is no such group. */
export type WorkingGroupClosed = DomainEvent<'WorkingGroupClosed', { readonly on: LocalDate }>;

/** The group talked about a case, or about kinds of change. A fact that never counts as a review (B6). */
export type WorkingGroupDiscussed = DomainEvent<
  'WorkingGroupDiscussed',
  {
    readonly discussionId: string;
    readonly on: LocalDate;
    readonly changeId: string | null;
    /** Kinds of change of the rule set of the day, or `other`. */
    readonly topics: readonly string[];
    readonly source?: Source;
  }
>;

export const workingGroupSealedFields: SealedFields = {
  WorkingGroupEstablished: [
    { path: 'name' },
    { path: 'mandate' },
    { path: 'selectionNote' },
    { path: 'source.reference' },
  ],
  WorkingGroupDiscussed: [{ path: 'source.reference' }],
};
