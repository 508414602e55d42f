import { casesWithoutDecisionDate, casesWithoutOwner } from './cases.js';
import { decisionsBeforeMeetings } from './decisions-before-meetings.js';
import { agendasNotImported, importsNotRead } from './imports.js';
import { roundsNotHeld } from './rounds-not-held.js';
import { meetingsNotRecorded } from './meetings-not-recorded.js';
import { officesVacant, seatsDouble, seatsVacant } from './seats.js';
import type { StandingCheck } from './standing-check.js';
import { tooFewMeetingsLastYear, tooFewMeetingsThisYear } from './too-few-meetings.js';
import { unitsWithoutCommittee, unitsWithoutOwnLevel } from './units-without-committee.js';

/** The standing checks, in the order in which they are told. A new one is one line here. */
export const standingChecks: readonly StandingCheck[] = [
  unitsWithoutCommittee,
  officesVacant,
  seatsDouble,
  decisionsBeforeMeetings,
  unitsWithoutOwnLevel,
  seatsVacant,
  casesWithoutOwner,
  casesWithoutDecisionDate,
  tooFewMeetingsLastYear,
  meetingsNotRecorded,
  roundsNotHeld,
  agendasNotImported,
  tooFewMeetingsThisYear,
  importsNotRead,
];
