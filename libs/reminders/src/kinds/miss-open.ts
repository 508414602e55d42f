import type { ChangeState } from '@rettidig/cases';
import { isoWeekOf, mondayOf } from '@rettidig/calendar';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { SubjectKind } from '../kind.js';
import { calendarDays } from './days.js';
import { unansweredMisses } from './misses.js';

/** The Monday of a miss's second week, in calendar days from that of its own. */
const TWO_WEEKS = 14;

/**
 * A miss that nobody has answered, though it was asked: a line in the digest of the first workday of each week, beginning a
 * full week after it was recorded.
 */
export const missOpen: SubjectKind<ChangeState> = {
  name: 'missOpen',
  subject: 'change',
  lane: 'notice',
  whenPast: 'sendLate',
  steps: [{ offset: calendarDays(0), to: ['owner', 'secretariat', 'deputyChair'], on: true, again: 'weekly' }],
  occasions: (state, changeId) =>
    unansweredMisses(state, changeId).map(({ item, recordedOn, about }) => ({
      ...{ item, anchor: plusCalendarDays(mondayOf(isoWeekOf(recordedOn)), TWO_WEEKS) },
      about: { ...about, on: recordedOn },
    })),
};
