import type { DomainEvent, SealedFields } from '@rettidig/event-sourcing';
import type { ExternalNumber, LocalDate, PoliticalBody, Source, Side } from '@rettidig/vocabulary';

/**
 * The story of one meeting of a MED committee: called, moved or cancelled, its agenda, who came, what was discussed, and
 * its minutes. The meeting owns placement and what was discussed; cases mirror it. Stream `meeting-<uuid>`.
 */
export type MeetingEvent =
  | MeetingScheduled
  | MeetingMoved
  | MeetingCancelled
  | AgendaItemAdded
  | AgendaItemWithdrawn
  | DeputyCalled
  | AttendanceRecorded
  | ItemDiscussed
  | ItemDiscussedWithJointSummary
  | FollowUpAgreed
  | FollowUpAssigned
  | FollowUpDone
  | DeadlineWaived
  | MinutesImported
  | MinutesApproved;

/** From when to when; local times of day, `10:00`. What nobody said is missing. */
export interface Hours {
  readonly startsAt?: string;
  readonly endsAt?: string;
}

export type MeetingScheduled = DomainEvent<
  'MeetingScheduled',
  Hours & {
    readonly committeeId: string;
    readonly on: LocalDate;
    readonly extraordinary: boolean;
    readonly place?: string;
    readonly source?: Source;
  }
>;
/** Another day, or other hours of the same day (`from` and `to` alike). The hours are those that hold from now on, all of them. */
export type MeetingMoved = DomainEvent<
  'MeetingMoved',
  Hours & { readonly from: LocalDate; readonly to: LocalDate; readonly reason: string }
>;
export type MeetingCancelled = DomainEvent<'MeetingCancelled', { readonly reason: string }>;

/** How far the material of a case has come (A14): several treatments at different stages are no double treatment. */
export type Stage = 'idea' | 'firstDraft' | 'laterDraft' | 'final';

/** Standing items have no case. One item may bundle several cases (G2). */
export type AgendaItemAdded = DomainEvent<
  'AgendaItemAdded',
  {
    readonly itemId: string;
    readonly number: number;
    readonly title: string;
    readonly caseIds: readonly string[];
    readonly standing: boolean;
    /** Of the material of its cases; missing when nobody said. */
    readonly stage?: Stage;
    /** Why a case is treated once more at the same stage, where somebody was told that it is (B14). */
    readonly treatedAgainBecause?: string;
    readonly source?: Source;
  }
>;
export type AgendaItemWithdrawn = DomainEvent<
  'AgendaItemWithdrawn',
  { readonly itemId: string; readonly caseIds: readonly string[]; readonly reason: string }
>;

/**
 * Somebody is called to act in a seat at this meeting (J4), in the place of whoever was called for that seat before; null:
 * nobody any more. Who really came stands in the roster.
 */
export type DeputyCalled = DomainEvent<'DeputyCalled', { readonly seatId: string; readonly personId: string | null }>;

/** One person at one meeting, for one seat: the roster of the day, frozen (J12). */
export interface Attendance {
  readonly seatId: string;
  readonly side: Side;
  /** Null for a seat without a holder. */
  readonly personId: string | null;
  /** A deputy acts in the seat for this meeting (J4). */
  readonly capacity: 'holder' | 'deputy';
  /** `excused`: afbud (J5). `vacant`: nobody holds the seat. */
  readonly presence: 'present' | 'excused' | 'absent' | 'vacant';
}

/** The meeting was held, on this day, with these people. */
export type AttendanceRecorded = DomainEvent<
  'AttendanceRecorded',
  { readonly heldOn: LocalDate; readonly attendance: readonly Attendance[]; readonly source?: Source }
>;

/** How an item was handled. A briefing is information without discussion and never ends a duty. */
export type ItemForm = 'discussion' | 'briefing';

/** An item was discussed, with minutes. `caseIds` as bundled on that day. */
export type ItemDiscussed = DomainEvent<
  'ItemDiscussed',
  {
    readonly itemId: string;
    readonly caseIds: readonly string[];
    readonly heldOn: LocalDate;
    readonly form: ItemForm;
    readonly source?: Source;
  }
>;

/** Discussed without minutes; the jointly agreed summary is the only record (H1, H2), row by row per side (H4). */
export type ItemDiscussedWithJointSummary = DomainEvent<
  'ItemDiscussedWithJointSummary',
  {
    readonly itemId: string;
    readonly caseIds: readonly string[];
    readonly heldOn: LocalDate;
    readonly summary: readonly {
      readonly employeeSide: string;
      readonly managementSide: string;
      readonly source?: Source;
    }[];
  }
>;

export type FollowUpKind =
  'answerQuestions' | 'forwardRemarks' | 'nextMeeting' | 'changeDocument' | 'reportBack' | 'otherAction';

/** Somebody shall do something about an item. Without owner or date the system asks, and shows that they are missing (E4). */
export type FollowUpAgreed = DomainEvent<
  'FollowUpAgreed',
  {
    readonly followUpId: string;
    readonly itemId: string;
    readonly caseIds: readonly string[];
    readonly kind: FollowUpKind;
    readonly what: string;
    /** A function, never a person's name: `Centerchef for …`. */
    readonly owner?: string;
    readonly recipient?: string;
    readonly due: { readonly on: LocalDate } | { readonly nextMeeting: true } | { readonly notStated: true };
    readonly source?: Source;
  }
>;
/** Who does it, or by when, was said afterwards; what is left out stays as it was. */
export type FollowUpAssigned = DomainEvent<
  'FollowUpAssigned',
  {
    readonly followUpId: string;
    readonly itemId: string;
    readonly caseIds: readonly string[];
    /** A function, never a person's name. */
    readonly owner?: string;
    readonly due?: { readonly on: LocalDate } | { readonly nextMeeting: true };
  }
>;
export type FollowUpDone = DomainEvent<
  'FollowUpDone',
  {
    readonly followUpId: string;
    readonly itemId: string;
    readonly caseIds: readonly string[];
    readonly on: LocalDate;
    readonly how: string;
  }
>;

/** A deadline before the meeting that the committee agreed on: items handed in, material out. */
export type WaivableDeadline = 'itemsDue' | 'materialDue';

/** One of the two who can let a deadline of this meeting be did so. It counts once both gave it. */
export type DeadlineWaived = DomainEvent<
  'DeadlineWaived',
  {
    readonly deadline: WaivableDeadline;
    readonly office: 'chair' | 'deputyChair';
    /** True on the second of the two. */
    readonly byBoth: boolean;
    readonly on: LocalDate;
    readonly reason: string;
  }
>;

/** What its minutes say about themselves, when they were read in from a document. Once for each different content. */
export type MinutesImported = DomainEvent<
  'MinutesImported',
  {
    /** The import that brought it; the document stands in the private store under the same id. */
    readonly importId: string;
    /** Numbers of the minutes in other systems (G10). */
    readonly externalNumbers: readonly ExternalNumber[];
    /** The day that the document itself is dated. */
    readonly documentDate?: LocalDate;
    /** Items with annexes, or that a political body has before it on a day (A12); the others are left out. */
    readonly items: readonly {
      readonly itemId: string;
      /** By number, `3.2`. */
      readonly annexes: readonly string[];
      readonly politicalDates: readonly { readonly body: PoliticalBody; readonly on: LocalDate }[];
    }[];
  }
>;

/** One of the two who must approve did. Approved by both, the minutes count as proof. */
export type MinutesApproved = DomainEvent<
  'MinutesApproved',
  {
    readonly office: 'chair' | 'deputyChair';
    /** True on the second of the two approvals. */
    readonly byBoth: boolean;
    readonly on: LocalDate;
  }
>;

export const meetingSealedFields: SealedFields = {
  MeetingScheduled: [{ path: 'place' }, { path: 'source.reference' }],
  MeetingMoved: [{ path: 'reason' }],
  MeetingCancelled: [{ path: 'reason' }],
  AgendaItemAdded: [{ path: 'title' }, { path: 'treatedAgainBecause' }, { path: 'source.reference' }],
  AgendaItemWithdrawn: [{ path: 'reason' }],
  AttendanceRecorded: [{ path: 'source.reference' }],
  ItemDiscussed: [{ path: 'source.reference' }],
  ItemDiscussedWithJointSummary: [
    { path: 'summary[].employeeSide' },
    { path: 'summary[].managementSide' },
    { path: 'summary[].source.reference' },
  ],
  FollowUpAgreed: [{ path: 'what' }, { path: 'owner' }, { path: 'recipient' }, { path: 'source.reference' }],
  FollowUpAssigned: [{ path: 'owner' }],
  FollowUpDone: [{ path: 'how' }],
  DeadlineWaived: [{ path: 'reason' }],
  MinutesImported: [{ path: 'externalNumbers[].system' }, { path: 'externalNumbers[].value' }],
};
