import {
  Count,
  Day,
  Flag,
  FreeText,
  Id,
  ListOf,
  Moment,
  Name,
  One,
  OneOf,
  pageWith,
  Pattern,
  periodPattern,
  SourceOfFact,
} from '@rettidig/vocabulary';
import type { Rhythm } from '@rettidig/vocabulary';
import type { CandidateOutcome } from '../screening.js';
import type { OriginKind, RoundState } from '../screening.words.js';
import { candidateOutcomes, originKinds, rhythms, roundStates } from '../screening.words.js';

/** A meeting of management with MED as its standing item. */
class ScreeningForumShown {
  @Id({ description: 'The forum.' })
  forumId!: string;
  @Name({ description: 'What it is called.' })
  name!: string;
  @OneOf(rhythms, { description: 'How often it meets.' })
  rhythm!: Rhythm;
  @FreeText({ description: 'The same in words.', max: 100 })
  rhythmText!: string;
  @Day({ description: 'Agreed from this day on.' })
  from!: string;
  @Day({ description: 'The first day on which it no longer meets; null while it does.', nullable: true })
  endedOn!: string | null;
  @One(() => SourceOfFact, { description: 'Where it was agreed.', nullable: true })
  source!: SourceOfFact | null;
  @Count({ description: 'Rounds that were held.' })
  held!: number;
  @Count({ description: 'Periods that passed without a round.' })
  notHeld!: number;
}

export class ScreeningForumList extends pageWith(() => ScreeningForumShown, {
  items: 'The forums of this page, by name.',
  total: 'All forums that match, on all pages.',
  facets: 'Counts by rhythm.',
}) {}

/** The round of one period of one forum, also where none was held. */
export class ScreeningRoundShown {
  @Id({ description: 'The round: the same before and after it is opened.' })
  roundId!: string;
  @Id({ description: 'The forum.' })
  forumId!: string;
  @Name({ description: 'The name of the forum.' })
  forumName!: string;
  @Pattern(periodPattern, { description: 'The month or quarter.', example: '2026-05' })
  period!: string;
  @OneOf(roundStates, { description: 'Where it stands.' })
  state!: RoundState;
  @FreeText({ description: 'The same in words.', max: 100 })
  stateText!: string;
  @Day({ description: 'The day on which it meets; null when nobody opened it.', nullable: true })
  on!: string | null;
  @Day({ description: 'The day on which it was held; null when it was not.', nullable: true })
  heldOn!: string | null;
  @Flag({ description: 'It was held after its period was over.' })
  heldLate!: boolean;
  @Day({ description: 'The day on which it was recorded as held; null when it was not.', nullable: true })
  recordedOn!: string | null;
  @Flag({ description: 'It was recorded more than three days after the day on which it is said to have been held.' })
  recordedLate!: boolean;
  @Count({ description: 'Its candidates.' })
  candidates!: number;
  @Count({ description: 'Candidates that nobody has assessed: with one of these it cannot be closed.' })
  unassessed!: number;
  @Count({ description: 'Candidates that go to MED.' })
  yes!: number;
  @Count({ description: 'Candidates that do not.' })
  no!: number;
  @Count({ description: 'Candidates that the next round is asked about again.' })
  later!: number;
}

export class ScreeningRoundList extends pageWith(() => ScreeningRoundShown, {
  items: 'The rounds of this page.',
  total: 'All rounds that match, on all pages; periods without a round are among them.',
  facets: 'Counts by state (whatever was asked for) and forum.',
}) {}

/** Where a candidate comes from. Only the ids of its kind are there. */
export class CandidateOriginShown {
  @OneOf(originKinds, { description: 'What it comes from.' })
  kind!: OriginKind;
  @FreeText({ description: 'The same in words.', max: 100 })
  kindText!: string;
  @Id({ description: 'The possible miss, the case, or the candidate of the earlier round.', nullable: true })
  id!: string | null;
  @Id({ description: 'The earlier round.', nullable: true })
  roundId!: string | null;
}

/** What was said of a candidate before somebody said otherwise. */
export class EarlierVerdict {
  @OneOf(candidateOutcomes, { description: 'Shall it go to MED.' })
  outcome!: CandidateOutcome;
  @FreeText({ description: 'The same in words.', max: 100 })
  outcomeText!: string;
  @FreeText({ description: 'Why.', max: 2000, multiline: true })
  why!: string;
  @FreeText({ description: 'In which role it was said.', max: 100 })
  saidBy!: string;
  @Moment({ description: 'When it was recorded.' })
  at!: string;
}

/** A candidate with what was said of it. */
export class CandidateShown {
  @Id({ description: 'The candidate.' })
  candidateId!: string;
  @FreeText({ description: 'What it is about.', max: 200 })
  title!: string;
  @One(() => CandidateOriginShown, { description: 'Where it comes from.' })
  origin!: CandidateOriginShown;
  @Id({ description: 'The unit that it hits; null when not stated.', nullable: true })
  unitId!: string | null;
  @Name({ description: 'Its name, or "ikke oplyst".' })
  unitName!: string;
  @OneOf(candidateOutcomes, { description: 'Shall it go to MED; null until somebody says.', nullable: true })
  outcome!: CandidateOutcome | null;
  @FreeText({ description: 'The same in words; null until somebody says.', max: 100, nullable: true })
  outcomeText!: string | null;
  @Id({ description: 'The committee that it goes to.', nullable: true })
  committeeId!: string | null;
  @Name({ description: 'The name of that committee.', nullable: true })
  committeeName!: string | null;
  @Day({ description: 'By when it shall be with that committee.', nullable: true })
  by!: string | null;
  @FreeText({ description: 'Why.', max: 2000, multiline: true, nullable: true })
  why!: string | null;
  @FreeText({ description: 'Which function takes it further.', max: 200, nullable: true })
  who!: string | null;
  @Id({ description: 'The case that it is.', nullable: true })
  caseId!: string | null;
  @ListOf(() => EarlierVerdict, { description: 'What was said before that, the earliest first.', max: 1000 })
  earlier!: EarlierVerdict[];
}

/** Something that the round could look at. It is no candidate until somebody adds it. */
export class SuggestedCandidate {
  @FreeText({ description: 'What it is about.', max: 1000 })
  title!: string;
  @One(() => CandidateOriginShown, { description: 'Where it comes from: give it as `origin` when adding it.' })
  origin!: CandidateOriginShown;
}

/** A round with its candidates, and what it could look at beside them. */
export class ScreeningRoundDetail extends ScreeningRoundShown {
  @ListOf(() => CandidateShown, { description: 'The candidates in the order in which they came.', max: 1000 })
  items!: CandidateShown[];
  @ListOf(() => SuggestedCandidate, {
    description:
      'What earlier rounds put off, then open possible misses, the newest first; without what is a candidate already. At most 50.',
    max: 50,
  })
  suggested!: SuggestedCandidate[];
  @Count({ description: 'All that could be suggested.' })
  suggestedTotal!: number;
}
