import type { Dice } from './dice.js';
import type { Known } from './known.js';

/** A command or act as somebody would send it now; undefined when there is nothing yet that it could be about. */
export type Saying = (dice: Dice, known: Known) => Said | undefined;

export interface Said {
  readonly subjectId?: string;
  readonly message: object;
  /** For an act that takes a file. */
  readonly file?: { readonly fileName: string; readonly text: string };
}
