import { lastDayOf, periodsBetween, plusCalendarDays } from '@rettidig/vocabulary';
import { later } from '../support/plan-days.js';
import type { Obligation } from './expected.js';
import type { ToldMail } from './ledger.js';
import type { ToldForum, ToldQuestion } from './told.js';
import type { ToldSeat } from './told-people.js';

/** Somebody's time in it ends, and nobody is known who comes after. */
export function ofSeat({ seatId, committeeId, holders }: ToldSeat): Obligation[] {
  const ends = holders.map(({ to }) => to);
  const end = ends.includes(undefined) ? undefined : ends.sort().at(-1);
  return end === undefined ? [] : [{ kind: 'seatEnds', item: seatId, anchor: later(end, -1), until: end, committeeId }];
}

/** Nobody has answered it. */
export const ofQuestion = ({ possibleMissId, on, answered }: ToldQuestion): Obligation[] =>
  answered ? [] : [{ kind: 'possibleMissWaiting', item: possibleMissId, anchor: on, committeeId: null }];

/** Rounds of months, those of half a year ahead included, that were not held. */
export const ofForum = ({ forumId, from, held }: ToldForum, today: string): Obligation[] =>
  periodsBetween(from, plusCalendarDays(today, 180), 'monthly')
    .filter((period) => !held.has(period))
    .map((period) => ({
      ...{ kind: 'screeningRound', item: `${forumId}/${period}`, anchor: lastDayOf(period), committeeId: null },
      until: later(lastDayOf(period), 31),
    }));

/** The server takes nothing for somebody: of a mail that told of more than that. */
export const ofRefused = ({ effectId, items, refusedOn }: ToldMail): Obligation[] =>
  refusedOn !== undefined && items.some(({ kind }) => kind !== 'receiverNotReached')
    ? [{ kind: 'receiverNotReached', item: effectId, anchor: refusedOn, committeeId: null }]
    : [];
