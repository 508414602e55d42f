import type { RecordedEvent, ReferencePart } from '@rettidig/event-sourcing';
import { evolve, subjectOf } from '@rettidig/event-sourcing';
import type { AgendaItem, Meeting } from './meeting.js';
import { meetingDecider } from './meeting.js';
import type { Shelves } from './shelves.js';
import { put, shelved, taken } from './shelves.js';

/** A meeting with its id, as other slices look it up. */
export interface MeetingState extends Meeting {
  readonly meetingId: string;
}

/**
 * All meetings by id. Immutable: a change copies one shelf of it, so that folding a log with thousands of meetings does
 * not copy them all with every event.
 */
export interface Meetings {
  readonly shelves: Shelves<MeetingState>;
  /** The ids of each committee's meetings, in the order of their days. Touched only when a meeting comes or moves. */
  readonly idsOfCommittees: Shelves<readonly string[]>;
  /** Where each case was put on an agenda. Touched only when an item comes. */
  readonly itemsOfCases: Shelves<readonly ItemPlace[]>;
}

/** An item of a meeting's agenda. */
interface ItemPlace {
  readonly meetingId: string;
  readonly itemId: string;
}

/** A meeting by its id. */
export const meetingOf = (meetings: Meetings, meetingId: string): MeetingState | undefined =>
  taken(meetings.shelves, meetingId);

/** Every item that a case was ever bundled in, with its meeting as it stands. */
export const itemsWithCase = (
  meetings: Meetings,
  caseId: string,
): readonly { readonly meeting: MeetingState; readonly item: AgendaItem }[] =>
  (taken(meetings.itemsOfCases, caseId) ?? []).map(({ meetingId, itemId }) => {
    const meeting = meetingOf(meetings, meetingId)!;
    return { meeting, item: meeting.items.get(itemId)! };
  });

/** Lists that were asked for, as long as somebody holds the meetings they are of. */
const lists = new WeakMap<Meetings, Map<string, readonly MeetingState[]>>();

/** A committee's meetings, cancelled and held ones too, by the day they are called for; of one day by id. */
export function meetingsOfCommittee(meetings: Meetings, committeeId: string): readonly MeetingState[] {
  const known = lists.get(meetings) ?? new Map<string, readonly MeetingState[]>();
  const list =
    known.get(committeeId) ??
    (taken(meetings.idsOfCommittees, committeeId) ?? []).map((meetingId) => meetingOf(meetings, meetingId)!);
  lists.set(meetings, known.set(committeeId, list));
  return list;
}

/** The meetings as they stand after one more event. */
function evolveMeetings(meetings: Meetings, event: RecordedEvent): Meetings {
  const meetingId = subjectOf(event.stream);
  const before = meetingOf(meetings, meetingId);
  const meeting = evolve(meetingDecider, before, event);
  if (!meeting || meeting === before) return meetings;
  const after = { ...meeting, meetingId };
  const shelves = put(meetings.shelves, meetingId, after);
  return {
    shelves,
    idsOfCommittees: ordered({ ...meetings, shelves }, before, after),
    itemsOfCases: newItems(before, after).reduce(placed, meetings.itemsOfCases),
  };
}

/** Items that a meeting has and had not; items are never removed. */
const newItems = (before: MeetingState | undefined, after: MeetingState): (AgendaItem & ItemPlace)[] =>
  before?.items.size === after.items.size
    ? []
    : [...after.items.values()]
        .filter(({ itemId }) => !before?.items.has(itemId))
        .map((item) => ({ ...item, meetingId: after.meetingId }));

/** The items of the cases with one more, in an order that does not depend on when it came. */
const placed = (all: Meetings['itemsOfCases'], { caseIds, meetingId, itemId }: AgendaItem & ItemPlace) =>
  caseIds.reduce(
    (shelves, caseId) => put(shelves, caseId, [...(taken(shelves, caseId) ?? []), { meetingId, itemId }].sort(byIds)),
    all,
  );

const byIds = (a: ItemPlace, b: ItemPlace): number =>
  `${a.meetingId}/${a.itemId}` < `${b.meetingId}/${b.itemId}` ? -1 : 1;

/** Every committee's ids in the order of the days, after one meeting was something else before. */
function ordered(
  meetings: Meetings,
  before: MeetingState | undefined,
  after: MeetingState,
): Meetings['idsOfCommittees'] {
  if (before && before.on === after.on && before.committeeId === after.committeeId) return meetings.idsOfCommittees;
  const without = before ? withoutIt(meetings.idsOfCommittees, before) : meetings.idsOfCommittees;
  const ids = taken(without, after.committeeId) ?? [];
  const at = firstAfter(meetings, ids, after);
  return put(without, after.committeeId, ids.toSpliced(at, 0, after.meetingId));
}

const withoutIt = (all: Meetings['idsOfCommittees'], { committeeId, meetingId }: MeetingState) =>
  put(all, committeeId, taken(all, committeeId)?.filter((one) => one !== meetingId) ?? []);

/** The place of the first meeting that comes after one; halves what is left, because a list may be long. */
function firstAfter(meetings: Meetings, ids: readonly string[], meeting: MeetingState): number {
  let [from, to] = [0, ids.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (byDay(meetingOf(meetings, ids[middle]!)!, meeting) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

const byDay = (a: MeetingState, b: MeetingState): number =>
  a.on === b.on ? (a.meetingId < b.meetingId ? -1 : 1) : a.on < b.on ? -1 : 1;

/** Where each case stands, from the meetings alone. */
function whereCasesStand(shelves: Meetings['shelves']): Meetings['itemsOfCases'] {
  const places = new Map<string, ItemPlace[]>();
  const items = [...shelves.values()]
    .flatMap((shelf) => [...shelf.values()])
    .flatMap((one) => newItems(undefined, one));
  for (const { meetingId, itemId, caseIds } of items) {
    for (const caseId of caseIds)
      places.set(caseId, [...(places.get(caseId) ?? []), { meetingId, itemId }].sort(byIds));
  }
  return shelved(places);
}

/** The meetings of a snapshot: the order of the days, and where each case stands, follow from them. */
function joined(shelves: Meetings['shelves']): Meetings {
  const ofCommittees = new Map<string, MeetingState[]>();
  for (const shelf of shelves.values())
    for (const meeting of shelf.values()) {
      const list = ofCommittees.get(meeting.committeeId);
      if (list) list.push(meeting);
      else ofCommittees.set(meeting.committeeId, [meeting]);
    }
  const inOrder = [...ofCommittees].map(
    ([committeeId, list]) => [committeeId, list.sort(byDay).map(({ meetingId }) => meetingId)] as const,
  );
  return { shelves, idsOfCommittees: shelved(inOrder), itemsOfCases: whereCasesStand(shelves) };
}

/** The part of the reference data that knows every meeting: placement, what was discussed, whether it is proven. */
export const meetingsPart: ReferencePart<Meetings> = {
  categories: ['meeting'],
  initial: { shelves: new Map(), idsOfCommittees: new Map(), itemsOfCases: new Map() },
  evolve: evolveMeetings,
  inPieces: {
    split: ({ shelves }) => shelves,
    join: (pieces) => joined(new Map(pieces as Iterable<[string, ReadonlyMap<string, MeetingState>]>)),
  },
};
