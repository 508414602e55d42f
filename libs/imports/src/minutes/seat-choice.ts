import type { ChoiceShown } from './preview.js';
import type { KnownSeat } from './roster.js';

/** A seat as somebody can tell it from the others: whom it stands for, and who holds it. */
export const seatChoice = (seatId: string, seats: readonly KnownSeat[]): ChoiceShown => {
  const seat = seats.find((one) => one.seatId === seatId);
  const name = [seat?.label, seat?.holderName].filter(Boolean).join(', ');
  return { id: seatId, name: name === '' ? seatId : name };
};
