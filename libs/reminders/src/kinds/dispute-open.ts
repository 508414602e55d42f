import type { ChangeState } from '@rettidig/cases';
import type { SubjectKind } from '../kind.js';
import { stepsTo, workdays } from './days.js';
import { aboutCase, committeesOf } from './of-case.js';

/**
 * Somebody disagrees with what a case owes, and chair and deputy chair have not both settled it: those of any committee that
 * the case owes or owed something may, so each of them hears of it.
 */
export const disputeOpen: SubjectKind<ChangeState> = {
  name: 'disputeOpen',
  subject: 'change',
  lane: 'urgent',
  whenPast: 'sendLate',
  steps: stepsTo(['chair', 'deputyChair'], [workdays(0), workdays(5)]),
  occasions: (state, changeId) =>
    Object.entries(state.disputes)
      .filter(([, { settled }]) => !settled)
      .flatMap(([disputeId, { on: anchor }]) =>
        committeesOf(state).map((committeeId) => ({
          item: `${disputeId}/${committeeId ?? 'none'}`,
          anchor,
          about: { ...aboutCase(state, changeId), committeeId },
        })),
      ),
};
