import type { ChangeEvent } from '@rettidig/cases';
import { reaction, subjectOf } from '@rettidig/event-sourcing';
import type { DetectionReference } from '../possible-miss.checks.js';

/** A possible miss that became a case shows it, whichever way the case was registered. */
export const confirmPossibleMisses = reaction<ChangeEvent, DetectionReference>({
  name: 'confirm-possible-misses',
  startAt: 'start',
  on: {
    ChangeRegistered: ({ stream, data: { origin } }) =>
      origin
        ? [
            {
              command: 'MirrorConfirmation',
              subjectId: origin.possibleMissId,
              message: { caseId: subjectOf(stream) },
            },
          ]
        : [],
  },
});
