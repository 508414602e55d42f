import type { FollowUpAgreed } from './meeting.events.js';
import type { FollowUpGap } from './words.js';

/** When a follow-up is due. */
export type FollowUpDue = FollowUpAgreed['data']['due'];

/** What a follow-up says too little about: the system accepts it, asks, and shows the gap (E4). */
export function gapsIn(followUp: {
  readonly kind: FollowUpAgreed['data']['kind'];
  readonly owner?: string;
  readonly recipient?: string;
  readonly due: FollowUpDue;
}): FollowUpGap[] {
  return [
    ...(followUp.owner === undefined ? (['owner'] as const) : []),
    ...('notStated' in followUp.due ? (['due'] as const) : []),
    ...(followUp.kind === 'forwardRemarks' && followUp.recipient === undefined ? (['recipient'] as const) : []),
  ];
}
