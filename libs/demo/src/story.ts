import type { Step } from './step.js';
import { stepsAhead } from './story/ahead.js';
import { breachSteps } from './story/demands.js';
import { meetingAfter, meetingBefore } from './story/meeting.js';
import { missedCaseStatements, missedCaseSteps } from './story/missed-cases.js';
import { peopleSteps } from './story/people.js';
import { possibleMissSteps } from './story/possible-misses.js';
import { reviewSteps } from './story/reviews.js';
import { structureSteps } from './story/structure.js';
import { waitingCaseSteps } from './story/waiting-cases.js';

/**
 * The main committee's meeting of 24 April 2026, retold from its minutes in our own words, with roles instead of names.
 * Nothing is added beyond them but what carries the mark "Opdigtet i demoen": structure, unit names, who manages
 * what, times of recording, and what lies ahead.
 */
export const story: readonly Step[] = [
  ...structureSteps,
  ...peopleSteps,
  ...waitingCaseSteps,
  ...meetingBefore,
  ...missedCaseSteps,
  ...meetingAfter,
  ...reviewSteps,
  ...missedCaseStatements,
  ...breachSteps,
  ...possibleMissSteps,
  ...stepsAhead,
];
