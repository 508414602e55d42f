import type { LocalDate, PoliticalBody, Side } from '@rettidig/vocabulary';

/**
 * How sure a value is. `certain`: written out in a form that means nothing else. `likely`: follows from its place or a
 * usual form. `guess`: more than one reading is possible; somebody must look.
 */
export type Confidence = 'certain' | 'likely' | 'guess';

/** A value with the line (from 1, in the lines as they came) that it was read from. */
export interface Read<Value> {
  readonly value: Value;
  readonly line: number;
  readonly confidence: Confidence;
}

/**
 * What minutes of a MED committee say, as far as it could be read. Nothing is filled in: what does not stand there is
 * missing. Holds names of persons, so it is never stored in the log.
 */
export interface MinutesDraft {
  /** The committee as written: `HovedMED`, `LokalMED Åkanden`. */
  readonly committee?: Read<string>;
  readonly heldOn?: Read<LocalDate>;
  /** Local time of day, `10:00`. */
  readonly startsAt?: Read<string>;
  readonly endsAt?: Read<string>;
  readonly place?: Read<string>;
  readonly extraordinary: boolean;
  /** The day that the document itself is dated. */
  readonly documentDate?: Read<LocalDate>;
  /** Numbers in other systems (G10). */
  readonly numbers: readonly Read<{
    readonly system: string;
    readonly of: 'case' | 'document';
    readonly value: string;
  }>[];
  readonly caseOfficer?: Read<string>;
  /** Everybody on the list of participants, in its order. Empty where there is none. */
  readonly roster: readonly RosterPerson[];
  /** The agenda in order of its numbers. */
  readonly items: readonly MinutesItem[];
  readonly demands: readonly ReadDemand[];
  /** The day of the next meeting, where the minutes announce it. */
  readonly nextMeeting?: Read<LocalDate>;
  /** The lines that values were read from, in runs; the start of a value is its `line`. */
  readonly readFrom: readonly { readonly from: number; readonly to: number }[];
  /** Every line that no value was read from: what was left out and why. Together with the values all lines are accounted for. */
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly MinutesWarning[];
}

/** A person on the list of participants: who, in which position, for whom (J1). */
export interface RosterPerson {
  readonly name: string;
  /** `Centerchef`, `Fællestillidsrepræsentant`. */
  readonly position?: string;
  /** Constituency, union or centre as written, without the office: `LO (LFS)`. */
  readonly represents?: string;
  readonly side?: Side;
  readonly office?: 'chair' | 'deputyChair' | 'secretary';
  readonly capacity: 'holder' | 'deputy';
  /** Whom a deputy sits in for, where it is said: `suppleant for NN` (J4). */
  readonly deputyFor?: string;
  readonly presence: 'present' | 'excused' | 'absent';
  readonly line: number;
  readonly confidence: Confidence;
}

/** One point of the agenda. */
export interface MinutesItem {
  readonly number: number;
  readonly title: string;
  /** A standing item: approval of the agenda, announcements, any other business. */
  readonly standing: boolean;
  /** Where its title was read, and the lines of its minutes, both ends included; none where nothing was written. */
  readonly line: number;
  readonly minutes?: { readonly from: number; readonly to: number };
  readonly confidence: Confidence;
  /** `nothingSaid`: the item stands in the minutes and says that nothing came up. */
  readonly form: 'discussion' | 'briefing' | 'jointSummary' | 'nothingSaid' | 'notStated';
  /** The form follows from the words of the minutes, so it is never `certain`. */
  readonly formConfidence: Confidence;
  /** The jointly agreed summary of an item discussed without minutes, row by row (H1, H2, H4). */
  readonly jointSummary?: readonly SummaryRow[];
  /** Annexes by number, `3.2`, with the line. */
  readonly annexes: readonly Read<string>[];
  readonly followUps: readonly ReadFollowUp[];
  /** A day on which a political body has it before it (A12). */
  readonly politicalDates: readonly ReadPoliticalDate[];
}

export interface SummaryRow {
  readonly employeeSide: string;
  readonly managementSide: string;
  readonly line: number;
  readonly confidence: Confidence;
}

export interface ReadFollowUp {
  /** The sentence that says it. May hold names. */
  readonly what: string;
  readonly due: { readonly on: LocalDate } | { readonly nextMeeting: true } | { readonly notStated: true };
  readonly line: number;
  readonly confidence: Confidence;
}

export interface ReadPoliticalDate {
  readonly body: PoliticalBody;
  readonly on: LocalDate;
  /** The sentence that says it. */
  readonly text: string;
  readonly line: number;
  readonly confidence: Confidence;
}

/** A demand of the employee side beside management's answer (E1, E2). */
export interface ReadDemand {
  readonly itemNumber: number;
  readonly text: string;
  /** Missing where the other column is empty. */
  readonly answer?: string;
  readonly line: number;
  readonly confidence: Confidence;
}

/**
 * Lines without a value. `talk`: the discussion itself, which stays in the document. `noise`: page headers, letterheads,
 * addresses, markup. `notUnderstood`: stands where a value was expected and could not be read: somebody must look.
 */
export interface LeftOut {
  readonly why: 'blank' | 'noise' | 'heading' | 'talk' | 'notUnderstood';
  readonly from: number;
  readonly to: number;
  /** What stands there; for `talk` its first words. */
  readonly text: string;
}

/** Something that the secretary should look at before committing; a code of `minutesWarnings` with details. */
export interface MinutesWarning {
  readonly code: string;
  readonly line?: number;
  readonly details: Readonly<Record<string, string | number>>;
}
