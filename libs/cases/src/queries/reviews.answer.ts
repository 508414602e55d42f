import type { Stage } from '@rettidig/meetings';
import { stages } from '@rettidig/meetings';
import { Day, Flag, FreeText, Id, Ids, Name, OneOf, Pattern, Sentences } from '@rettidig/vocabulary';
import type { Maturity } from '../change.events.js';
import type { PapersTiming } from '../words.js';
import { maturities, papersTimings } from '../words.js';

/** One review that a committee held. */
export class ReviewShown {
  @Id({ description: 'The review.' })
  reviewId!: string;

  @Id({ description: 'The committee that held it.' })
  committeeId!: string;

  @Name({ description: 'Its name.' })
  committeeName!: string;

  @Id({ description: 'The meeting.' })
  meetingId!: string;

  @Day({ description: 'When it was held.' })
  heldOn!: string;

  @OneOf(['discussion', 'briefing'], { description: 'A briefing never counts.' })
  form!: 'discussion' | 'briefing';

  @OneOf(maturities, { description: 'How far the proposal had come (A14-A16).' })
  maturity!: Maturity;

  @FreeText({ description: 'The same in words.', max: 100 })
  maturityText!: string;

  @Flag({ description: 'In time, but the first that MED saw was a finished proposal: little influence (A16).' })
  littleInfluence!: boolean;

  @FreeText({ description: 'The same in words; null when it is not so.', max: 200, nullable: true })
  littleInfluenceText!: string | null;

  @OneOf(stages, { description: 'The stage of the material, as the agenda stated it (A14).', nullable: true })
  stage!: Stage | null;

  @FreeText({ description: 'The same in words.', max: 100, nullable: true })
  stageText!: string | null;

  @Flag({ description: 'The minutes are not approved by both sides yet.' })
  provisional!: boolean;

  @OneOf(['nextMeeting', 'nextVersion'], {
    description: 'The discussion goes on; null when it is over.',
    nullable: true,
  })
  goesOn!: 'nextMeeting' | 'nextVersion' | null;

  @FreeText({ description: 'The version of the papers that was discussed.', max: 300, nullable: true })
  versionDiscussed!: string | null;

  @Pattern(/^\d{1,3}(\.\d{1,2})?$/, {
    description: 'The filed version that it was about; null when it cites none.',
    example: '2',
    nullable: true,
  })
  paperVersion!: string | null;

  @OneOf(papersTimings, {
    description: 'How the papers that it was about stood to deadline and meeting; null when it is not known.',
    nullable: true,
  })
  papersTiming!: PapersTiming | null;

  @Flag({ description: 'Discussed on late material ("drøftet på sent materiale").' })
  onLateMaterial!: boolean;

  @Ids({ description: 'Requirements that it counts for.' })
  countsFor!: string[];

  @Sentences({ description: 'Why it does not count for others.' })
  doesNotCountBecause!: string[];
}
