import { AssessmentExplained } from '@rettidig/rules';
import { Count, FreeText, Id, ListOf, Name, One, OneOf, Pattern, Sentences, SourceOfFact } from '@rettidig/vocabulary';
import { caseStatuses, relevances } from '../register.words.js';
import type { CaseStatus } from '../story/waiting.js';
import { FoundShown, CaseNumberShown, CaseFollowUpShown, DisputeShown, HistoryEntry } from './change-parts.answer.js';
import { DeciderShown, DecisionScopeShown, DecisionShown, PointShown } from './decisions.answer.js';
import { CaseDutyShown, MissingShown } from './duties.answer.js';
import { ReviewShown } from './reviews.answer.js';
import { GroupTalkShown } from './working-groups-shown.js';
import { AlignmentShown } from './alignments.answer.js';
import { CaseReadingsShown } from './readings.answer.js';
import { AlterationShown, LinkedChangeShown, PapersShown } from './papers.answer.js';

/** One case with everything that is known of it. */
export class ChangeDetail {
  @Id({ description: 'The case.' })
  changeId!: string;

  @Pattern(/^"\d+"$/, { description: 'Send it as If-Match with a change of the case.', example: '"3"' })
  etag!: string;

  @Pattern(/^\d{4}-\d{4,}$/, { description: 'Its number.', example: '2026-0143' })
  number!: string;

  @FreeText({ description: 'Its title.', max: 300 })
  title!: string;

  @FreeText({ description: 'What it is about.', max: 10_000, multiline: true, nullable: true })
  description!: string | null;

  @Pattern(/^[A-Za-z]+$/, { description: 'The kind of change.' })
  kind!: string;

  @FreeText({ description: 'The same in words.', max: 300 })
  kindText!: string;

  @Id({ description: 'The unit that it hits; null when not stated.', nullable: true })
  unitId!: string | null;

  @Name({ description: 'Its name, or "ikke oplyst".' })
  unitName!: string;

  @One(() => DeciderShown, { description: 'Who decides.' })
  decider!: DeciderShown;

  @One(() => DecisionScopeShown, {
    description: 'What the coming decision is to cover; null where nobody said.',
    nullable: true,
  })
  decisionScope!: DecisionScopeShown | null;

  @Id({ description: 'Who owns the case; null when nobody does.', nullable: true })
  ownerId!: string | null;

  @Name({ description: 'Their name, where it is known here.', nullable: true })
  ownerName!: string | null;

  @ListOf(() => CaseNumberShown, { description: 'Its numbers in other systems.' })
  externalNumbers!: CaseNumberShown[];

  @One(() => FoundShown, { description: 'How it was found; null for a case registered beforehand.', nullable: true })
  found!: FoundShown | null;

  @One(() => SourceOfFact, { description: 'Where it is known from; null when not given.', nullable: true })
  source!: SourceOfFact | null;

  @FreeText({ description: 'The source in words.', max: 400, nullable: true })
  sourceText!: string | null;

  @OneOf(caseStatuses, { description: 'Where it stands.' })
  status!: CaseStatus;

  @FreeText({ description: 'The same in words.', max: 200 })
  statusText!: string;

  @OneOf(relevances, { description: 'Whether it is a MED case.' })
  relevance!: 'medRelevant' | 'notMedRelevant' | 'undetermined';

  @FreeText({ description: 'The same in words.', max: 100 })
  relevanceText!: string;

  @ListOf(() => CaseDutyShown, { description: 'What it owes MED, and what became of it.' })
  requirements!: CaseDutyShown[];

  @Count({ description: 'Rows of it in the total of the register.' })
  missed!: number;

  @One(() => MissingShown, { description: 'What is missing before which act.' })
  missing!: MissingShown;

  @Sentences({ description: 'All that it waits for.' })
  waitsFor!: string[];

  @One(() => AssessmentExplained, {
    description: 'Why it is a MED case or not, and why in these committees; null before the first assessment.',
    nullable: true,
  })
  explanation!: AssessmentExplained | null;

  @ListOf(() => PointShown, { description: 'Planned acts.' })
  decisionPoints!: PointShown[];

  @ListOf(() => CaseReadingsShown, {
    description: 'How often each political body treats the case. One reading: no second chance for MED.',
  })
  readings!: CaseReadingsShown[];

  @ListOf(() => DecisionShown, { description: 'Recorded decisions.' })
  decisions!: DecisionShown[];

  @ListOf(() => ReviewShown, { description: 'What committees held.' })
  reviews!: ReviewShown[];

  @ListOf(() => AlignmentShown, {
    description: 'When expectations were aligned with MED before anything was drafted. That is no review.',
  })
  alignments!: AlignmentShown[];

  @ListOf(() => PapersShown, { description: 'The versions of its papers, and when each went out.' })
  papers!: PapersShown[];

  @ListOf(() => AlterationShown, { description: 'What became another after it was discussed.' })
  alterations!: AlterationShown[];

  @ListOf(() => LinkedChangeShown, {
    description: 'Cases that belong to it. A review of one never counts for another.',
  })
  links!: LinkedChangeShown[];

  @ListOf(() => GroupTalkShown, { description: 'Working groups that talked about it. That is no review in MED.' })
  workingGroups!: GroupTalkShown[];

  @ListOf(() => CaseFollowUpShown, { description: 'What meetings agreed should follow.' })
  followUps!: CaseFollowUpShown[];

  @ListOf(() => DisputeShown, { description: 'Disagreements about the assessment.' })
  disputes!: DisputeShown[];

  @ListOf(() => HistoryEntry, { description: 'Everything that was recorded, in order.', max: 10_000 })
  history!: HistoryEntry[];
}
