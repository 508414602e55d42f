import type { CommandContext, Resource } from '@rettidig/event-sourcing';
import { impossible, notFound } from '@rettidig/event-sourcing';
import type { Meetings } from '@rettidig/meetings';
import type { Organisation } from '@rettidig/organisation';
import { officesOf } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import type { Breach } from './breach.js';

/** What commands of this slice look up. */
export interface BreachReference {
  readonly organisation: Organisation;
  readonly meetings: Meetings;
}

export type BreachContext = CommandContext<BreachReference>;

/** The recorded choice, or the refusal that there is none. */
export function existing(breach: Breach | undefined): Breach {
  if (!breach) throw notFound('breach.unknown');
  return breach;
}

/** A fact dated after today in Copenhagen is refused; any age is accepted. */
export function notInTheFuture(day: LocalDate, context: BreachContext): void {
  if (day > dayOf(context.now)) throw impossible('breach.in-the-future', { day });
}

/** The actor's offices in a committee today. */
export const officesIn = (committeeId: string, context: BreachContext): Resource => ({
  offices: officesOf(context.reference.organisation, context.actor.id, committeeId, dayOf(context.now)),
});

/** The actor's offices today in the committee that it is about. */
export const officesInCommittee = (breach: Breach | undefined, _message: object, context: BreachContext): Resource =>
  breach ? officesIn(breach.committeeId, context) : {};
