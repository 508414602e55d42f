import type { Decider } from '@rettidig/event-sourcing';
import { idOf } from '@rettidig/event-sourcing';
import type { LocalDate, Rhythm } from '@rettidig/vocabulary';
import type { CandidateAssessed, CandidateOrigin, ScreeningEvent } from './screening.events.js';

export type CandidateOutcome = CandidateAssessed['data']['outcome'];

/** A candidate, without its words. */
interface Candidate {
  readonly origin: CandidateOrigin;
  readonly titleKey: string | null;
  /** Null until somebody has assessed it. */
  readonly outcome: CandidateOutcome | null;
}

/** A meeting of a forum. */
interface Round {
  readonly period: string;
  readonly held: boolean;
  readonly candidates: ReadonlyMap<string, Candidate>;
}

/** A forum of management with all its rounds, as far as a decision must know them. */
export interface ScreeningForum {
  readonly rhythm: Rhythm;
  readonly from: LocalDate;
  /** The first day on which it no longer meets. */
  readonly endedOn: LocalDate | null;
  readonly rounds: ReadonlyMap<string, Round>;
}

/** The round of a month or quarter: the same id whoever opens it, so that there is one. */
export const roundIdOf = (forumId: string, period: string): string => idOf('screening-round', forumId, period);

const changeRound = (
  forum: ScreeningForum | undefined,
  roundId: string,
  change: (round: Round) => Round,
): ScreeningForum | undefined => {
  const round = forum?.rounds.get(roundId);
  return forum && round ? { ...forum, rounds: new Map(forum.rounds).set(roundId, change(round)) } : forum;
};

/** Before the forum is agreed there is none. */
export const screeningDecider: Decider<ScreeningForum | undefined, ScreeningEvent> = {
  category: 'screeningForum',
  initial: undefined,
  evolve: {
    ScreeningForumAgreed: (_none, { rhythm, from }) => ({ rhythm, from, endedOn: null, rounds: new Map() }),
    ScreeningForumEnded: (forum, { on }) => forum && { ...forum, endedOn: on },
    ScreeningRoundOpened: (forum, { roundId, period }) =>
      forum && {
        ...forum,
        rounds: new Map(forum.rounds).set(roundId, { period, held: false, candidates: new Map() }),
      },
    CandidateAdded: (forum, { roundId, candidateId, origin, titleKey = null }) =>
      changeRound(forum, roundId, (round) => ({
        ...round,
        candidates: new Map(round.candidates).set(candidateId, { origin, titleKey, outcome: null }),
      })),
    CandidateAssessed: (forum, { roundId, candidateId, outcome }) =>
      changeRound(forum, roundId, (round) => {
        const candidate = round.candidates.get(candidateId);
        if (!candidate) return round;
        return { ...round, candidates: new Map(round.candidates).set(candidateId, { ...candidate, outcome }) };
      }),
    ScreeningRoundHeld: (forum, { roundId }) => changeRound(forum, roundId, (round) => ({ ...round, held: true })),
  },
};
