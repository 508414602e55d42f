import type { QueryDefinition } from '@rettidig/event-sourcing';
import {
  Codes,
  countsOf,
  dayOf,
  firstDayOf,
  Ids,
  OneOf,
  pageOf,
  PageParameters,
  Pattern,
  periodPattern,
  Repeated,
} from '@rettidig/vocabulary';
import type { DetectionReference } from '../possible-miss.checks.js';
import type { RoundOfPeriod } from '../rounds.js';
import { roundsOfPeriods, screeningKnown } from '../rounds.js';
import type { RoundState } from '../screening.words.js';
import { roundStates } from '../screening.words.js';
import { asked } from './pages.js';
import { roundShown } from './round.item.js';
import { ScreeningRoundList } from './screening.answer.js';

export class ListScreeningRounds extends PageParameters {
  @Repeated()
  @Ids({ description: 'Rounds of these forums.', optional: true })
  forum?: string[];

  @Pattern(periodPattern, { description: 'Rounds of this month or quarter.', example: '2026-05', optional: true })
  period?: string;

  @Repeated()
  @Codes(roundStates, { description: 'Rounds that stand here; all when left out.', optional: true })
  state?: RoundState[];

  @OneOf(['period', '-period'], { description: 'Order; `-period`, the latest first, when left out.', optional: true })
  sort?: string;
}

/** Rounds of all forums, also those that should have been held and were not. */
export const listScreeningRounds: QueryDefinition<ListScreeningRounds, ScreeningRoundList, DetectionReference> = {
  name: 'ListScreeningRounds',
  parameters: ListScreeningRounds,
  answer: ScreeningRoundList,
  path: '/screening-rounds',
  tag: 'screening',
  summary: {
    da: 'Screeningsmøder, også dem der ikke blev afholdt',
    en: 'Screening rounds, also those that were not held',
  },
  refusals: ['cursor.unknown'],
  handle: (parameters, { views, now, language }) => {
    const question = asked('screening-rounds', parameters, now);
    const { forum, period, state, sort } = parameters;
    const found = roundsOfPeriods(screeningKnown(views, question.knownUntil), dayOf(question.at)).filter(
      (one) => (forum?.includes(one.forum.id) ?? true) && (period === undefined || one.period === period),
    );
    const rows = found.filter((one) => state?.includes(one.state) ?? true).sort(byPeriod);
    if (sort !== 'period') rows.reverse();
    const facets = {
      state: countsOf(found, (one) => one.state),
      forum: countsOf(rows, (one) => one.forum.id),
    };
    return pageOf(rows, question, facets, (row) => roundShown(row, language));
  },
};

const keyOf = ({ period, roundId }: RoundOfPeriod): string => firstDayOf(period) + period + roundId;

const byPeriod = (one: RoundOfPeriod, other: RoundOfPeriod): number => (keyOf(one) < keyOf(other) ? -1 : 1);
