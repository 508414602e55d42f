import type { LocalDate } from '@rettidig/vocabulary';
import { holdsOn } from '@rettidig/vocabulary';
import { endOf } from '../dated.js';
import type { AppointedTo, Appointment, Functions } from './functions.js';
import type { FunctionsEvent, UnitManagerAppointed } from './functions.events.js';

type Appointments = ReadonlyMap<string, Appointment>;

/** Lives as long as somebody holds the functions they are of. */
const known = new WeakMap<
  Functions,
  { readonly byId: Appointments; readonly of: Map<string, readonly Appointment[]> }
>();

/** All appointments by id, those recorded in error too. */
export const appointmentsOf = (functions: Functions): Appointments => indexOf(functions).byId;

/** All appointments to one thing, in the order of recording: to a unit, a committee, in the place of a person. */
export const appointedTo = (functions: Functions, to: AppointedTo, of: string | null): readonly Appointment[] =>
  indexOf(functions).of.get(`${to}/${of ?? ''}`) ?? [];

/** The manager of a unit on a day, not of the units above it; null while it has none. */
export const managerOn = (functions: Functions, unitId: string, on: LocalDate): string | null =>
  holdingOn(appointedTo(functions, 'unitManager', unitId), on)[0] ?? null;

/** Those appointed to the secretariat of a committee on a day; of null: to that of all committees. */
export const appointedSecretariatOn = (functions: Functions, committeeId: string | null, on: LocalDate): string[] =>
  holdingOn(appointedTo(functions, 'secretariat', committeeId), on);

/** All that people are appointed to on a day, in the order of recording. */
export const appointmentsOn = (functions: Functions, on: LocalDate): Appointment[] =>
  [...appointmentsOf(functions).values()].filter(({ term, inError }) => inError === null && holdsOn(term, on));

/** Everybody appointed to any secretariat on a day. */
export const allSecretariatOn = (functions: Functions, on: LocalDate): string[] => [
  ...new Set(appointmentsOn(functions, on).flatMap(({ to, personId }) => (to === 'secretariat' ? personId : []))),
];

/** Who stands in for a person on a day. */
export const substitutesOn = (functions: Functions, personId: string, on: LocalDate): string[] =>
  holdingOn(appointedTo(functions, 'substitute', personId), on);

/** Everybody who was ever appointed to anything, or has somebody who stands in for them. */
export const everAppointed = (functions: Functions): string[] =>
  [...appointmentsOf(functions).values()].flatMap(({ to, of, personId }) =>
    to === 'substitute' && of !== null ? [personId, of] : [personId],
  );

const holdingOn = (appointments: readonly Appointment[], on: LocalDate): string[] => [
  ...new Set(appointments.filter(({ term }) => holdsOn(term, on)).map(({ personId }) => personId)),
];

function indexOf(functions: Functions) {
  const index = known.get(functions) ?? workOut(functions);
  known.set(functions, index);
  return index;
}

function workOut({ told }: Functions) {
  const byId = new Map<string, Appointment>();
  for (const { fact } of told) learn(byId, fact);
  const of = new Map<string, Appointment[]>();
  for (const one of byId.values()) {
    if (one.inError !== null) continue;
    const key = `${one.to}/${one.of ?? ''}`;
    const others = of.get(key);
    if (others) others.push(one);
    else of.set(key, [one]);
  }
  return { byId, of };
}

type Fact = Pick<FunctionsEvent, 'type' | 'data'>;

function learn(byId: Map<string, Appointment>, fact: Fact): void {
  const one =
    appointmentIn(fact as FunctionsEvent) ?? changed(byId.get(fact.data.appointmentId), fact as FunctionsEvent);
  if (one) byId.set(one.appointmentId, one);
}

function changed(before: Appointment | undefined, { type, data }: FunctionsEvent): Appointment | undefined {
  if (!before) return undefined;
  if (type === 'AppointmentRecordedInError') return { ...before, inError: data.reason };
  if (type !== 'AppointmentEnded') return before;
  return { ...before, term: { ...before.term, to: endOf(before.term.to, data.on) } };
}

/** The appointment that a fact tells of; undefined when it ends one or takes one back. */
function appointmentIn(fact: FunctionsEvent): Appointment | undefined {
  switch (fact.type) {
    case 'UnitManagerAppointed':
      return made('unitManager', fact.data.unitId, fact.data.personId, fact.data);
    case 'SecretariatMemberAppointed':
      return made('secretariat', fact.data.committeeId, fact.data.personId, fact.data);
    case 'SubstituteNamed':
      return made('substitute', fact.data.personId, fact.data.substituteId, fact.data);
    case 'AppointmentEnded':
    case 'AppointmentRecordedInError':
      return undefined;
  }
}

const made = (
  to: AppointedTo,
  of: string | null,
  personId: string,
  { appointmentId, from, to: until, source }: Omit<UnitManagerAppointed['data'], 'unitId'>,
): Appointment => ({
  appointmentId,
  to,
  of,
  personId,
  term: { from, to: until ?? null },
  inError: null,
  ...(source ? { source } : {}),
});
