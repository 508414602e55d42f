import type { Dice } from './dice.js';
import type { Known } from './known.js';

/** A command as somebody would send it now; undefined when there is nothing yet that it could be about. */
export type Saying = (dice: Dice, known: Known) => { subjectId?: string; message: object } | undefined;
