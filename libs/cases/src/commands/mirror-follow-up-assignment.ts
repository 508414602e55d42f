import { Dictionary, FreeText, Id } from '@rettidig/vocabulary';
import type { FollowUpPromiseAssigned } from '../change.events.js';
import { registered } from '../checks.js';
import { byReaction } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** Of what a meeting agreed about the case it was said afterwards who does it, or by when. */
export class MirrorFollowUpAssignment {
  @Id({ description: 'The follow-up.' })
  followUpId!: string;

  @FreeText({ description: 'By whom.', max: 4000, optional: true })
  owner?: string;

  @Dictionary({}, { description: 'When, as the meeting recorded it.', optional: true })
  due?: FollowUpPromiseAssigned['data']['due'];
}

export const mirrorFollowUpAssignment: CaseCommand<MirrorFollowUpAssignment> = {
  ...byReaction,
  name: 'MirrorFollowUpAssignment',
  message: MirrorFollowUpAssignment,
  summary: { da: 'Ansvarlig eller dato for opfølgning er oplyst', en: 'Owner or date of a follow-up was stated' },
  decide: (state, message) =>
    registered(state).followUps[message.followUpId] === 'promised'
      ? [{ type: 'FollowUpPromiseAssigned', data: { ...message } }]
      : [],
};
