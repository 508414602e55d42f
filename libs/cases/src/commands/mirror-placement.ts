import { meetingOf } from '@rettidig/meetings';
import { Id } from '@rettidig/vocabulary';
import { itemKey, openDuties } from '../change.state.js';
import { registered } from '../checks.js';
import { byReaction } from './on-case.js';
import { given } from './parts.js';
import type { PlanningCommand } from './with-plan.js';

/** The meeting has the case on its agenda, or has it on another day now. */
export class MirrorPlacement {
  @Id({ description: 'The meeting.' })
  meetingId!: string;

  @Id({ description: 'The item.' })
  itemId!: string;
}

export const mirrorPlacement: PlanningCommand<MirrorPlacement> = {
  ...byReaction,
  name: 'MirrorPlacement',
  message: MirrorPlacement,
  summary: { da: 'Sagen er sat på en dagsorden', en: 'The case was put on an agenda' },
  planCause: ({ placements }, { meetingId, itemId }, { reference }) => {
    const on = meetingOf(reference.meetings, meetingId)?.on;
    const from = placements[itemKey(meetingId, itemId)]?.on;
    const moved = from !== undefined && from !== on;
    return {
      what: 'meeting',
      id: meetingId,
      did: moved ? 'moved' : 'onAgenda',
      ...given({ on, from: moved ? from : undefined }),
    };
  },
  decide: (state, { meetingId, itemId }, { reference, subjectId }) => {
    registered(state);
    const meeting = meetingOf(reference.meetings, meetingId);
    const item = meeting?.items.get(itemId);
    // What happened to the meeting since is mirrored by its own event.
    if (!meeting || meeting.status === 'cancelled' || item?.status === 'withdrawn') return [];
    if (!item?.caseIds.includes(subjectId)) return [];
    const { committeeId, on } = meeting;
    const mirrored = state.placements[itemKey(meetingId, itemId)];
    if (mirrored?.standing && mirrored.on === on) return [];
    const requirementIds = openDuties(state)
      .filter(({ requirement }) => requirement.committeeId === committeeId)
      .map(({ requirement }) => requirement.requirementId);
    return [{ type: 'CasePlacedOnAgenda', data: { meetingId, itemId, committeeId, on, requirementIds } }];
  },
};
