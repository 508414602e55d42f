import { Day, Flag, FreeText, Id, Name } from '@rettidig/vocabulary';

/** Expectations that were aligned with MED before anything was drafted (A18). Never a review. */
export class AlignmentShown {
  @Id({ description: 'The alignment.' })
  alignmentId!: string;

  @Id({ description: 'The committee.' })
  committeeId!: string;

  @Name({ description: 'Its name.' })
  committeeName!: string;

  @Id({ description: 'The meeting that it was in; null when it was in none.', nullable: true })
  meetingId!: string | null;

  @Day({ description: 'The day.' })
  on!: string;

  @FreeText({ description: 'What was agreed.', max: 2000, multiline: true })
  note!: string;

  @Flag({
    description: 'Before the first version of the papers was filed; null while none is, and on that day itself.',
    nullable: true,
  })
  beforePapers!: boolean | null;

  @FreeText({ description: 'The same in words, and that it is no review.', max: 300 })
  text!: string;
}
