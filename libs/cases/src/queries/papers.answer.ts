import type { FuzzyDate, PoliticalBody, Side } from '@rettidig/vocabulary';
import {
  Codes,
  Count,
  Day,
  Flag,
  FreeText,
  Id,
  Ids,
  ListOf,
  Name,
  OneOf,
  Pattern,
  politicalBodies,
  Sentences,
  sides,
  UncertainDay,
} from '@rettidig/vocabulary';
import type { AlteredThing, CaseLink } from '../change.events.js';
import type { MedFirst } from '../story/first-seen.js';
import type { PapersTiming } from '../words.js';
import { alteredThings, caseLinks, papersTimings, seenFirst } from '../words.js';

/** What a side said of papers. */
export class PapersRemarkShown {
  @OneOf(sides, { description: 'Which side.' })
  side!: Side;

  @FreeText({ description: 'The remark.', max: 2000, multiline: true })
  remark!: string;
}

/** One time that papers went out for a meeting. */
export class DispatchShown {
  @Id({ description: 'The dispatch.' })
  dispatchId!: string;

  @Id({ description: 'The meeting that it went out for.' })
  meetingId!: string;

  @Name({ description: 'The committee that meets.' })
  committeeName!: string;

  @Day({ description: 'The day of the meeting.' })
  meetingOn!: string;

  @Day({ description: 'The day it went out.' })
  on!: string;

  @Count({ description: 'To how many; null when not stated.', nullable: true })
  recipients!: number | null;

  @FreeText({ description: 'To whom; null when not stated.', max: 500, nullable: true })
  sentTo!: string | null;

  @Day({ description: 'The deadline; null: "Frist ikke aftalt", never late.', nullable: true })
  deadline!: string | null;

  @OneOf(papersTimings, { description: 'How it stands to deadline and meeting.' })
  timing!: PapersTiming;

  @FreeText({ description: 'The same in words, with days.', max: 300 })
  timingText!: string;

  @Count({ description: 'Calendar days after the deadline; 0 in time, without one, or when it was waived.' })
  lateByDays!: number;

  @Count({ description: 'The same in workdays.' })
  lateByWorkdays!: number;

  @FreeText({ description: 'Why it was late; null when nobody said.', max: 1000, multiline: true, nullable: true })
  reason!: string | null;

  @ListOf(() => PapersRemarkShown, { description: 'What the sides said of it.' })
  remarks!: PapersRemarkShown[];
}

/** Who saw a version of the papers, and when first (A13). */
export class SeenByShown {
  @Id({ description: 'The committee of MED; null for politicians.', nullable: true })
  committeeId!: string | null;

  @OneOf(politicalBodies, { description: 'The political body; null for a committee of MED.', nullable: true })
  body!: PoliticalBody | null;

  @Name({ description: 'What it is called.' })
  name!: string;

  @UncertainDay({ description: 'When it was sent to the committee, or put before the politicians.' })
  when!: FuzzyDate;

  @FreeText({ description: 'The same in words.', max: 100 })
  whenText!: string;
}

/** A version of the papers of a case. */
export class PapersShown {
  @Pattern(/^\d{1,3}(\.\d{1,2})?$/, { description: 'Its number.', example: '2.1' })
  version!: string;

  @Day({ description: 'When it was filed.' })
  filedOn!: string;

  @FreeText({ description: 'What it is; null when nobody said.', max: 500, nullable: true })
  note!: string | null;

  @ListOf(() => DispatchShown, { description: 'When it went out, and for which meeting.' })
  dispatches!: DispatchShown[];

  @ListOf(() => SeenByShown, { description: 'Who saw it, the first first; whom nobody knows a day of comes last.' })
  seenBy!: SeenByShown[];

  @OneOf(seenFirst, {
    description: 'Whether MED saw it before every political body. `notKnown`: the days do not show which came first.',
  })
  medFirst!: MedFirst;

  @FreeText({ description: 'The same in words.', max: 200 })
  medFirstText!: string;
}

/** The proposal became materially another one after it was discussed (A11). */
export class AlterationShown {
  @Id({ description: 'The alteration.' })
  alterationId!: string;

  @Day({ description: 'When it became another one.' })
  on!: string;

  @Codes(alteredThings, { description: 'What of it.' })
  what!: AlteredThing[];

  @FreeText({ description: 'The same in words.', max: 200 })
  whatText!: string;

  @FreeText({ description: 'What is another now.', max: 2000, multiline: true })
  note!: string;

  @Ids({ description: 'Duties that it opened again; none after the decision.' })
  requirementIds!: string[];

  @Flag({ description: 'Chair and deputy chair agree that no new review is needed.' })
  noNewReviewNeeded!: boolean;

  @Sentences({ description: 'What each of the two said who holds that none is needed.' })
  said!: string[];
}

/** Another case that belongs to this one. Each needs its own review (A22). */
export class LinkedChangeShown {
  @Id({ description: 'The other case.' })
  changeId!: string;

  @Pattern(/^\d{4}-\d{4,}$/, {
    description: 'Its number; null for a case that is not there.',
    example: '2026-0143',
    nullable: true,
  })
  number!: string | null;

  @OneOf(caseLinks, { description: 'What this case is to it.' })
  as!: CaseLink;

  @FreeText({ description: 'The same in words.', max: 200 })
  asText!: string;
}
