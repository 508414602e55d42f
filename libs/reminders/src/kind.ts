import type { Instant } from '@rettidig/event-sourcing';
import type { Functions } from '@rettidig/organisation';
import type { PlanReference } from '@rettidig/planning';
import type { DecidingBody, LocalDate } from '@rettidig/vocabulary';
import type { ReminderSteps } from './reminder-steps.js';
import type { Lane, Step } from './step.js';

export type * from './step.js';

/** What a reminder is about: ids, codes and dates only, never a text of the case. */
export interface OccasionAbout {
  readonly changeId?: string;
  readonly caseKind?: string;
  readonly ownerId?: string | null;
  readonly unitId?: string | null;
  readonly committeeId?: string | null;
  readonly meetingId?: string | null;
  readonly seatId?: string;
  /** A person whom it is about and who is none of the receivers by that. */
  readonly personId?: string;
  readonly body?: DecidingBody;
  /** What exactly, where a kind knows several: the kind of a planned date, the act that lowered a duty. */
  readonly code?: string;
  /** A second day that the text says. */
  readonly on?: LocalDate | null;
  /** The day it was before. */
  readonly from?: LocalDate | null;
  /** The earliest day of an extraordinary meeting that would be in time. */
  readonly extraordinaryOn?: LocalDate;
  /** Of a meeting: how often it had changed when somebody was told of it. */
  readonly version?: number;
  /** The day to which the dates of the case would have to move. */
  readonly moveTo?: LocalDate;
}

/** Something that somebody may have to be reminded of: it is there as long as it is so. */
export interface Occasion {
  /** Names it within its kind: a requirement, a planned date, a follow-up, a meeting. */
  readonly item: string;
  /** The day that it is about; the steps are counted from it. */
  readonly anchor: LocalDate;
  /** From this day on nobody is told of it any more, whoever was not told before. */
  readonly until?: LocalDate;
  readonly about: OccasionAbout;
}

interface AnyKind {
  /** Part of the key of what was sent: never renamed. */
  readonly name: string;
  readonly lane: Lane;
  /** What becomes of a step whose day had passed when the occasion came up. */
  readonly whenPast: 'sendLate' | 'skip';
  /** People must know at once, whatever day it is. */
  readonly evenOnClosingDays?: boolean;
  /** Who is told by the product's steps is told whatever a municipality agrees on. */
  readonly alwaysTold?: boolean;
  /** There is only something to tell when somebody was told of the same item before. */
  readonly onlyAfterTold?: boolean;
  /** As they are until a municipality agrees on others. */
  readonly steps: readonly Step[];
}

/**
 * A kind whose occasions follow from one stream alone: from its folded state. The view, the look right before sending and
 * the tests all ask the same function.
 */
export interface SubjectKind<State = unknown> extends AnyKind {
  /** The category of the streams that it is about: `change`. */
  readonly subject: string;
  readonly occasions: (state: State, subjectId: string) => readonly Occasion[];
  /** What is looked up in reference data when somebody is told, because nothing else hangs on it. */
  readonly lookedUp?: (asked: LookedUp<State>) => Partial<OccasionAbout>;
}

/** What the kind that tells of a new day tells of an item, and since when the day is known that the item has. */
export interface ChangeOfDay {
  readonly occasion: ReferenceOccasion;
  readonly since: Instant;
}

interface LookedUp<State> {
  readonly state: State;
  readonly occasion: Occasion;
  readonly reference: RemindersReference;
  readonly today: LocalDate;
}

/** An occasion that follows from reference data, which are in memory: no view knows it. */
export interface ReferenceOccasion extends Occasion {
  /** How often its day became another one. */
  readonly armed: number;
  /** When it came up, or its day became another one. */
  readonly armedAt?: Instant;
}

/** A kind whose occasions follow from reference data: meetings, seats, minutes. */
export interface ReferenceKind extends AnyKind {
  /** Those whose day lies in the window, both ends included. */
  readonly inReference: (
    reference: RemindersReference,
    window: { readonly from: LocalDate; readonly until: LocalDate },
  ) => readonly ReferenceOccasion[];
  /** The kind that tells at once of a new day and says all that this one says. */
  readonly newDay?: {
    readonly kind: ReferenceKind;
    readonly change: (reference: RemindersReference, item: string) => ChangeOfDay | undefined;
  };
}

/** A kind that follows from streams of any category. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the table holds kinds of different states
export type AnySubjectKind = SubjectKind<any>;

export type ReminderKind = AnySubjectKind | ReferenceKind;

/** What reminders look up. */
export interface RemindersReference extends PlanReference {
  readonly functions: Functions;
  readonly reminderSteps: ReminderSteps;
}
