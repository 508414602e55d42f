import { Id, OneOf } from '@rettidig/vocabulary';
import { itemKey, openDuties } from '../change.state.js';
import { registered } from '../checks.js';
import { byReaction } from './on-case.js';
import type { CaseCommand } from './on-case.js';

const reasons = ['itemWithdrawn', 'meetingCancelled'] as const;

/** The item was taken off, or the meeting cancelled: the case waits for another one. */
export class MirrorRemovalFromAgenda {
  @Id({ description: 'The meeting.' })
  meetingId!: string;

  @Id({ description: 'The item.' })
  itemId!: string;

  @OneOf(reasons, { description: 'What happened.' })
  because!: (typeof reasons)[number];
}

export const mirrorRemovalFromAgenda: CaseCommand<MirrorRemovalFromAgenda> = {
  ...byReaction,
  name: 'MirrorRemovalFromAgenda',
  message: MirrorRemovalFromAgenda,
  summary: { da: 'Sagen er taget af en dagsorden', en: 'The case was taken off an agenda' },
  decide: (state, { meetingId, itemId, because }) => {
    const placement = registered(state).placements[itemKey(meetingId, itemId)];
    if (!placement?.standing) return [];
    const requirementIds = openDuties(state)
      .filter(({ requirement }) => requirement.committeeId === placement.committeeId)
      .map(({ requirement }) => requirement.requirementId);
    return [{ type: 'CaseTakenOffAgenda', data: { meetingId, itemId, because, requirementIds } }];
  },
};
