import type { Words } from '@rettidig/vocabulary';

const text = (da: string, en: string) => ({ da, en });

/** Where a possible miss stands. Only the first two wait for somebody. */
export type PossibleMissState = 'open' | 'halfDismissed' | 'confirmed' | 'dismissed';

export const possibleMissStates: Words<PossibleMissState> = {
  open: text('til vurdering', 'to be assessed'),
  halfDismissed: text('lagt til side af den ene af de to', 'dismissed by one of the two chairs'),
  confirmed: text('blevet til en sag', 'became a case'),
  dismissed: text('lagt til side af formand og næstformand', 'dismissed by chair and deputy chair'),
};

const withoutDuty: Partial<Words<PossibleMissState>> = {
  open: text(
    'sag registreret, men uden MED-pligt: formand og næstformand afgør',
    'case registered, but without a MED duty: chair and deputy chair settle it',
  ),
  halfDismissed: text(
    'sag registreret, men uden MED-pligt: lagt til side af den ene af de to',
    'case registered, but without a MED duty: dismissed by one of the two chairs',
  ),
};

/** The state in words: one that waits although there is a case says why it waits. */
export const stateWords = (state: PossibleMissState, caseIds: readonly string[]) =>
  (caseIds.length > 0 ? withoutDuty[state] : undefined) ?? possibleMissStates[state];

/** Whether a person asked, or the words of a political agenda did. */
export type PossibleMissOrigin = 'reported' | 'suspected';

export const possibleMissOrigins: Words<PossibleMissOrigin> = {
  reported: text('indberettet', 'reported'),
  suspected: text('fundet i en politisk dagsorden', 'found in a political agenda'),
};

/** What can be done next with a possible miss. */
export type NextStep = 'confirm' | 'dismiss' | 'recheck' | 'seeCase' | 'seeAgenda' | 'seeMeeting';

export const nextSteps: Words<NextStep> = {
  confirm: text('Registrér som sag', 'Register it as a case'),
  dismiss: text('Læg til side (formand og næstformand sammen)', 'Dismiss it (chair and deputy chair together)'),
  recheck: text('Se på den igen', 'Look at it again'),
  seeCase: text('Se sagen', 'See the case'),
  seeAgenda: text('Se den politiske dagsorden', 'See the political agenda'),
  seeMeeting: text('Se mødet', 'See the meeting'),
};
