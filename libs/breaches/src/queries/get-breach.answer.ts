import { Codes, Count, Day, Dictionary, FreeText, Id, ListOf, One, OneOf, SourceOfFact } from '@rettidig/vocabulary';
import type { AnswerKind, DemandKind } from '../breach.events.js';
import type { AnswerGap, AnswerWeight } from '../words.js';
import { answerGaps, answerKinds, answerWeights, demandKinds } from '../words.js';
import { BreachInShort } from './breach-in-short.answer.js';

export class AnswerPartShown {
  @OneOf(answerKinds, { description: 'What it amounts to.' })
  kind!: AnswerKind;
  @OneOf(answerWeights, { description: 'How much it binds. `openTo` binds to nothing.' })
  weight!: AnswerWeight;
  @FreeText({ description: 'What management answered.', max: 4000 })
  text!: string;
  @FreeText({ description: 'The function that does it; null when nobody was named.', max: 200, nullable: true })
  owner!: string | null;
  @Day({ description: 'By when; null when not named.', nullable: true })
  due!: string | null;
  @Codes(answerGaps, { description: 'What it says too little about; the secretariat should ask (E4).' })
  missing!: AnswerGap[];
}

export class DemandAnswerShown {
  @Day({ description: 'The day of the answer.' })
  on!: string;
  @ListOf(() => AnswerPartShown, { description: 'Its parts.' })
  parts!: AnswerPartShown[];
  @One(() => SourceOfFact, { description: 'Where it stands.', nullable: true })
  source!: SourceOfFact | null;
}

/** A demand beside its answers. */
export class DemandShown {
  @Id({ description: 'The demand.' })
  demandId!: string;
  @Count({ description: 'Its number.' })
  number!: number;
  @OneOf(demandKinds, { description: 'What it is about.' })
  kind!: DemandKind;
  @FreeText({ description: 'The demand.', max: 4000 })
  text!: string;
  @Day({ description: 'The day it was raised.' })
  on!: string;
  @One(() => SourceOfFact, { description: 'Where it stands.', nullable: true })
  source!: SourceOfFact | null;
  @ListOf(() => DemandAnswerShown, { description: 'The answers, the earliest first.' })
  answers!: DemandAnswerShown[];
}

export class DemandCountsShown {
  @Count({ description: 'Demands.' })
  demands!: number;
  @Count({ description: 'Demands without any answer.' })
  unanswered!: number;
  @Count({ description: 'Demands of which a part was agreed; that is not fulfilment, which no answer is.' })
  agreed!: number;
  @Dictionary({ type: 'integer' }, { description: 'Parts of answers by kind; kinds that do not occur are left out.' })
  byKind!: Record<string, number>;
  @Dictionary({ type: 'integer' }, { description: 'Parts of answers by how much they bind.' })
  byWeight!: Record<string, number>;
}

/** The choice not to raise a breach, and what was demanded and answered instead; or the demands alone. */
export class GetBreachAnswer extends BreachInShort {
  @FreeText({ description: 'The reservation in words.', max: 2000, nullable: true })
  reservation!: string | null;
  @Id({ description: 'The meeting at which it was said.', nullable: true })
  meetingId!: string | null;
  @Id({ description: 'The item of that meeting.', nullable: true })
  itemId!: string | null;
  @One(() => SourceOfFact, { description: 'Where it stands.', nullable: true })
  source!: SourceOfFact | null;
  @ListOf(() => DemandShown, { description: 'The demands by number, each beside its answers.', max: 500 })
  demands!: DemandShown[];
  @One(() => DemandCountsShown, { description: 'Counts.' })
  counts!: DemandCountsShown;
}
