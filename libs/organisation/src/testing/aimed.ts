import type { From } from '../dated.js';
import { historyOf } from '../history.js';
import type { History } from '../history.types.js';
import type { Organisation } from '../organisation.js';
import type { Correctable, Correction, OrganisationFact } from '../organisation.events.js';

type Address = Pick<Correction, 'id' | 'from'>;

const whole = (ids: Iterable<string>): Address[] => [...ids].map((id) => ({ id, from: null }));
const each = (id: string, values: readonly Pick<From<unknown>, 'from'>[]): Address[] =>
  values.map(({ from }) => ({ id, from }));

const addresses: { readonly [What in keyof Correctable]: (history: History) => Address[] } = {
  unit: ({ units }) => whole(units.keys()),
  unitName: ({ units }) => [...units.values()].flatMap(({ unitId, names }) => each(unitId, names)),
  unitParent: ({ units }) => [...units.values()].flatMap(({ unitId, parents }) => each(unitId, parents)),
  unitClosing: ({ units }) =>
    whole([...units.values()].filter(({ closedOn }) => closedOn !== null).map(({ unitId }) => unitId)),
  committee: ({ committees }) => whole(committees.keys()),
  coverage: ({ committees }) => [...committees.values()].flatMap((one) => each(one.committeeId, one.coverage)),
  period: ({ periods }) => whole(periods.map(({ periodId }) => periodId)),
  seat: ({ seats }) => whole(seats.keys()),
  term: ({ seats }) =>
    [...seats.values()].flatMap(({ seatId, holders }) =>
      each(
        seatId,
        holders.map(({ term }) => term),
      ),
    ),
  confirmation: ({ confirmations }) => whole(confirmations.map(({ confirmationId }) => confirmationId)),
  agreement: ({ committees }) =>
    whole([...committees.values()].flatMap(({ agreements }) => agreements.map(({ agreementId }) => agreementId))),
  delegation: ({ delegations }) => whole(delegations.map(({ delegationId }) => delegationId)),
};

/** A correction is aimed at something that is known, if there is anything of its kind: by chance it would seldom hit. */
export function aimed(organisation: Organisation, fact: OrganisationFact): OrganisationFact {
  if (fact.type !== 'StructureCorrected') return fact;
  const { correction, correctionId } = fact.data;
  const known = addresses[correction.what](historyOf(organisation));
  const hit = known[Number.parseInt(correctionId.slice(0, 8), 16) % known.length];
  return { ...fact, data: { ...fact.data, correction: { ...correction, ...hit } } };
}
