import { substitutesOn } from '@rettidig/organisation';
import {
  deputyChairAbove,
  holdersOf,
  managersAbove,
  whereabouts,
  type ReceiversKnown,
  type Whereabouts,
} from './holders.js';
import type { OccasionAbout, ReceiverFunction, RemindersReference } from './kind.js';

/** Somebody who is told, and why it is them: the mail says so. */
export interface Receiver {
  readonly personId: string;
  /** Every function by which they are told, in the order asked for. */
  readonly as: readonly ReceiverFunction[];
  /** Those they stand in for on the day. */
  readonly substituteFor: readonly string[];
  /** Told only because nobody has the function: the next manager up, and the secretariat. */
  readonly fallback: boolean;
}

/**
 * Who is told on a day. A vacant or unknown function goes to the next manager up and to the secretariat; of a deputy chair
 * to the deputy chair above too, so that the employee side is not told of by management alone. Substitutes are told beside
 * those they stand in for, theirs are not. Each person comes once, with all their functions.
 *
 * Nobody only when nobody of the secretariat is known either, or nobody was told before: then it cannot be delivered.
 */
export function receiversOf(
  functions: readonly ReceiverFunction[],
  about: OccasionAbout,
  reference: RemindersReference,
  known: ReceiversKnown,
): readonly Receiver[] {
  const where = whereabouts(about, reference, known);
  return merged(askedFor(functions, about).flatMap((one) => toldAs(one, where)));
}

/** What is about no case has no owner who could be missing: the others are told of it, and nobody in the place of one. */
const askedFor = (functions: readonly ReceiverFunction[], { changeId }: OccasionAbout): readonly ReceiverFunction[] => {
  const others = functions.filter((one) => one !== 'owner');
  return changeId === undefined && others.length > 0 ? others : functions;
};

/** The receivers of one function, or those who are told in their place. */
function toldAs(one: ReceiverFunction, where: Whereabouts): Receiver[] {
  const found = holdersOf[one](where).flatMap((personId) => withSubstitutes(personId, one, where, false));
  return found.length > 0 || one === 'toldBefore' ? found : inTheirPlace(one, where);
}

function inTheirPlace(one: ReceiverFunction, where: Whereabouts): Receiver[] {
  const fallback = (personId: string): Receiver[] => withSubstitutes(personId, one, where, true);
  const manager = managersAbove(where)
    .map(fallback)
    .find((found) => found.length > 0);
  const sameSide = one === 'deputyChair' ? deputyChairAbove(where).flatMap(fallback) : [];
  return [...sameSide, ...(manager ?? []), ...holdersOf.secretariat(where).flatMap(fallback)];
}

/** A person with those who stand in for them, as far as they can be told. */
function withSubstitutes(
  personId: string,
  one: ReceiverFunction,
  { reference, known }: Whereabouts,
  fallback: boolean,
): Receiver[] {
  const as = [one];
  const substitutes = substitutesOn(reference.functions, personId, known.day);
  return [
    { personId, as, substituteFor: [], fallback },
    ...substitutes.map((substitute) => ({ personId: substitute, as, substituteFor: [personId], fallback })),
  ].filter((receiver) => !known.unreachable?.has(receiver.personId));
}

/** Each person once. Whoever is told for a function of their own is told for that alone: the other one is not theirs. */
function merged(receivers: readonly Receiver[]): Receiver[] {
  const found = new Map<string, Receiver>();
  for (const one of receivers) {
    const before = found.get(one.personId);
    found.set(
      one.personId,
      !before ? one : before.fallback === one.fallback ? together(before, one) : own(before, one),
    );
  }
  return [...found.values()];
}

const own = (one: Receiver, other: Receiver): Receiver => (one.fallback ? other : one);

const together = (one: Receiver, other: Receiver): Receiver => ({
  personId: one.personId,
  as: [...new Set([...one.as, ...other.as])],
  substituteFor: [...new Set([...one.substituteFor, ...other.substituteFor])],
  fallback: one.fallback,
});
