import type { ItemForm } from '@rettidig/meetings';
import type { Confidence } from '@rettidig/minutes';
import type { PoliticalBody } from '@rettidig/vocabulary';
import { Codes, Count, Day, Flag, FreeText, Id, ListOf, OneOf, Pattern, politicalBodies } from '@rettidig/vocabulary';
import { confidences, demandStates, itemDifferences, itemStates, readForms } from './words.js';
import type { ItemDifference, ItemState } from './states.js';

const LINE = 'The line of the document, from 1.';
const CONFIDENCE = 'How sure it is. `guess`: more than one reading is possible; it is not recorded without a choice.';

export class SummaryRowRead {
  @FreeText({ description: 'The remark of the employee side, as it will be recorded.', max: 4000 })
  employeeSide!: string;
  @FreeText({ description: 'What management does about it, as it will be recorded.', max: 4000 })
  managementSide!: string;
  @Count({ description: LINE })
  line!: number;
  @OneOf(confidences, { description: CONFIDENCE })
  confidence!: Confidence;
}

export class FollowUpRead {
  @FreeText({ description: 'What is to be done, as it will be recorded: without names.', max: 1000 })
  what!: string;
  @Day({ description: 'A day; null when another or none is stated.', nullable: true })
  due!: string | null;
  @Flag({ description: 'At the next meeting of the committee (I4).' })
  nextMeeting!: boolean;
  @Flag({ description: 'Sure enough to be recorded, and no answer to a demand, which is recorded as that.' })
  recorded!: boolean;
  @Count({ description: LINE })
  line!: number;
  @OneOf(confidences, { description: CONFIDENCE })
  confidence!: Confidence;
}

export class PoliticalDateRead {
  @OneOf(politicalBodies, { description: 'The political body.' })
  body!: PoliticalBody;
  @Day({ description: 'The day on which it has it before it (A12).' })
  on!: string;
  @Count({ description: LINE })
  line!: number;
  @OneOf(confidences, { description: CONFIDENCE })
  confidence!: Confidence;
}

export class AnnexRead {
  @Pattern(/^[\w.-]{1,20}$/, { description: 'Its number.', example: '3.2' })
  number!: string;
  @Count({ description: LINE })
  line!: number;
}

/** An item beside the register. */
export class MinutesItemShown {
  @Count({ description: 'Its number.' })
  number!: number;
  @FreeText({ description: 'Its title in the minutes.', max: 1000 })
  title!: string;
  @FreeText({ description: 'Its title in the register; null when it is not there.', max: 300, nullable: true })
  knownTitle!: string | null;
  @Flag({ description: 'Comes back at every meeting.' })
  standing!: boolean;
  @Count({ description: LINE })
  line!: number;
  @Count({ description: 'The last line of its minutes; null where nothing is written.', nullable: true })
  lastLine!: number | null;
  @OneOf(confidences, { description: CONFIDENCE })
  confidence!: Confidence;
  @OneOf(itemStates, { description: 'What becomes of it.' })
  state!: ItemState;
  @Codes(itemDifferences, {
    description: 'What keeps it from being recorded, or differs. The register stays as it is.',
  })
  differences!: ItemDifference[];
  @OneOf(readForms, { description: 'How it was handled, as the minutes were read.' })
  form!: string;
  @OneOf(confidences, { description: 'How sure the form is.' })
  formConfidence!: Confidence;
  @OneOf(['discussion', 'briefing', 'jointSummary'], {
    description: 'How it would be recorded; null when the minutes do not say and nobody chose.',
    nullable: true,
  })
  recordedAs!: ItemForm | 'jointSummary' | null;
  @ListOf(() => SummaryRowRead, { description: 'The joint summary (H4); empty where there is none.', max: 200 })
  jointSummary!: SummaryRowRead[];
  @ListOf(() => FollowUpRead, { description: 'What was agreed.', max: 200 })
  followUps!: FollowUpRead[];
  @ListOf(() => AnnexRead, { description: 'Annexes it names.', max: 200 })
  annexes!: AnnexRead[];
  @ListOf(() => PoliticalDateRead, { description: 'Days of political bodies.', max: 200 })
  politicalDates!: PoliticalDateRead[];
}

export class DemandRead {
  @Count({ description: 'Its number in the order of the minutes.' })
  number!: number;
  @Count({ description: 'The item under which it stands.' })
  itemNumber!: number;
  @FreeText({ description: 'The demand, as it will be recorded: without names.', max: 4000 })
  text!: string;
  @FreeText({
    description: 'The answer, as it will be recorded: without names; null where none stands.',
    max: 4000,
    nullable: true,
  })
  answer!: string | null;
  @Count({ description: LINE })
  line!: number;
  @OneOf(confidences, { description: CONFIDENCE })
  confidence!: Confidence;
}

export class MinutesDemandsShown {
  @OneOf(demandStates, { description: 'What becomes of them.' })
  state!: keyof typeof demandStates;
  @Id({ description: 'The record that has demands of this meeting; null when there is none.', nullable: true })
  breachId!: string | null;
  @ListOf(() => DemandRead, { description: 'The demands beside their answers (E1, E2).', max: 200 })
  rows!: DemandRead[];
}
