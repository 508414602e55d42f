import type { MeetingReference } from './checks.js';
import { inForceOn } from './checks.js';
import type { Meeting } from './meeting.js';
import type { MeetingFlag } from './words.js';

/** What surprises about a meeting that was accepted all the same. */
export function flagsOf(meeting: Meeting | undefined, reference: MeetingReference): MeetingFlag[] {
  if (!meeting) return [];
  const day = meeting.heldOn ?? meeting.on;
  return [
    ...(inForceOn(reference.organisation, meeting.committeeId, day) ? [] : (['committeeNotInForce'] as const)),
    ...(meeting.heldOn && meeting.heldOn !== meeting.on ? (['heldOnAnotherDay'] as const) : []),
  ];
}
