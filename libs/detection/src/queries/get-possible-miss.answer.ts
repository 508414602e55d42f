import { Count, Flag, FreeText, Id, ListOf, Moment, One, OneOf, Pattern, SourceOfFact } from '@rettidig/vocabulary';
import type { NextStep, PossibleMissState } from '../possible-miss.words.js';
import { nextSteps, possibleMissStates } from '../possible-miss.words.js';
import { PossibleMissInShort } from './possible-miss-in-short.answer.js';

/** A kind of change that the words read like. */
export class KindSuspected {
  @Pattern(/^[A-Za-z][A-Za-z0-9]*$/, { description: 'The kind of change.', example: 'serviceMoved' })
  kind!: string;
  @FreeText({ description: 'The kind in words.', max: 300 })
  kindText!: string;
  @Count({ description: 'How sure, in percent.', max: 100 })
  score!: number;
}

/** A word that gave a hit. */
export class WordHit {
  @FreeText({ description: 'The word as it stands in the agenda.', max: 300 })
  word!: string;
  @FreeText({ description: 'The word list that knows it.', max: 100 })
  listId!: string;
}

/** Why the words of a political agenda read like a change that nobody registered. */
export class SuspicionShown {
  @Id({ description: 'The political agenda.' })
  agendaId!: string;
  @Id({ description: 'The item of it.' })
  itemId!: string;
  @Count({ description: 'How sure, in percent.', max: 100 })
  score!: number;
  @ListOf(() => KindSuspected, { description: 'What it reads like, the likeliest first.' })
  kinds!: KindSuspected[];
  @ListOf(() => WordHit, { description: 'The words that gave the hit, each with its list.', max: 500 })
  hits!: WordHit[];
  @FreeText({ description: 'The version of the word lists.', max: 100 })
  listsVersion!: string;
}

/** What one of the two chairs said. */
export class DismissalShown {
  @OneOf(['chair', 'deputyChair'], { description: 'In which office.' })
  office!: 'chair' | 'deputyChair';
  @FreeText({ description: 'Why it needs nothing.', max: 2000, multiline: true })
  reason!: string;
  @Moment({ description: 'When it was recorded.' })
  at!: string;
  @FreeText({ description: 'Who said so: the role, with the name where it is known here.', max: 300 })
  by!: string;
}

/** Somebody looked at a dismissal again. */
export class RecheckShown {
  @Pattern(/^20\d{2}-Q[1-4]$/, {
    description: 'The quarter in which it was drawn; null when the deputy chair brought it back undrawn.',
    example: '2026-Q2',
    nullable: true,
  })
  drawing!: string | null;
  @Flag({ description: 'The dismissal stood; when not, it came back.' })
  stands!: boolean;
  @FreeText({ description: 'Why.', max: 2000, multiline: true })
  reason!: string;
  @Moment({ description: 'When it was recorded.' })
  at!: string;
  @FreeText({ description: 'Who did: the role, with the name where it is known here.', max: 300 })
  by!: string;
}

/** One thing that happened to it. */
export class PossibleMissHistoryEntry {
  @Pattern(/^[A-Za-z]+$/, { description: 'What happened, by its code.', example: 'PossibleMissReported' })
  type!: string;
  @FreeText({ description: 'The same in a sentence.', max: 8000, multiline: true })
  sentence!: string;
  @Moment({ description: 'When it was recorded.' })
  recordedAt!: string;
  @FreeText({ description: 'By whom: the role, with the name where it is known here.', max: 300 })
  by!: string;
}

/** Something that can be done or seen next. */
export class NextStepShown {
  @OneOf(nextSteps, { description: 'What.' })
  step!: NextStep;
  @FreeText({ description: 'The same in words.', max: 200 })
  text!: string;
  @OneOf(['GET', 'POST'], { description: 'How it is asked of the API.' })
  method!: 'GET' | 'POST';
  @Pattern(/^\/api\/v1\//, { description: 'Where.', example: '/api/v1/possible-misses' })
  href!: string;
}

/** One possible miss with everything that is known of it. A question: it counts nowhere in the register. */
export class PossibleMissDetail extends PossibleMissInShort {
  @Pattern(/^"\d+"$/, { description: 'Send it as If-Match with a dismissal.', example: '"1"' })
  etag!: string;
  @FreeText({ description: 'What is known of it.', max: 5000, multiline: true, nullable: true })
  whatIsKnown!: string | null;
  @OneOf(possibleMissStates, { description: 'Where it stands.' })
  state!: PossibleMissState;
  @FreeText({ description: 'The same in words.', max: 200 })
  stateText!: string;
  @Id({ description: 'The meeting at which it was told.', nullable: true })
  meetingId!: string | null;
  @Id({ description: 'The item of that meeting.', nullable: true })
  itemId!: string | null;
  @One(() => SourceOfFact, { description: 'Where it is known from.', nullable: true })
  source!: SourceOfFact | null;
  @FreeText({ description: 'The same in words.', max: 400, nullable: true })
  sourceText!: string | null;
  @One(() => SuspicionShown, {
    description: 'The words and the score; null when a person reported it.',
    nullable: true,
  })
  suspicion!: SuspicionShown | null;
  @FreeText({ description: 'Who brought it: the role, with the name where it is known here.', max: 300 })
  recordedBy!: string;
  @ListOf(() => DismissalShown, { description: 'What the two chairs said of what stands now.' })
  dismissals!: DismissalShown[];
  @ListOf(() => RecheckShown, { description: 'Second looks at a dismissal, the earliest first.' })
  rechecks!: RecheckShown[];
  @ListOf(() => PossibleMissHistoryEntry, { description: 'What happened, the earliest first.', max: 1000 })
  history!: PossibleMissHistoryEntry[];
  @ListOf(() => NextStepShown, { description: 'What can be done or seen next; who may is decided then.' })
  next!: NextStepShown[];
}
