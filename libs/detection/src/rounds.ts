import type { Instant, ReadDatabase } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { plusCalendarDays, firstDayOf, lastDayOf, periodsBetween } from '@rettidig/vocabulary';
import type { ForumRow, KeptCandidate, RoundRow } from './projections/screening.projection.js';
import { SCREENING_VIEW } from './projections/screening.projection.js';
import { roundIdOf } from './screening.js';
import type { RoundState } from './screening.words.js';

/** Forums and rounds as known at an instant. */
export interface Screening {
  readonly forums: readonly ForumRow[];
  readonly rounds: readonly RoundRow[];
}

const KNOWN = 'known_from <= :at and (known_to is null or known_to > :at)';

/** There are few of them: one a month for each meeting of management. */
export function screeningKnown(views: ReadDatabase, at: Instant): Screening {
  const view = views.view(SCREENING_VIEW);
  return {
    forums: view.all<ForumRow>(`select * from {forum} where ${KNOWN} order by name, id`, { at }),
    rounds: view.all<RoundRow>(`select * from {round} where ${KNOWN} order by period, id`, { at }),
  };
}

/** The round of one period, held or not, opened or not. */
export interface RoundOfPeriod {
  /** The same before and after it is opened. */
  readonly roundId: string;
  readonly forum: ForumRow;
  readonly period: string;
  readonly state: RoundState;
  readonly round: RoundRow | null;
}

/**
 * A row for every period from the first to today in which the forum was agreed, and for those opened ahead: a period
 * that passed without a round is one of them.
 */
export function roundsOfPeriods({ forums, rounds }: Screening, today: LocalDate): RoundOfPeriod[] {
  return forums.flatMap((forum) => {
    const own = rounds.filter(({ forum_id }) => forum_id === forum.id);
    const passed = periodsBetween(forum.from_day, lastMeetingDay(forum, today), forum.rhythm);
    const periods = new Set([...passed, ...own.map(({ period }) => period)]);
    return [...periods].map((period) => {
      const round = own.find((one) => one.period === period) ?? null;
      return { roundId: roundIdOf(forum.id, period), forum, period, round, state: stateOf(round, period, today) };
    });
  });
}

/** The last day on which the forum was or is agreed, today at the latest. */
function lastMeetingDay({ ended_on }: ForumRow, today: LocalDate): LocalDate {
  return ended_on === null || ended_on > today ? today : plusCalendarDays(ended_on, -1);
}

function stateOf(round: RoundRow | null, period: string, today: LocalDate): RoundState {
  if (round?.held_on) return 'held';
  if (lastDayOf(period) < today) return 'notHeld';
  return round ? 'open' : 'due';
}

export const candidatesOf = (round: RoundRow | null): KeptCandidate[] =>
  round ? (JSON.parse(round.candidates) as KeptCandidate[]) : [];

/** A candidate put off in an earlier round of a forum, which the next one asks about again. */
export interface PutOff {
  readonly roundId: string;
  readonly candidate: KeptCandidate;
}

/** What earlier rounds of the same forum put off and no round since took up again. */
export function putOffBefore(period: string, forumId: string, { rounds }: Screening): PutOff[] {
  const own = rounds.filter(({ forum_id }) => forum_id === forumId);
  const takenUp = new Set(
    own.flatMap(candidatesOf).flatMap(({ origin }) => ('candidateId' in origin ? [origin.candidateId] : [])),
  );
  return own
    .filter((round) => firstDayOf(round.period) < firstDayOf(period))
    .flatMap((round) => candidatesOf(round).map((candidate) => ({ roundId: round.id, candidate })))
    .filter(({ candidate }) => candidate.assessment?.outcome === 'later' && !takenUp.has(candidate.candidateId));
}
