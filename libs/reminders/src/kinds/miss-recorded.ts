import type { ChangeState } from '@rettidig/cases';
import type { SubjectKind } from '../kind.js';
import { workdays } from './days.js';
import { asNews, missesOf } from './misses.js';

/** A review was missed: both sides of the committee hear of it, whoever is asked for cause and answer. */
export const missRecorded: SubjectKind<ChangeState> = {
  name: 'missRecorded',
  subject: 'change',
  lane: 'notice',
  whenPast: 'sendLate',
  steps: [{ offset: workdays(0), to: ['chair', 'deputyChair'], on: true }],
  occasions: (state, changeId) => asNews(missesOf(state, changeId)),
};
