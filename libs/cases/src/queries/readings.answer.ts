import type { DecidingBody } from '@rettidig/vocabulary';
import { Count, decidingBodies, FreeText, OneOf } from '@rettidig/vocabulary';
import type { ReadingsRemark } from '../readings.words.js';
import { readingsRemarks } from '../readings.words.js';

/** How often one political body treats the case (A17). */
export class CaseReadingsShown {
  @OneOf(decidingBodies, { description: 'The political body.' })
  body!: DecidingBody;

  @FreeText({ description: 'The same in words.', max: 200 })
  bodyText!: string;

  @Count({
    description: 'How many times, as agreed for this kind of case; null: not agreed, one is reckoned with.',
    nullable: true,
  })
  agreed!: number | null;

  @Count({ description: 'Decisions planned there, those that were taken included.' })
  planned!: number;

  @Count({ description: 'Those among them that were taken.' })
  held!: number;

  @OneOf(readingsRemarks, {
    description: '`onlyOnce`: no second chance. `moreReadingsThanAgreed`: dates that count for nothing. Else null.',
    nullable: true,
  })
  remark!: ReadingsRemark | null;

  @FreeText({ description: 'The same in words.', max: 100, nullable: true })
  remarkText!: string | null;

  @FreeText({ description: 'What it means for MED.', max: 500 })
  text!: string;
}
