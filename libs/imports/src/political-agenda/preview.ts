import {
  Count,
  Day,
  Flag,
  FreeText,
  Id,
  ListOf,
  Name,
  One,
  OneOf,
  Pattern,
  politicalBodies,
  Sentences,
} from '@rettidig/vocabulary';
import type { PoliticalBody } from '@rettidig/vocabulary';
import type { AgendaSource, LeftOutReason } from './read-agenda.js';
import { agendaSources, leftOutReasons } from './read-agenda.js';

/** What would become of an item. */
export const itemChanges = {
  new: { da: 'nyt punkt', en: 'new item' },
  changed: { da: 'ændret punkt', en: 'changed item' },
  returned: { da: 'punkt, der er kommet tilbage', en: 'item that is back' },
  same: { da: 'uændret', en: 'unchanged' },
} as const;

export type ItemChange = keyof typeof itemChanges;

export class AgendaLeftOutShown {
  @Count({ description: 'Line, row, or number of the item in an XML file; from 1.' })
  at!: number;
  @FreeText({ description: 'What stands there.', max: 20_000 })
  text!: string;
  @OneOf(leftOutReasons, { description: 'Why nothing came of it.' })
  why!: LeftOutReason;
  @FreeText({ description: 'The same in words.', max: 200 })
  whyText!: string;
}

export class PrintedNumberShown {
  @FreeText({ description: 'The system; `notStated` when the document does not say.', max: 40 })
  system!: string;
  @FreeText({ description: 'The number.', max: 80 })
  value!: string;
}

export class LinkedCaseShown {
  @Id({ description: 'The case.' })
  caseId!: string;
  @Pattern(/^\d{4}-\d{4,}$/, { description: 'Its number.', example: '2026-0143' })
  number!: string;
  @FreeText({ description: 'Its title.', max: 300 })
  title!: string;
  @FreeText({ description: 'Where it stands, in words.', max: 200 })
  statusText!: string;
}

/** A suggestion, never a claim: what would be asked about if the item still has no case. */
export class SuggestedSuspicion {
  @Count({ description: 'How sure the words make it, in percent.', max: 100 })
  percent!: number;
  @Flag({ description: 'Sure enough to be put before people.' })
  suspected!: boolean;
  @Sentences({ description: 'The words that gave the hit.', max: 500 })
  words!: string[];
  @Sentences({ description: 'The kinds of change that they speak of, the likeliest first.' })
  kinds!: string[];
}

export class AgendaItemPreview {
  @Id({ description: 'The item.' })
  itemId!: string;
  @Count({ description: 'Line, row, or number of the item in an XML file; from 1.' })
  at!: number;
  @FreeText({ description: 'Its number.', max: 10 })
  number!: string;
  @FreeText({ description: 'Its title; null for a closed item.', max: 1000, nullable: true })
  title!: string | null;
  @Flag({ description: 'Closed: only that it is there is taken in.' })
  closed!: boolean;
  @ListOf(() => PrintedNumberShown, { description: 'Case numbers.' })
  externalNumbers!: PrintedNumberShown[];
  @OneOf(itemChanges, { description: 'What would become of it.' })
  change!: ItemChange;
  @FreeText({ description: 'The same in words.', max: 100 })
  changeText!: string;
  @ListOf(() => LinkedCaseShown, { description: 'The cases that it is about.' })
  cases!: LinkedCaseShown[];
  @One(() => SuggestedSuspicion, {
    description: 'What its words say, for an open item without a case; null otherwise.',
    nullable: true,
  })
  suspicion!: SuggestedSuspicion | null;
}

export class WithdrawnItemPreview {
  @Id({ description: 'The item. It stays, as withdrawn.' })
  itemId!: string;
  @FreeText({ description: 'Its number.', max: 10 })
  number!: string;
  @FreeText({ description: 'Its title; null for a closed item.', max: 1000, nullable: true })
  title!: string | null;
}

/** One agenda of the document. */
export class AgendaPreview {
  @Count({ description: 'Where it begins: line or row, from 1.' })
  at!: number;
  @OneOf(politicalBodies, { description: 'Whose agenda; null while nobody knows.', nullable: true })
  body!: PoliticalBody | null;
  @Name({ description: 'Its name.', nullable: true })
  bodyText!: string | null;
  @FreeText({ description: 'As the document writes it; null when it does not.', max: 1000, nullable: true })
  bodyWritten!: string | null;
  @Day({ description: 'The day of the meeting; null while nobody knows.', nullable: true })
  on!: string | null;
  @FreeText({ description: 'As the document writes it; null when it does not.', max: 1000, nullable: true })
  onWritten!: string | null;
  @Flag({ description: 'It would be taken for the whole agenda: items that it does not hold are withdrawn.' })
  complete!: boolean;
  @Flag({ description: 'The document itself says that it is the whole agenda.' })
  saysComplete!: boolean;
  @Id({ description: 'The agenda; null while body or day are missing.', nullable: true })
  agendaId!: string | null;
  @ListOf(() => AgendaItemPreview, { description: 'Its items in order.', max: 500 })
  items!: AgendaItemPreview[];
  @ListOf(() => WithdrawnItemPreview, { description: 'Items that would be withdrawn.', max: 2000 })
  withdrawn!: WithdrawnItemPreview[];
}

/** What would be recorded from a document with political agendas. */
export class PoliticalAgendaPreview {
  @OneOf(agendaSources, { description: 'What the document was recognised as.' })
  source!: AgendaSource;
  @FreeText({ description: 'The same in words.', max: 100 })
  sourceText!: string;
  @ListOf(() => AgendaPreview, { description: 'The agendas that it holds.', max: 500 })
  agendas!: AgendaPreview[];
  @ListOf(() => AgendaLeftOutShown, { description: 'What nothing came of.', max: 10_000 })
  leftOut!: AgendaLeftOutShown[];
}
