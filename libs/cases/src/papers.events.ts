import type { DomainEvent } from '@rettidig/event-sourcing';
import type { Deadline } from '@rettidig/planning';
import type { FuzzyDate, LocalDate, PoliticalBody, Side, Source } from '@rettidig/vocabulary';

// The papers of a case: their versions, when they went out, what was said of papers that came late (G4-G6), and who saw
// which of them first (A13).

/** A version of the papers was filed on the case. */
export type PapersFiled = DomainEvent<
  'PapersFiled',
  {
    /** `2` or `2.1`, unique for the case. */
    readonly version: string;
    readonly on: LocalDate;
    /** What it is called, and what is new in it. */
    readonly note?: string;
    readonly source?: Source;
  }
>;

/** How the day on which papers went out stands to the deadline and to the meeting, by what was known then. */
export interface Lateness {
  /** What it was compared with; no day: "Frist ikke aftalt", and nothing is ever late. */
  readonly deadline: Deadline;
  /** Calendar days after the deadline; 0 in time, without a deadline, and where both chairs let it be. */
  readonly lateByDays: number;
  /** The same in workdays: 0 also when only days off lie between. */
  readonly lateByWorkdays: number;
  /** Sent after the meeting ("eftersendt"), which is another thing than after the deadline. */
  readonly sentAfterMeeting: boolean;
}

/** A version went out to those who meet. */
export type PapersDispatched = DomainEvent<
  'PapersDispatched',
  Lateness & {
    readonly dispatchId: string;
    readonly version: string;
    readonly meetingId: string;
    readonly committeeId: string;
    /** The day that the meeting was called for, or held on. */
    readonly meetingOn: LocalDate;
    readonly on: LocalDate;
    /** How many it went to; null: not stated. */
    readonly recipients: number | null;
    /** To whom more exactly, as functions and never names (G3). */
    readonly sentTo?: string;
    /** Why it went out late (G5). */
    readonly reason?: string;
    readonly source?: Source;
  }
>;

/** The meeting moved, or both chairs let its deadline be: the papers stand otherwise to it than when they went out. */
export type DispatchJudgedAnew = DomainEvent<
  'DispatchJudgedAnew',
  Lateness & {
    readonly dispatchId: string;
    readonly meetingOn: LocalDate;
  }
>;

/** Why papers went out late, said afterwards. Said again it replaces what was said before; both stay in the log. */
export type LatenessExplained = DomainEvent<
  'LatenessExplained',
  { readonly dispatchId: string; readonly reason: string; readonly source?: Source }
>;

/** What a side says of papers that came late, or of anything else about them (G4). */
export type PapersRemarkedOn = DomainEvent<
  'PapersRemarkedOn',
  { readonly dispatchId: string; readonly side: Side; readonly remark: string; readonly source?: Source }
>;

/** A version was put before politicians (A13). Of one version and body the last one counts; all stay in the log. */
export type PapersPresented = DomainEvent<
  'PapersPresented',
  {
    readonly version: string;
    readonly body: PoliticalBody;
    readonly when: FuzzyDate;
    readonly source?: Source;
  }
>;

export type PapersEvent =
  PapersFiled | PapersDispatched | DispatchJudgedAnew | LatenessExplained | PapersRemarkedOn | PapersPresented;
