import type { Correctable, Correction } from './corrections.events.js';
import type { From } from './dated.js';
import type { CommitteeHistory, History, SeatHistory } from './history.types.js';

type Find<What extends keyof Correctable> = (
  history: History,
  id: string,
  from: string | null,
) => Correctable[What] | undefined;

/** How a thing that can be corrected is found. */
const found: { readonly [What in keyof Correctable]: Find<What> } = {
  unit: ({ units }, id) => told(units.get(id), ({ validFrom }) => ({ validFrom })),
  unitName: ({ units }, id, from) =>
    told(startingOn(units.get(id)?.names, from), ({ value: name, from }) => ({ name, from })),
  unitParent: ({ units }, id, from) =>
    told(startingOn(units.get(id)?.parents, from), ({ value: parentId, from }) => ({ parentId, from })),
  unitClosing: ({ units }, id) => {
    const { closedOn = null, successors = [] } = units.get(id) ?? {};
    return closedOn === null ? undefined : { from: closedOn, successors };
  },
  committee: ({ committees }, id) => told(committees.get(id), committeeAsTold),
  coverage: ({ committees }, id, from) =>
    told(startingOn(committees.get(id)?.coverage, from), ({ value: covers, from }) => ({ covers, from })),
  period: ({ periods }, id) =>
    told(
      periods.find(({ periodId }) => periodId === id),
      ({ levelsInForce, term }) => ({ levelsInForce, ...term }),
    ),
  seat: ({ seats }, id) => told(seats.get(id), seatAsTold),
  term: ({ seats }, id, from) =>
    told(
      seats.get(id)?.holders.find(({ term }) => term.from === from),
      ({ personId, term }) => ({ personId, ...term }),
    ),
  confirmation: ({ confirmations }, id) => confirmations.find(({ confirmationId }) => confirmationId === id)?.term,
  agreement: ({ committees }, id) =>
    [...committees.values()].flatMap(({ agreements }) => agreements).find(({ agreementId }) => agreementId === id)
      ?.term,
  delegation: ({ delegations }, id) =>
    told(
      delegations.find(({ delegationId }) => delegationId === id),
      ({ unitId, matter, kinds, term }) => ({ unitId, matter, kinds, ...term }),
    ),
};

/** What is known of the thing that a correction is about, as it could be corrected; undefined when there is no such. */
export const knownOf = (history: History, { what, id, from }: Omit<Correction, 'isNow'>): object | undefined =>
  found[what](history, id, from);

/** What can be told of a thing. */
export const tellable: { readonly [What in keyof Correctable]: readonly (keyof Correctable[What])[] } = {
  unit: ['validFrom'],
  unitName: ['name', 'from'],
  unitParent: ['parentId', 'from'],
  unitClosing: ['from', 'successors'],
  committee: ['name', 'level', 'kind', 'parentId', 'predecessors', 'from', 'to'],
  coverage: ['covers', 'from'],
  period: ['levelsInForce', 'from', 'to'],
  seat: ['side', 'office', 'representativeKind', 'from'],
  term: ['personId', 'from', 'to'],
  confirmation: ['from', 'to'],
  agreement: ['from', 'to'],
  delegation: ['unitId', 'matter', 'kinds', 'from', 'to'],
};

/** Things that other things rest on: it cannot be said that they never were, only when they began and ended. */
export const restedOn: readonly (keyof Correctable)[] = ['unit', 'committee', 'seat'];

const told = <One, Told>(one: One | undefined, as: (one: One) => Told): Told | undefined =>
  one === undefined ? undefined : as(one);

const startingOn = <Value>(all: readonly From<Value>[] | undefined, from: string | null): From<Value> | undefined =>
  all?.findLast((one) => one.from === from);

const committeeAsTold = (one: CommitteeHistory): Correctable['committee'] => {
  const { name, level, kind, parentId, predecessors, validity } = one;
  return { name, level, kind, parentId, predecessors, ...validity };
};

const seatAsTold = ({ side, office, representativeKind, from }: SeatHistory): Correctable['seat'] => ({
  side,
  office: office ?? null,
  representativeKind,
  from,
});
