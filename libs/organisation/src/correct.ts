import type { Instant } from '@rettidig/event-sourcing';
import type { Validity } from '@rettidig/vocabulary';
import type { Correctable, Correction } from './corrections.events.js';
import { compare, type From } from './dated.js';
import type { CommitteeHistory, Draft, Holder, SeatHistory, UnitHistory } from './history.types.js';
import { withHolders } from './last-end.js';

/** What a correction says of one thing, applied to what was known of it. Something that is not there stays away. */
type Apply<What extends keyof Correctable> = (
  draft: Draft,
  correction: Correction<What>,
  knownAt: Instant | null,
) => void;

const apply: { readonly [What in keyof Correctable]: Apply<What> } = {
  unit: ({ units }, { id, isNow }) => change(units, id, (unit) => startingOn(unit, isNow?.validFrom)),
  unitName: ({ units }, { id, from, isNow }) =>
    change(units, id, (unit) => ({ ...unit, names: replaced(unit.names, from, isNow && valued(isNow, isNow.name)) })),
  unitParent: (draft, { id, from, isNow }) => {
    const moved = isNow && valued(isNow, isNow.parentId);
    change(draft.units, id, (unit) => ({ ...unit, parents: replaced(unit.parents, from, moved) }));
    if (isNow?.parentId)
      draft.everBelow.set(isNow.parentId, (draft.everBelow.get(isNow.parentId) ?? new Set()).add(id));
  },
  unitClosing: ({ units }, { id, isNow }) =>
    change(units, id, ({ closedOn, successors, ...unit }) =>
      isNow
        ? { ...unit, closedOn: isNow.from ?? closedOn, successors: isNow.successors ?? successors }
        : { ...unit, closedOn: null, successors: [] },
    ),
  committee: ({ committees }, { id, isNow }) => change(committees, id, (one) => committeeWith(one, isNow ?? {})),
  coverage: ({ committees }, { id, from, isNow }) =>
    change(committees, id, (one) => ({
      ...one,
      coverage: replaced(one.coverage, from, isNow && valued(isNow, isNow.covers)),
    })),
  period: (draft, { id, isNow }) => {
    const periods = draft.periods.flatMap((one) => {
      if (one.periodId !== id) return [one];
      const { levelsInForce = one.levelsInForce, ...term } = isNow ?? {};
      return isNow ? [{ ...one, levelsInForce, term: termWith(one.term, term) }] : [];
    });
    draft.periods = periods.sort((a, b) => compare(a.term.from, b.term.from));
  },
  seat: ({ seats }, { id, isNow }) => change(seats, id, (seat) => seatWith(seat, isNow ?? {})),
  term: ({ seats }, { id, from, isNow }, knownAt) =>
    change(seats, id, (seat) => withHolders(seat, holdersWith(seat.holders, from, isNow), knownAt)),
  confirmation: (draft, { id, isNow }) =>
    void (draft.confirmations = termed(draft.confirmations, ({ confirmationId }) => confirmationId === id, isNow)),
  agreement: ({ committees }, { id, isNow }) => {
    const of = [...committees.values()].find(({ agreements }) => agreements.some((one) => one.agreementId === id));
    if (!of) return;
    const agreements = termed(of.agreements, ({ agreementId }) => agreementId === id, isNow);
    committees.set(of.committeeId, { ...of, agreements });
  },
  delegation: (draft, { id, isNow }) => {
    const { unitId, matter, kinds } = isNow ?? {};
    const delegations = draft.delegations.map((one) =>
      one.delegationId === id ? { ...one, ...given({ unitId, matter, kinds }) } : one,
    );
    draft.delegations = termed(delegations, ({ delegationId }) => delegationId === id, isNow);
  },
};

/** From now on the history says what the correction says. Earlier values of the organisation still say what they said. */
export const correct = (draft: Draft, correction: Correction, knownAt: Instant | null): void =>
  (apply[correction.what] as Apply<keyof Correctable>)(draft, correction, knownAt);

/** Only what is told: what is left out stays as it was. */
const given = <Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

const termWith = (term: Validity, told: Partial<Validity>): Validity => ({ ...term, ...given(told) });

/** With the first day of a unit its first name and its first place begin. */
function startingOn(unit: UnitHistory, validFrom = unit.validFrom): UnitHistory {
  const shifted = <Value>(values: readonly From<Value>[]): From<Value>[] =>
    values.map((one) => (one.from === unit.validFrom ? { ...one, from: validFrom } : one));
  return { ...unit, validFrom, names: shifted(unit.names), parents: shifted(unit.parents) };
}

function committeeWith(one: CommitteeHistory, isNow: Partial<Correctable['committee']>): CommitteeHistory {
  const { from, to, ...rest } = isNow;
  const validity = termWith(one.validity, { from, to });
  const coverage = one.coverage.map((covered) =>
    covered.from === one.validity.from ? { ...covered, from: validity.from } : covered,
  );
  return { ...one, ...given(rest), validity, coverage, dissolvedOn: to === undefined ? one.dissolvedOn : null };
}

function seatWith({ office: was, ...seat }: SeatHistory, isNow: Partial<Correctable['seat']>): SeatHistory {
  const { office = was, ...rest } = isNow;
  return { ...seat, ...given(rest), ...(office ? { office } : {}) };
}

/** What a value that begins on a day is replaced with: what is not told stays. */
interface Replacement<Value> {
  readonly from: string | undefined;
  readonly value: Value | undefined;
}

const valued = <Value>({ from }: { readonly from?: string }, value: Value | undefined): Replacement<Value> => ({
  from,
  value,
});

/** The value that begins on a day becomes another one, or goes when there never was one. */
function replaced<Value>(
  values: readonly From<Value>[],
  from: string | null,
  by: Replacement<Value> | null,
): readonly From<Value>[] {
  const at = values.findLastIndex((one) => one.from === from);
  if (at < 0) return values;
  const { from: wasFrom, value: was } = values[at]!;
  const others = values.filter((_one, index) => index !== at);
  const isNow = by && { from: by.from ?? wasFrom, value: by.value === undefined ? was : by.value };
  return (isNow ? [...others, isNow] : others).sort((a, b) => compare(a.from, b.from));
}

const holdersWith = (
  holders: readonly Holder[],
  from: string | null,
  isNow: Partial<Correctable['term']> | null,
): readonly Holder[] =>
  holders.flatMap((holder) => {
    if (holder.term.from !== from) return [holder];
    const { personId = holder.personId, ...term } = isNow ?? {};
    return isNow ? [{ personId, term: termWith(holder.term, term) }] : [];
  });

/** Of some things with a term, the one in question with other days, or without it when it never was so. */
const termed = <One extends { readonly term: Validity }>(
  all: readonly One[],
  isIt: (one: One) => boolean,
  isNow: Partial<Validity> | null,
): readonly One[] =>
  all.flatMap((one) => {
    if (!isIt(one)) return [one];
    return isNow ? [{ ...one, term: termWith(one.term, { from: isNow.from, to: isNow.to }) }] : [];
  });

function change<Value>(values: Map<string, Value>, id: string, to: (value: Value) => Value): void {
  const value = values.get(id);
  if (value !== undefined) values.set(id, to(value));
}
