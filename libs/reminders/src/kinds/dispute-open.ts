import type { ChangeState } from '@rettidig/cases';
import type { SubjectKind } from '../kind.js';
import { stepsTo, workdays } from './days.js';
import { aboutCase, committeeOf } from './of-case.js';

/** Somebody disagrees with what a case owes, and chair and deputy chair have not both settled it. */
export const disputeOpen: SubjectKind<ChangeState> = {
  name: 'disputeOpen',
  subject: 'change',
  lane: 'urgent',
  whenPast: 'sendLate',
  steps: stepsTo(['chair', 'deputyChair'], [workdays(0), workdays(5)]),
  occasions: (state, changeId) =>
    Object.entries(state.disputes).flatMap(([disputeId, { on, settled }]) => {
      const about = { ...aboutCase(state, changeId), committeeId: committeeOf(state) };
      return settled ? [] : [{ item: disputeId, anchor: on, about }];
    }),
};
