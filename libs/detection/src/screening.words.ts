import type { Words, Rhythm } from '@rettidig/vocabulary';
import type { CandidateOutcome } from './screening.js';

const text = (da: string, en: string) => ({ da, en });

export const rhythms: Words<Rhythm> = {
  monthly: text('hver måned', 'every month'),
  quarterly: text('hvert kvartal', 'every quarter'),
};

/** Shall it go to MED (C2). */
export const candidateOutcomes: Words<CandidateOutcome> = {
  yes: text('skal i MED', 'goes to MED'),
  no: text('skal ikke i MED', 'does not go to MED'),
  later: text('vurderes igen næste gang', 'asked again next time'),
};

/**
 * Where the round of a period stands. `notHeld`: the period is over and no round of it was held, opened or not.
 * `due`: the period runs and nobody has opened its round.
 */
export type RoundState = 'held' | 'open' | 'due' | 'notHeld';

export const roundStates: Words<RoundState> = {
  held: text('afholdt', 'held'),
  open: text('åben', 'open'),
  due: text('ikke åbnet endnu', 'not opened yet'),
  notHeld: text('ikke afholdt', 'not held'),
};

/** Where a candidate comes from. */
export type OriginKind = 'possibleMiss' | 'earlierRound' | 'case' | 'manager';

export const originKinds: Words<OriginKind> = {
  possibleMiss: text('til vurdering', 'a possible miss'),
  earlierRound: text('udskudt fra et tidligere møde', 'put off in an earlier round'),
  case: text('en sag', 'a case'),
  manager: text('rejst på mødet', 'brought up at the meeting'),
};
