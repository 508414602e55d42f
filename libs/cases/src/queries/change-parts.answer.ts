import { Day, Flag, FreeText, Id, Moment, OneOf, Pattern, UncertainDay } from '@rettidig/vocabulary';
import type { FuzzyDate } from '@rettidig/vocabulary';
import type { FoundBy } from '../change.events.js';
import type { SettlementOutcome } from '../words.js';
import { finders, settlements } from '../words.js';

/** How it was found, for a case that was registered afterwards. */
export class FoundShown {
  @UncertainDay({ description: 'When.' })
  on!: FuzzyDate;

  @FreeText({ description: 'The same in words.', max: 100 })
  onText!: string;

  @OneOf(finders, { description: 'By whom.' })
  by!: FoundBy;

  @FreeText({ description: 'The same in words.', max: 200 })
  byText!: string;
}

/** A number that the case has in another system. */
export class CaseNumberShown {
  @FreeText({ description: 'The system.', max: 50, example: 'F2' })
  system!: string;

  @FreeText({ description: 'The number there.', max: 100 })
  value!: string;
}

/** What was promised at a meeting. */
export class CaseFollowUpShown {
  @Id({ description: 'The follow-up.' })
  followUpId!: string;

  @Id({ description: 'The meeting that agreed it.' })
  meetingId!: string;

  @FreeText({ description: 'What is owed, by whom and by when, in words.', max: 5000, multiline: true })
  text!: string;

  @Day({ description: 'When it was done; null while it is outstanding.', nullable: true })
  settledOn!: string | null;
}

/** Somebody disagrees with the assessment. */
export class DisputeShown {
  @Id({ description: 'The dispute.' })
  disputeId!: string;

  @FreeText({ description: 'Why the assessment is disputed.', max: 4000, multiline: true })
  reason!: string;

  @OneOf(settlements, { description: 'What chair and deputy chair agreed; null while they have not.', nullable: true })
  outcome!: SettlementOutcome | null;

  @FreeText({ description: 'The same in words.', max: 200, nullable: true })
  outcomeText!: string | null;
}

/** One event of the case as a sentence. */
export class HistoryEntry {
  @Pattern(/^[A-Za-z]+$/, { description: 'The stored name of the event.', example: 'DecisionRecorded' })
  type!: string;

  @FreeText({ description: 'What happened, as a sentence.', max: 10_000, multiline: true })
  sentence!: string;

  @Day({ description: 'When it happened in the world; null where only the recording is known.', nullable: true })
  happenedOn!: string | null;

  @Moment({ description: 'When it was recorded.' })
  recordedAt!: string;

  @FreeText({ description: 'The role of whoever recorded it.', max: 100 })
  role!: string;

  @FreeText({ description: 'Role and, where known here, name.', max: 300 })
  by!: string;

  @Flag({ description: 'Recorded by a person; false for what the system concluded.' })
  byPerson!: boolean;
}
