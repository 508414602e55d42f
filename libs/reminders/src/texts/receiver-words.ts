import type { Text } from '@rettidig/event-sourcing';
import type { ReceiverFunction } from '../kind.js';

const text = (da: string, en: string): Text => ({ da, en });

/** What the functions are called where nobody in particular is meant. */
export const receiverWords: Readonly<Record<ReceiverFunction, Text>> = {
  owner: text('den ansvarlige for sagen', 'whoever is responsible for the case'),
  unitManager: text('enhedens leder', 'the manager of the unit'),
  secretariat: text('sekretariatet', 'the secretariat'),
  chair: text('formanden', 'the chair'),
  deputyChair: text('næstformanden', 'the deputy chair'),
  members: text('medlemmer og indkaldte suppleanter', 'members and called deputies'),
  seatHolder: text('den, der har pladsen', 'the holder of the seat'),
  toldBefore: text('dem, der fik mail om det samme før', 'those who had a mail about the same before'),
};
