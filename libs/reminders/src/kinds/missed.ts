import type { ChangeState } from '@rettidig/cases';
import type { SubjectKind } from '../kind.js';
import { workdays } from './days.js';
import { asNews, unansweredMisses } from './misses.js';

/** A review was missed and nobody has said why, or acknowledged it: its owner is asked once, afterwards the digest has it. */
export const missed: SubjectKind<ChangeState> = {
  name: 'missed',
  subject: 'change',
  lane: 'urgent',
  whenPast: 'sendLate',
  steps: [{ offset: workdays(0), to: ['owner'], on: true }],
  occasions: (state, changeId) => asNews(unansweredMisses(state, changeId)),
};
