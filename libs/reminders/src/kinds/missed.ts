import type { ChangeState } from '@rettidig/cases';
import { standingMiss } from '@rettidig/cases';
import type { SubjectKind } from '../kind.js';
import { workdays } from './days.js';
import { aboutCase } from './of-case.js';

/** A review was missed and nobody has said why, or acknowledged it: asked once, afterwards the register shows it. */
export const missed: SubjectKind<ChangeState> = {
  name: 'missed',
  subject: 'change',
  lane: 'urgent',
  whenPast: 'sendLate',
  steps: [{ offset: workdays(0), to: ['owner', 'secretariat'], on: true }],
  occasions: (state, changeId) =>
    Object.values(state.duties).flatMap((duty) => {
      const miss = standingMiss(duty);
      if (!miss || duty.explained || duty.acknowledgedBy.length > 0) return [];
      const { requirementId, committeeId } = duty.requirement;
      const about = { ...aboutCase(state, changeId), committeeId, code: miss.cause };
      return [{ item: `${requirementId}/${miss.by}`, anchor: miss.recordedOn, about }];
    }),
};
