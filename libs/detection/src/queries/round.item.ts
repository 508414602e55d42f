import type { Language } from '@rettidig/event-sourcing';
import { plusCalendarDays, lastDayOf } from '@rettidig/vocabulary';
import type { RoundOfPeriod } from '../rounds.js';
import { candidatesOf } from '../rounds.js';
import { roundStates } from '../screening.words.js';
import type { ScreeningRoundShown } from './screening.answer.js';

/** So many days after the meeting it may still be written down without being called late. */
const DAYS_TO_RECORD = 3;

const isLate = (heldOn: string | null, recordedOn: string | null): boolean =>
  heldOn !== null && recordedOn !== null && recordedOn > plusCalendarDays(heldOn, DAYS_TO_RECORD);

/** A round in the reader's words. */
export function roundShown({ roundId, forum, period, state, round }: RoundOfPeriod, language: Language) {
  const outcomes = candidatesOf(round).map(({ assessment }) => assessment?.outcome ?? 'unassessed');
  const count = (outcome: string): number => outcomes.filter((one) => one === outcome).length;
  const heldOn = round?.held_on ?? null;
  return {
    roundId,
    forumId: forum.id,
    forumName: forum.name,
    period,
    state,
    stateText: roundStates[state][language],
    on: round?.on_day ?? null,
    heldOn,
    heldLate: heldOn !== null && heldOn > lastDayOf(period),
    recordedOn: round?.recorded_on ?? null,
    recordedLate: isLate(heldOn, round?.recorded_on ?? null),
    candidates: outcomes.length,
    unassessed: count('unassessed'),
    yes: count('yes'),
    no: count('no'),
    later: count('later'),
  } satisfies ScreeningRoundShown;
}
