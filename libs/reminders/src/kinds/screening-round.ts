import type { ScreeningForum } from '@rettidig/detection';
import type { LocalDate } from '@rettidig/vocabulary';
import { lastDayOf, periodsBetween, plusCalendarDays } from '@rettidig/vocabulary';
import type { SubjectKind } from '../kind.js';
import { stepsTo, workdays } from './days.js';

/** So far ahead, in calendar days, rounds are waited for after the last thing that a forum did: ten years. */
const AHEAD = 3653;

/**
 * In calendar days after its month or quarter a round is asked for: later the next one is, and whoever begins with a log of
 * years is not asked for each round of them.
 */
const ASKED = 31;

/** A round of screening that was not held: shortly before its month or quarter is over, and once it is. */
export const screeningRound: SubjectKind<ScreeningForum | undefined> = {
  name: 'screeningRound',
  subject: 'screeningForum',
  lane: 'dated',
  whenPast: 'skip',
  steps: stepsTo(['secretariat'], [workdays(-5), workdays(1)]),
  occasions: (forum, forumId) =>
    forum
      ? periodsOf(forum)
          .filter((period) => !isHeld(forum, period))
          .map((period) => ({
            ...{
              item: `${forumId}/${period}`,
              anchor: lastDayOf(period),
              until: plusCalendarDays(lastDayOf(period), ASKED),
            },
            about: { committeeId: null, code: period },
          }))
      : [],
};

const isHeld = ({ rounds }: ScreeningForum, period: string): boolean =>
  [...rounds.values()].some((round) => round.held && round.period === period);

function periodsOf({ rhythm, from, endedOn, rounds }: ScreeningForum): string[] {
  const last = [...rounds.values()].map(({ period }) => lastDayOf(period)).reduce(later, from);
  const until = endedOn === null ? plusCalendarDays(last, AHEAD) : plusCalendarDays(endedOn, -1);
  return periodsBetween(from, until, rhythm);
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
