import { Codes, Count, FreeText, OneOf, pageWith, Patterns } from '@rettidig/vocabulary';
import type { PossibleMissState } from '../possible-miss.words.js';
import { possibleMissStates } from '../possible-miss.words.js';
import { PossibleMissInShort } from './possible-miss-in-short.answer.js';

/** Something that may have needed MED. A question: it counts nowhere in the register. */
export class PossibleMissShown extends PossibleMissInShort {
  @OneOf(possibleMissStates, { description: 'Where it stands. The first two wait for somebody.' })
  state!: PossibleMissState;

  @FreeText({ description: 'The same in words.', max: 200 })
  stateText!: string;

  @Count({
    description: 'How sure the words of the agenda are, in percent; null for what a person reported.',
    example: 82,
    max: 100,
    nullable: true,
  })
  score!: number | null;

  @Patterns(/^[A-Za-z][A-Za-z0-9]*$/, { description: 'The kinds of change that it reads like; empty when reported.' })
  kinds!: string[];

  @FreeText({
    description: 'The kinds in words, by commas; null when there is none but `other`.',
    max: 1000,
    nullable: true,
  })
  kindsText!: string | null;

  @FreeText({ description: 'Who brought it, by role.', max: 100 })
  recordedBy!: string;

  @Codes(['chair', 'deputyChair'], {
    description: 'Which of the two chairs dismissed it; both when it is off the list.',
  })
  dismissedBy!: ('chair' | 'deputyChair')[];

  @Patterns(/^20\d{2}-Q[1-4]$/, {
    description: 'The quarters in which somebody looked at its dismissal again.',
    example: ['2026-Q2'],
  })
  recheckedIn!: string[];
}

/** The list "Til vurdering". Its total is no part of the register's. */
export class PossibleMissList extends pageWith(() => PossibleMissShown, {
  items: 'The possible misses of this page.',
  total: 'All that match, on all pages. Not a number of the register.',
  facets: 'Counts by state (whatever was asked for), origin, body, kind and unit.',
}) {}
