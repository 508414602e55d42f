import type { DecidingBody, FuzzyDate } from '@rettidig/vocabulary';
import { Day, decidingBodies, FreeText, Id, Ids, Moment, Name, OneOf, UncertainDay } from '@rettidig/vocabulary';
import type { PossibleMissOrigin } from '../possible-miss.words.js';
import { possibleMissOrigins } from '../possible-miss.words.js';

/** What the list and the question itself say of it. */
export abstract class PossibleMissInShort {
  @Id({ description: 'The possible miss.' })
  possibleMissId!: string;

  @FreeText({ description: 'What it is about.', max: 1000 })
  title!: string;

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

  @Id({ description: 'The unit that it hits; null when not stated.', nullable: true })
  unitId!: string | null;

  @Name({ description: 'Its name, or "ikke oplyst".' })
  unitName!: string;

  @Moment({ description: 'When it came onto the list.' })
  recordedAt!: string;

  @Day({ description: 'The day of that in Copenhagen.' })
  recordedOn!: string;

  @Ids({ description: 'The case that it became.' })
  caseIds!: string[];
}
