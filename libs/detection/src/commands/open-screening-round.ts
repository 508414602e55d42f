import { impossible, Refused } from '@rettidig/event-sourcing';
import { Day, Id, Pattern, firstDayOf, lastDayOf, periodOf, periodPattern } from '@rettidig/vocabulary';
import type { ScreeningForum } from '../screening.js';
import { roundIdOf } from '../screening.js';
import type { ScreeningCommand } from '../screening.checks.js';
import { existingForum, onForum } from '../screening.checks.js';

/** The forum is about to meet: candidates can be added. */
export class OpenScreeningRound {
  @Pattern(periodPattern, { description: 'The month or quarter that it is the round of.', example: '2026-05' })
  period!: string;

  @Day({ description: 'The day on which it meets.' })
  on!: string;
}

/** The round that was opened. */
export class OpenedRound {
  @Id({ description: 'The new round.' })
  roundId!: string;
}

export const openScreeningRound: ScreeningCommand<OpenScreeningRound, OpenedRound> = {
  ...onForum,
  name: 'OpenScreeningRound',
  message: OpenScreeningRound,
  path: '/screening-forums/{id}/rounds',
  summary: { da: 'Åbn et screeningsmøde', en: 'Open a screening round' },
  refusals: [
    'screeningForum.unknown',
    'screening.period-of-another-rhythm',
    'screening.period-outside',
    'screening.day-outside-period',
    'screening.round-exists',
  ],
  decide: (state, { period, on }, { subjectId }) => {
    const forum = existingForum(state);
    mustBeMetIn(forum, period);
    const [first, last] = [firstDayOf(period), lastDayOf(period)];
    if (on < first || on > last) throw impossible('screening.day-outside-period', { period, first, last });
    const roundId = roundIdOf(subjectId, period);
    if (forum.rounds.has(roundId)) throw new Refused('screening.round-exists', { period });
    return [{ type: 'ScreeningRoundOpened', data: { roundId, period, on } }];
  },
  answer: (_forum, { period }, { subjectId }): OpenedRound => ({ roundId: roundIdOf(subjectId, period) }),
  answerType: OpenedRound,
};

function mustBeMetIn({ rhythm, from, endedOn }: ScreeningForum, period: string): void {
  if (periodOf(firstDayOf(period), rhythm) !== period) {
    throw impossible('screening.period-of-another-rhythm', { period });
  }
  const isOver = endedOn !== null && endedOn <= firstDayOf(period);
  if (lastDayOf(period) < from || isOver) throw impossible('screening.period-outside', { period });
}
