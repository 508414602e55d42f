import type { Words } from '@rettidig/vocabulary';
import type { LinkedBy } from './register/agenda-reader.js';

const text = (da: string, en: string) => ({ da, en });

/** Where an item of a political agenda stands against the register. */
export type Standing = 'reviewed' | 'outstanding' | 'noCase' | 'notSuspected' | 'notMedRelevant' | 'closed';

export const standings: Words<Standing> = {
  reviewed: text('MED-behandlet', 'MED-treated'),
  outstanding: text('sag fundet, MED mangler noget', 'case found, MED lacks something'),
  noCase: text('ligner en ændring, ingen sag fundet', 'reads like a change, no case found'),
  notSuspected: text('ingen sag, ligner ikke en ændring', 'no case, does not read like a change'),
  notMedRelevant: text('ikke en MED-sag', 'not a MED case'),
  closed: text('lukket punkt, ikke læst', 'closed item, not read'),
};

/** Why an item and a case belong together. */
export const linkReasons: Words<LinkedBy> = {
  number: text('samme sagsnummer', 'the same case number'),
  person: text('koblet af en person', 'linked by a person'),
  suspicion: text('registreret ud fra punktet', 'registered from the item'),
};
