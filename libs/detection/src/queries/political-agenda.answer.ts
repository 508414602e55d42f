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
  Pattern,
  politicalBodies,
  Sentences,
} from '@rettidig/vocabulary';
import type { PoliticalBody } from '@rettidig/vocabulary';
import type { Standing } from '../agenda.words.js';
import { linkReasons, standings } from '../agenda.words.js';
import type { LinkedBy } from '../register/agenda-reader.js';

const acts = ['recommendation', 'decision'] as const;

export class NumberOfItem {
  @FreeText({ description: 'The system; `notStated` when the agenda does not say.', max: 40 })
  system!: string;
  @FreeText({ description: 'The number.', max: 80 })
  value!: string;
}

/** Something that MED still lacks, or missed. */
export class LackShown {
  @Id({ description: 'The committee; null where none is found or it is not about one.', nullable: true })
  committeeId!: string | null;
  @Name({ description: 'Its name.', nullable: true })
  committeeName!: string | null;
  @FreeText({ description: 'What is missing, in words.', max: 1000 })
  text!: string;
}

export class CaseOfItem {
  @Id({ description: 'The case.' })
  caseId!: string;
  @Pattern(/^\d{4}-\d{4,}$/, { description: 'Its number.', example: '2026-0143' })
  number!: string;
  @FreeText({ description: 'Its title.', max: 300 })
  title!: string;
  @FreeText({ description: 'Where it stands, in words.', max: 200 })
  statusText!: string;
  @OneOf(linkReasons, { description: 'Why item and case belong together.' })
  linkedBy!: LinkedBy;
  @FreeText({ description: 'The same in words.', max: 100 })
  linkedByText!: string;
  @ListOf(() => LackShown, { description: 'What MED still lacks, or missed; empty when nothing.', max: 200 })
  missing!: LackShown[];
}

export class DutyIfChange {
  @Id({ description: 'The committee; null when none could be found.', nullable: true })
  committeeId!: string | null;
  @Name({ description: 'Its name.', nullable: true })
  committeeName!: string | null;
  @OneOf(acts, { description: 'Before which act it would have to come.' })
  before!: (typeof acts)[number];
  @FreeText({ description: 'The rule that asks for it.', max: 100 })
  ruleId!: string;
}

/** What the rules would say if the item were a change of this kind, with nothing else known of it. */
export class IfItWereAChange {
  @FreeText({ description: 'The kind of change that the words speak of.', max: 64 })
  kind!: string;
  @FreeText({ description: 'The same in words.', max: 300 })
  kindText!: string;
  @Count({ description: 'How sure the words make this kind, in percent.', max: 100 })
  percent!: number;
  @OneOf(['medRelevant', 'notMedRelevant', 'undetermined'], { description: 'Whether it would be a MED case.' })
  relevance!: 'medRelevant' | 'notMedRelevant' | 'undetermined';
  @Sentences({ description: 'The rules that would apply, by id.' })
  ruleIds!: string[];
  @ListOf(() => DutyIfChange, { description: 'Which committee, before which act.' })
  requirements!: DutyIfChange[];
  @Sentences({ description: 'The same in sentences, with the reasons.' })
  sentences!: string[];
}

/** A suspicion is a question, never a claim. */
export class ItemSuspicion {
  @Id({ description: 'The possible miss, to be confirmed or dismissed.' })
  possibleMissId!: string;
  @Count({ description: 'How sure the words make it, in percent.', max: 100 })
  percent!: number;
  @Sentences({ description: 'The words that gave the hit.', max: 500 })
  words!: string[];
  @Flag({ description: 'Chair and deputy chair dismissed it together.' })
  dismissed!: boolean;
  @ListOf(() => IfItWereAChange, { description: 'What the rules would say, the likeliest kind first.' })
  ifItWere!: IfItWereAChange[];
}

/** A case that may be the one, for a person to judge. Never linked by itself. */
export class PerhapsCase {
  @Id({ description: 'The case.' })
  caseId!: string;
  @Pattern(/^\d{4}-\d{4,}$/, { description: 'Its number.', example: '2026-0143' })
  number!: string;
  @FreeText({ description: 'Its title.', max: 300 })
  title!: string;
  @FreeText({ description: 'Why it may be the one.', max: 1000 })
  why!: string;
}

export class AgendaItemHeld {
  @Id({ description: 'The item.' })
  itemId!: string;
  @FreeText({ description: 'Its number as printed.', max: 10, example: '4.a' })
  number!: string;
  @FreeText({
    description: 'Its title; null for a closed item, of which nothing is taken in.',
    max: 1000,
    nullable: true,
  })
  title!: string | null;
  @Flag({ description: 'It is not public.' })
  closed!: boolean;
  @Flag({ description: 'It is no longer on the agenda as last published.' })
  withdrawn!: boolean;
  @ListOf(() => NumberOfItem, { description: 'Case numbers that the agenda prints.' })
  externalNumbers!: NumberOfItem[];
  @OneOf(standings, { description: 'Where it stands against the register.' })
  standing!: Standing;
  @FreeText({ description: 'The same in words.', max: 100 })
  standingText!: string;
  @ListOf(() => CaseOfItem, { description: 'The cases that it is about.' })
  cases!: CaseOfItem[];
  @One(() => ItemSuspicion, { description: 'What its words made one ask; null when nothing.', nullable: true })
  suspicion!: ItemSuspicion | null;
  @ListOf(() => PerhapsCase, {
    description: 'Cases decided by that body on that day with like titles; none is linked.',
  })
  perhaps!: PerhapsCase[];
}

/** How many items stand where; withdrawn ones count as that alone. */
export class StandingCounts implements Record<Standing | 'withdrawn', number> {
  @Count({ description: 'With a case that was MED-treated.' })
  reviewed!: number;
  @Count({ description: 'With a case of which MED lacks something.' })
  outstanding!: number;
  @Count({ description: 'Without a case, though they read like a change.' })
  noCase!: number;
  @Count({ description: 'Without a case, and not like a change.' })
  notSuspected!: number;
  @Count({ description: 'No MED cases: assessed so, or dismissed by both chairs.' })
  notMedRelevant!: number;
  @Count({ description: 'Closed items, not read.' })
  closed!: number;
  @Count({ description: 'No longer on the agenda.' })
  withdrawn!: number;
}

export class AgendaVersion {
  @Count({ description: 'Counts from 1.', min: 1 })
  version!: number;
  @Moment({ description: 'When it was imported.' })
  recordedAt!: string;
  @Flag({ description: 'It was the whole agenda; only such a version withdraws items.' })
  complete!: boolean;
  @Id({ description: 'The import that brought it.' })
  importId!: string;
  @Count({ description: 'New items.' })
  added!: number;
  @Count({ description: 'Items with new wording or numbers.' })
  changed!: number;
  @Count({ description: 'Items that were gone.' })
  withdrawn!: number;
  @Count({ description: 'Items that had been gone and were back.' })
  returned!: number;
}

/** The agenda of one meeting of a political body, held against the register. */
export class PoliticalAgendaDetail {
  @Id({ description: 'The agenda.' })
  agendaId!: string;
  @Pattern(/^"\d+"$/, { description: 'For If-Match when a link is taken back.', example: '"1"' })
  etag!: string;
  @OneOf(politicalBodies, { description: 'The political body.' })
  body!: PoliticalBody;
  @FreeText({ description: 'Its name.', max: 100 })
  bodyText!: string;
  @Day({ description: 'The day of the meeting.' })
  on!: string;
  @ListOf(() => AgendaVersion, { description: 'Its versions as imported, the first one first.', max: 1000 })
  versions!: AgendaVersion[];
  @One(() => StandingCounts, { description: 'How many items stand where.' })
  counts!: StandingCounts;
  @ListOf(() => AgendaItemHeld, { description: 'Its items by number, withdrawn ones too.', max: 2000 })
  items!: AgendaItemHeld[];
}

/** One agenda in the list. */
export class PoliticalAgendaListItem {
  @Id({ description: 'The agenda.' })
  agendaId!: string;
  @OneOf(politicalBodies, { description: 'The political body.' })
  body!: PoliticalBody;
  @FreeText({ description: 'Its name.', max: 100 })
  bodyText!: string;
  @Day({ description: 'The day of the meeting.' })
  on!: string;
  @Count({ description: 'Its latest version.', min: 1 })
  version!: number;
  @One(() => StandingCounts, { description: 'How many items stand where.' })
  counts!: StandingCounts;
}
