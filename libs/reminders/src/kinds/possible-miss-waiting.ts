import type { PossibleMiss } from '@rettidig/detection';
import type { SubjectKind } from '../kind.js';
import { workdays } from './days.js';

/** Somebody or some agenda asks whether MED missed something, and nobody has answered. */
export const possibleMissWaiting: SubjectKind<PossibleMiss | undefined> = {
  name: 'possibleMissWaiting',
  subject: 'possibleMiss',
  lane: 'notice',
  whenPast: 'sendLate',
  steps: [
    { offset: workdays(0), to: ['secretariat'], on: true },
    { offset: workdays(10), to: ['chair', 'deputyChair'], on: true, lane: 'dated' },
  ],
  occasions: (miss, possibleMissId) =>
    !miss || miss.dismissed || miss.withDuty.length > 0
      ? []
      : [{ item: possibleMissId, anchor: miss.since, about: { committeeId: null } }],
};
