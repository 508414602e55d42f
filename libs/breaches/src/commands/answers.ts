import { Codes, Count, Id, ListOf } from '@rettidig/vocabulary';
import type { AnswerGap } from '../words.js';
import { answerGaps } from '../words.js';

/** The demand that was raised. */
export class RaisedDemand {
  @Id({ description: 'The new demand.' })
  demandId!: string;

  @Count({ description: 'Its number on the list.', example: 1, min: 1 })
  number!: number;
}

/** A part of an answer that says too little. */
export class GapsInPart {
  @Count({ description: 'Which part, counted from 1 in the order given.', example: 2, min: 1, max: 50 })
  part!: number;

  @Codes(answerGaps, {
    description: 'What it does not say: `owner` (who does it), `due` (by when).',
    example: ['owner', 'due'],
  })
  missing!: AnswerGap[];
}

/** The answer is recorded; what it leaves open is asked for (E4). */
export class RecordedAnswer {
  @ListOf(() => GapsInPart, {
    description:
      'Parts that say that something will be done, but not by whom or by when. Empty when nothing is missing.',
    max: 50,
  })
  missing!: GapsInPart[];
}
