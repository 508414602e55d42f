import type { ChangeState } from '@rettidig/cases';
import type { SubjectKind } from '../kind.js';
import { workdays } from './days.js';
import { asNews, unansweredMisses } from './misses.js';

/**
 * The workday after a miss nobody has answered it: the secretariat follows up, with all else that its morning brings. The
 * owner was asked at once; a mail of its own for each miss would be one that a secretariat learns to ignore.
 */
export const missUnanswered: SubjectKind<ChangeState> = {
  name: 'missUnanswered',
  subject: 'change',
  lane: 'dated',
  whenPast: 'sendLate',
  steps: [{ offset: workdays(1), to: ['secretariat'], on: true }],
  occasions: (state, changeId) => asNews(unansweredMisses(state, changeId)),
};
