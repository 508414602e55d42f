import type { Decider } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import type { BreachEvent } from './breach.events.js';

/** A demand, without its text: decisions never look at free text. */
interface Demand {
  readonly demandId: string;
  readonly number: number;
  readonly raisedOn: LocalDate;
}

/** What the sides did about some missed reviews, as far as a decision must know it. */
export interface Breach {
  readonly committeeId: string;
  readonly caseIds: readonly string[];
  readonly demands: ReadonlyMap<string, Demand>;
}

/** Before the choice or the list is recorded there is none. */
export const breachDecider: Decider<Breach | undefined, BreachEvent> = {
  category: 'breach',
  initial: undefined,
  evolve: {
    BreachNotRaised: (_none, { committeeId, caseIds }) => ({ committeeId, caseIds, demands: new Map() }),
    DemandsTabled: (_none, { committeeId }) => ({ committeeId, caseIds: [], demands: new Map() }),
    DemandRaised: (breach, { demandId, number, on }) =>
      breach && { ...breach, demands: new Map(breach.demands).set(demandId, { demandId, number, raisedOn: on }) },
    // Several answers over time are several facts; none of them closes the demand.
    DemandAnswered: (breach) => breach,
  },
};
