import type { DecidingBody, FuzzyDate } from '@rettidig/vocabulary';
import {
  Codes,
  Count,
  Day,
  decidingBodies,
  FreeText,
  Id,
  Ids,
  Moment,
  Name,
  OneOf,
  pageWith,
  Patterns,
  UncertainDay,
} from '@rettidig/vocabulary';
import type { PossibleMissOrigin, PossibleMissState } from '../possible-miss.words.js';
import { possibleMissOrigins, possibleMissStates } from '../possible-miss.words.js';

/** Something that may have needed MED. A question: it counts nowhere in the register. */
export class PossibleMissShown {
  @Id({ description: 'The possible miss.' })
  possibleMissId!: string;

  @FreeText({ description: 'What it is about.', max: 1000 })
  title!: string;

  @OneOf(possibleMissStates, { description: 'Where it stands. The first two wait for somebody.' })
  state!: PossibleMissState;

  @FreeText({ description: 'The same in words.', max: 200 })
  stateText!: string;

  @OneOf(possibleMissOrigins, { description: 'Whether a person asked, or the words of a political agenda did.' })
  origin!: PossibleMissOrigin;

  @FreeText({ description: 'The same in words.', max: 200 })
  originText!: string;

  @OneOf(decidingBodies, { description: 'Who decided or decides.' })
  body!: DecidingBody;

  @FreeText({ description: 'The body in words.', max: 200 })
  bodyText!: string;

  @UncertainDay({ description: 'When it was or will be decided.' })
  when!: FuzzyDate;

  @FreeText({ description: 'The same in words: `senest 24.04.2026`.', max: 100 })
  whenText!: string;

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

  @Id({ description: 'The unit that it hits; null when not stated.', nullable: true })
  unitId!: string | null;

  @Name({ description: 'Its name, or "ikke oplyst".' })
  unitName!: string;

  @Moment({ description: 'When it came onto the list.' })
  recordedAt!: string;

  @Day({ description: 'The day of that in Copenhagen.' })
  recordedOn!: string;

  @FreeText({ description: 'Who brought it, by role.', max: 100 })
  recordedBy!: string;

  @Codes(['chair', 'deputyChair'], {
    description: 'Which of the two chairs dismissed it; both when it is off the list.',
  })
  dismissedBy!: ('chair' | 'deputyChair')[];

  @Ids({ description: 'The case that it became.' })
  caseIds!: string[];

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
