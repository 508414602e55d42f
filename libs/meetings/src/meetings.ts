import type { RecordedEvent, ReferencePart } from '@rettidig/event-sourcing';
import { evolve, subjectOf } from '@rettidig/event-sourcing';
import type { Meeting } from './meeting.js';
import { meetingDecider } from './meeting.js';

/** A meeting with its id, as other slices look it up. */
export interface MeetingState extends Meeting {
  readonly meetingId: string;
}

/**
 * All meetings by id. Immutable: a change copies one shelf of it, so that folding a log with thousands of meetings does
 * not copy them all with every event.
 */
export interface Meetings {
  readonly shelves: ReadonlyMap<string, ReadonlyMap<string, MeetingState>>;
}

/** Ids are random enough that their first characters spread the meetings evenly. */
const shelfOf = (meetingId: string): string => meetingId.slice(0, 2);

/** A meeting by its id. */
export const meetingOf = (meetings: Meetings, meetingId: string): MeetingState | undefined =>
  meetings.shelves.get(shelfOf(meetingId))?.get(meetingId);

/** The meetings as they stand after one more event. */
function evolveMeetings(meetings: Meetings, event: RecordedEvent): Meetings {
  const meetingId = subjectOf(event.stream);
  const before = meetingOf(meetings, meetingId);
  const after = evolve(meetingDecider, before, event);
  if (!after || after === before) return meetings;
  const shelf = new Map(meetings.shelves.get(shelfOf(meetingId))).set(meetingId, { ...after, meetingId });
  return { shelves: new Map(meetings.shelves).set(shelfOf(meetingId), shelf) };
}

/** The part of the reference data that knows every meeting: placement, what was discussed, whether it is proven. */
export const meetingsPart: ReferencePart<Meetings> = {
  categories: ['meeting'],
  initial: { shelves: new Map() },
  evolve: evolveMeetings,
  inPieces: {
    split: ({ shelves }) => shelves,
    join: (pieces) => ({ shelves: new Map(pieces as Iterable<[string, ReadonlyMap<string, MeetingState>]>) }),
  },
};
