import type { Text } from '@rettidig/event-sourcing';
import type { AppointedTo, Office } from '@rettidig/organisation';
import { appointedTos, offices } from '@rettidig/organisation';
import type { Words } from '@rettidig/vocabulary';
import { receiverWords } from './receiver-words.js';

/** What somebody in particular has, by which mails may come to them. */
export type HeldFunction = Office | 'member' | AppointedTo | 'owner';

const text = (da: string, en: string): Text => ({ da, en });

/** What they are called, as in the lists of seats and of functions. */
export const heldWords: Words<HeldFunction> = {
  ...offices,
  member: text('medlem', 'member'),
  ...appointedTos,
  owner: receiverWords.owner,
};
