import type { CommandContext, Resource } from '@rettidig/event-sourcing';
import { impossible, notFound, Refused } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { isKnownCommittee, officesOf, structureOn } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import type { Hours } from './meeting.events.js';
import type { AgendaItem, Meeting } from './meeting.js';

/** What commands on meetings look up. */
export interface MeetingReference {
  readonly organisation: Organisation;
}

export type MeetingContext = CommandContext<MeetingReference>;

/** The meeting, or the refusal that there is none. */
export function existing(meeting: Meeting | undefined): Meeting {
  if (!meeting) throw notFound('meeting.unknown');
  return meeting;
}

/** A meeting that can still be moved or cancelled. */
export function stillScheduled(state: Meeting | undefined): Meeting {
  const meeting = existing(state);
  if (meeting.status !== 'scheduled') throw new Refused('meeting.not-scheduled', { status: meeting.status });
  return meeting;
}

/** A meeting whose agenda and record can still change: not cancelled, minutes not yet approved by both. */
export function openRecord(state: Meeting | undefined): Meeting {
  const meeting = existing(state);
  if (meeting.status === 'cancelled') throw new Refused('meeting.cancelled');
  if (meeting.minutesApproved) throw new Refused('meeting.minutes-approved');
  return meeting;
}

/** A meeting that took place: what was said there can be recorded. */
export function held(meeting: Meeting): Meeting & { readonly heldOn: LocalDate } {
  if (meeting.status !== 'held' || !meeting.heldOn) throw new Refused('meeting.not-held');
  return { ...meeting, heldOn: meeting.heldOn };
}

/** An item of the agenda by its id. */
function itemOf(meeting: Meeting, itemId: string): AgendaItem {
  const item = meeting.items.get(itemId);
  if (!item) throw notFound('meeting.item-unknown', { itemId });
  return item;
}

/** An item that was not taken off the agenda. */
export function itemOnAgenda(meeting: Meeting, itemId: string): AgendaItem {
  const item = itemOf(meeting, itemId);
  if (item.status === 'withdrawn') throw new Refused('meeting.item-withdrawn', { number: item.number });
  return item;
}

/** An item that still waits for its discussion: it is recorded once, in one form. */
export function itemToDiscuss(meeting: Meeting, itemId: string): AgendaItem {
  const item = itemOnAgenda(meeting, itemId);
  if (item.status === 'discussed') throw new Refused('meeting.item-already-discussed', { number: item.number });
  return item;
}

/** A fact dated after today in Copenhagen is refused; any age is accepted. */
export function notInTheFuture(day: LocalDate, context: MeetingContext, code: string): void {
  if (day > dayOf(context.now)) throw impossible(code, { day });
}

/** A meeting ends after it starts, where both are told. */
export function inOrder({ startsAt, endsAt }: Hours): void {
  if (startsAt && endsAt && endsAt <= startsAt) throw impossible('meeting.ends-before-it-starts', { startsAt, endsAt });
}

/** A committee that was ever established, whether in force on the day or not. */
export function knownCommittee(context: MeetingContext, committeeId: string): void {
  if (!isKnownCommittee(context.reference.organisation, committeeId)) {
    throw notFound('meeting.committee-unknown', { committeeId });
  }
}

/** Whether the committee exists on a day and its level is in force then. */
export const inForceOn = (organisation: Organisation, committeeId: string, on: LocalDate): boolean =>
  structureOn(organisation, on).committees.get(committeeId)?.levelInForce ?? false;

/** What the access table looks at: the actor's offices today in the committee whose meeting it is. */
export const officesInCommittee = (
  meeting: Meeting | undefined,
  _message: object,
  context: MeetingContext,
): Resource => (meeting ? officesIn(meeting.committeeId, context) : {});

/** The actor's offices in a committee today. */
export const officesIn = (committeeId: string, context: MeetingContext): Resource => ({
  offices: officesOf(context.reference.organisation, context.actor.id, committeeId, dayOf(context.now)),
});

/** Different ids in the order in which they first stand. */
export const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
