import { FreeText, Id, OneOf, Pattern } from '@rettidig/vocabulary';
import { itemKey, openDuties } from '../change.state.js';
import { registered } from '../checks.js';
import { byReaction } from './on-case.js';
import { given } from './parts.js';
import type { PlanningCommand } from './with-plan.js';

const reasons = ['itemWithdrawn', 'meetingCancelled'] as const;

/** The item was taken off, or the meeting cancelled: the case waits for another one. */
export class MirrorRemovalFromAgenda {
  @Id({ description: 'The meeting.' })
  meetingId!: string;

  @Id({ description: 'The item.' })
  itemId!: string;

  @OneOf(reasons, { description: 'What happened.' })
  because!: (typeof reasons)[number];

  @Id({ description: 'Who did it.' })
  personId!: string;

  @Pattern(/^[A-Za-z]{1,40}$/, { description: 'The role they acted in.' })
  role!: string;

  @FreeText({ description: 'The reason they gave.', max: 4000, multiline: true })
  reason!: string;
}

export const mirrorRemovalFromAgenda: PlanningCommand<MirrorRemovalFromAgenda> = {
  ...byReaction,
  name: 'MirrorRemovalFromAgenda',
  message: MirrorRemovalFromAgenda,
  summary: { da: 'Sagen er taget af en dagsorden', en: 'The case was taken off an agenda' },
  planCause: ({ placements }, { meetingId, itemId, because }) => ({
    what: 'meeting',
    id: meetingId,
    did: because === 'meetingCancelled' ? 'cancelled' : 'offAgenda',
    ...given({ on: placements[itemKey(meetingId, itemId)]?.on }),
  }),
  decide: (state, { meetingId, itemId, because, personId, role, reason }) => {
    const placement = registered(state).placements[itemKey(meetingId, itemId)];
    if (!placement?.standing) return [];
    const requirementIds = openDuties(state)
      .filter(({ requirement }) => requirement.committeeId === placement.committeeId)
      .map(({ requirement }) => requirement.requirementId);
    return [
      {
        type: 'CaseTakenOffAgenda',
        data: { meetingId, itemId, because, requirementIds, by: { personId, role }, reason },
      },
    ];
  },
};
