import { caseSayings } from './sayings.cases.js';
import { meetingSayings } from './sayings.meetings.js';
import { structureSayings } from './sayings.structure.js';
import type { Dice } from './dice.js';
import type { Known } from './known.js';

/** A command as somebody would send it now; undefined when there is nothing yet that it could be about. */
export type Saying = (dice: Dice, known: Known) => { subjectId?: string; message: object } | undefined;

/** Every command that can be sent over HTTP, by name. */
export const sayings: Readonly<Record<string, Saying>> = { ...structureSayings, ...meetingSayings, ...caseSayings };
