import type { ChangeState } from '@rettidig/cases';
import { standingMiss } from '@rettidig/cases';
import type { LocalDate } from '@rettidig/vocabulary';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Occasion, OccasionAbout } from '../kind.js';
import { aboutCase } from './of-case.js';

/**
 * That something happened is told for so long, in calendar days: whoever begins with a register of years, or was away for
 * longer, reads of what is older there and not in one mail.
 */
const IS_NEWS = 42;

/** The first day on which nobody is told any more that something happened. */
export const newsUntil = (on: LocalDate): LocalDate => plusCalendarDays(on, IS_NEWS);

/** A miss that stands in the register. */
interface RecordedMiss {
  readonly item: string;
  readonly recordedOn: LocalDate;
  /** Nobody has said what the cause was, and no side has acknowledged it. */
  readonly isUnanswered: boolean;
  readonly about: OccasionAbout;
}

/** The misses of a case that stand. */
export const missesOf = (state: ChangeState, changeId: string): readonly RecordedMiss[] =>
  Object.values(state.duties).flatMap((duty) => {
    const miss = standingMiss(duty);
    if (!miss) return [];
    const { requirementId, committeeId } = duty.requirement;
    return [
      {
        ...{ item: `${requirementId}/${miss.by}`, recordedOn: miss.recordedOn },
        isUnanswered: !duty.explained && duty.acknowledgedBy.length === 0,
        about: { ...aboutCase(state, changeId), committeeId, code: miss.cause },
      },
    ];
  });

/** The misses that nobody has answered. */
export const unansweredMisses = (state: ChangeState, changeId: string): readonly RecordedMiss[] =>
  missesOf(state, changeId).filter(({ isUnanswered }) => isUnanswered);

/** That reviews were missed, as news of the day on which it was recorded. */
export const asNews = (misses: readonly RecordedMiss[]): readonly Occasion[] =>
  misses.map(({ item, recordedOn, about }) => ({ item, anchor: recordedOn, until: newsUntil(recordedOn), about }));
