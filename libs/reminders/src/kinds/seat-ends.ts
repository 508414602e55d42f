import type { SeatHistory } from '@rettidig/organisation';
import { historyOf, structureOn } from '@rettidig/organisation';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { ReferenceKind, ReferenceOccasion } from '../kind.js';
import { calendarDays, workdays } from './days.js';

/**
 * Somebody's time in a seat ends and nobody is known who comes after (J6): counted from their last day. With a committee
 * its seats end, and nobody has to be found for them.
 */
export const seatEnds: ReferenceKind = {
  name: 'seatEnds',
  lane: 'dated',
  whenPast: 'sendLate',
  steps: [
    { offset: calendarDays(-30), to: ['secretariat', 'chair'], on: true },
    { offset: workdays(-7), to: ['secretariat', 'chair'], on: true },
  ],
  inReference: ({ organisation }, { from, until }) =>
    [...historyOf(organisation).seats.values()].flatMap(endOf).filter(({ anchor, about: { committeeId } }) => {
      const isNear = anchor >= from && anchor <= until;
      return isNear && structureOn(organisation, plusCalendarDays(anchor, 1)).committees.has(committeeId);
    }),
};

/** It is always of a committee. */
type SeatEnd = ReferenceOccasion & { readonly about: { readonly committeeId: string } };

/** The last end of a seat's holders; one that is followed by somebody else is none. */
function endOf({ seatId, committeeId, lastEnd }: SeatHistory): SeatEnd[] {
  if (!lastEnd) return [];
  const { on: until, knownAt } = lastEnd;
  const anchor = plusCalendarDays(until, -1);
  const armedAt = knownAt === null ? {} : { armedAt: knownAt };
  return [{ item: seatId, anchor, until, armed: 0, ...armedAt, about: { committeeId, seatId } }];
}
