import type { LocalDate, Validity } from '@rettidig/vocabulary';
import { compare } from './dated.js';
import { historyOf } from './history.js';
import type { Holder, SeatHistory } from './history.types.js';
import type { Organisation } from './organisation.js';

/** A seat with somebody in it for a while, or with nobody. */
export interface SeatTerm {
  readonly seat: SeatHistory;
  /** Null: nobody holds it. */
  readonly personId: string | null;
  /** A vacancy begins with the end of the term before, or with the seat. */
  readonly term: Validity;
  /** Who follows, and when; null when that is not known. */
  readonly next: { readonly personId: string; readonly from: LocalDate } | null;
}

/** All terms in all seats, and the vacancies between and after them, each seat in the order of its days. */
export const seatTerms = (organisation: Organisation): SeatTerm[] =>
  [...historyOf(organisation).seats.values()].flatMap(termsIn);

function termsIn(seat: SeatHistory): SeatTerm[] {
  const holders = [...seat.holders].sort((a, b) => compare(a.term.from, b.term.from));
  const terms: SeatTerm[] = [];
  let free: LocalDate | null = seat.from;
  for (const [at, holder] of holders.entries()) {
    if (free !== null && free < holder.term.from)
      terms.push(vacancy(seat, { from: free, to: holder.term.from }, holder));
    terms.push({ seat, ...holder, next: nextOf(holders[at + 1]) });
    free = holder.term.to;
  }
  return free === null ? terms : [...terms, vacancy(seat, { from: free, to: null }, undefined)];
}

const vacancy = (seat: SeatHistory, term: Validity, following: Holder | undefined): SeatTerm => ({
  seat,
  personId: null,
  term,
  next: nextOf(following),
});

const nextOf = (holder: Holder | undefined): SeatTerm['next'] =>
  holder ? { personId: holder.personId, from: holder.term.from } : null;
