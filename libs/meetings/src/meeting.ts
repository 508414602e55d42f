import type { Decider, EventMetadata, Instant } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import type {
  Attendance,
  FollowUpAgreed,
  Hours,
  ItemForm,
  MeetingEvent,
  MeetingMoved,
  Stage,
  WaivableDeadline,
} from './meeting.events.js';

/** A point of the agenda, without its title: decisions never look at free text. */
export interface AgendaItem {
  readonly itemId: string;
  readonly number: number;
  /** The cases bundled in it (G2); empty for standing items and for talks that are about no case. */
  readonly caseIds: readonly string[];
  readonly standing: boolean;
  /** How far the material had come; missing when nobody said. */
  readonly stage?: Stage;
  readonly status: 'planned' | 'withdrawn' | 'discussed';
  /** How it was handled; missing until it was. */
  readonly form?: ItemForm;
  /** Discussed without minutes; the joint summary is the only record (H1, H2). */
  readonly jointSummary: boolean;
}

/** What was agreed about an item, as far as a decision must know it. */
export interface FollowUp {
  readonly followUpId: string;
  readonly itemId: string;
  readonly caseIds: readonly string[];
  readonly due: FollowUpAgreed['data']['due'];
  /** Somebody is named who shall do it. */
  readonly hasOwner: boolean;
  /** When it was recorded. */
  readonly agreedAt: Instant;
  /** When it was recorded by when it is due. */
  readonly dueSince: Instant;
  /** The day on which it was done; missing while it is open. */
  readonly doneOn?: LocalDate;
}

/** One of the two approvals of the minutes, with who gave it. */
export interface Approval {
  readonly office: 'chair' | 'deputyChair';
  readonly on: LocalDate;
  readonly by: string;
}

/** One of the two that a waiver takes, with who gave it. */
export interface Waiver {
  readonly deadline: WaivableDeadline;
  readonly office: 'chair' | 'deputyChair';
  readonly on: LocalDate;
  readonly by: string;
}

/** A meeting as its own stream tells it. */
export interface Meeting {
  readonly committeeId: string;
  /** The day it is called for. */
  readonly on: LocalDate;
  /** The day on which it was called for that day: recorded first, or moved there. */
  readonly calledOn: LocalDate;
  /** When it was called for that day. */
  readonly calledAt: Instant;
  /** When it was called, moved, given other hours or cancelled last. */
  readonly changedAt: Instant;
  /** How often it was moved to another day. */
  readonly moves: number;
  /** How often it was moved, given other hours or cancelled: the version that calendars know it by. */
  readonly changes: number;
  /** That version when it was called for its day. */
  readonly changesWhenCalled: number;
  /** The days that it was called for before, in the order in which it was moved away from them. */
  readonly formerDays: readonly LocalDate[];
  /** Of its day. */
  readonly hours: Hours;
  /** The last that were known before its day or they became others. */
  readonly hoursBefore: Hours;
  readonly status: 'scheduled' | 'held' | 'cancelled';
  /** The day on which it really was held. */
  readonly heldOn?: LocalDate;
  /** When it was first recorded that it was held on that day; missing until it was. */
  readonly heldSince?: Instant;
  readonly extraordinary: boolean;
  readonly items: ReadonlyMap<string, AgendaItem>;
  readonly followUps: ReadonlyMap<string, FollowUp>;
  /** Given by one of the two or by both, for the day that the meeting is called for now. */
  readonly waivers: readonly Waiver[];
  /** Deadlines that chair and deputy chair both let be: nothing is late against them. */
  readonly waived: readonly WaivableDeadline[];
  /** Who is called to act in whose seat at this meeting, by seat. It stands when the meeting moves. */
  readonly calledDeputies: ReadonlyMap<string, string>;
  /** The roster of the day, frozen (J12). */
  readonly attendance: readonly Attendance[];
  /** Those that cover the record as it stands now. */
  readonly approvals: readonly Approval[];
  /** Approved by chair and deputy chair: the minutes count as proof, and the record is closed. */
  readonly minutesApproved: boolean;
  /** Imports that told something about the minutes themselves. */
  readonly imports: readonly string[];
}

type Step<Data> = (meeting: Meeting | undefined, data: Data, meta: EventMetadata) => Meeting | undefined;

/** A step that needs the meeting to be there; on a stream that does not begin with its call nothing happens. */
const later =
  <Data>(change: (meeting: Meeting, data: Data, meta: EventMetadata) => Partial<Meeting>): Step<Data> =>
  (meeting, data, meta) =>
    meeting && { ...meeting, ...change(meeting, data, meta) };

/** Like `later`, for what changes the record: an approval covers what it was given for, so an earlier one lapses. */
const recorded = <Data>(change: (meeting: Meeting, data: Data, meta: EventMetadata) => Partial<Meeting>): Step<Data> =>
  later((meeting, data, meta) => ({ ...change(meeting, data, meta), approvals: [] }));

const withEntry = <Value>(map: ReadonlyMap<string, Value>, id: string, value: Value): ReadonlyMap<string, Value> =>
  new Map(map).set(id, value);

const withoutEntry = <Value>(map: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> =>
  new Map([...map].filter(([one]) => one !== id));

const changeItem = (meeting: Meeting, itemId: string, change: Partial<AgendaItem>): Partial<Meeting> => {
  const item = meeting.items.get(itemId);
  return item ? { items: withEntry(meeting.items, itemId, { ...item, ...change }) } : {};
};

/** The times of day of something that says more. */
export const hoursOf = ({ startsAt, endsAt }: Hours): Hours => ({
  ...(startsAt && { startsAt }),
  ...(endsAt && { endsAt }),
});

/** Another day has other deadlines: what the two let be was that of the day before. Other hours change nothing about them. */
function moved(meeting: Meeting, data: MeetingMoved['data'], at: Instant): Partial<Meeting> {
  const { on, moves, changes, hours, formerDays } = meeting;
  const hoursBefore = hours.startsAt === undefined ? meeting.hoursBefore : hours;
  const change = { changes: changes + 1, changedAt: at, hours: hoursOf(data), hoursBefore };
  if (data.to === on) return change;
  const called = { calledOn: dayOf(at), calledAt: at, changesWhenCalled: change.changes };
  return {
    ...{ ...change, ...called, on: data.to, formerDays: [...formerDays, on], moves: moves + 1 },
    ...{ waivers: [], waived: [] },
  };
}

/** The meeting's decider. Before it is called there is none. */
export const meetingDecider: Decider<Meeting | undefined, MeetingEvent> = {
  category: 'meeting',
  initial: undefined,
  evolve: {
    MeetingScheduled: (_none, { committeeId, on, extraordinary, ...said }, meta) => ({
      committeeId,
      on,
      calledOn: dayOf(meta.recordedAt),
      calledAt: meta.recordedAt,
      changedAt: meta.recordedAt,
      ...{ moves: 0, formerDays: [], changes: 0, changesWhenCalled: 0 },
      hours: hoursOf(said),
      hoursBefore: {},
      status: 'scheduled',
      extraordinary,
      items: new Map(),
      followUps: new Map(),
      waivers: [],
      waived: [],
      calledDeputies: new Map(),
      attendance: [],
      approvals: [],
      minutesApproved: false,
      imports: [],
    }),
    MeetingMoved: later((meeting, data, { recordedAt }) => moved(meeting, data, recordedAt)),
    MeetingCancelled: later(({ changes }, _data, { recordedAt }) => ({
      ...{ status: 'cancelled', changes: changes + 1, changedAt: recordedAt },
    })),
    AgendaItemAdded: recorded((meeting, { itemId, number, caseIds, standing, stage }) => ({
      items: withEntry(meeting.items, itemId, {
        itemId,
        number,
        caseIds,
        standing,
        ...(stage && { stage }),
        status: 'planned',
        jointSummary: false,
      }),
    })),
    AgendaItemWithdrawn: recorded((meeting, { itemId }) => changeItem(meeting, itemId, { status: 'withdrawn' })),
    DeputyCalled: later(({ calledDeputies }, { seatId, personId }) => ({
      calledDeputies:
        personId === null ? withoutEntry(calledDeputies, seatId) : withEntry(calledDeputies, seatId, personId),
    })),
    AttendanceRecorded: recorded((meeting, { heldOn, attendance }, { recordedAt }) => ({
      ...{ status: 'held', heldOn, attendance },
      heldSince: (meeting.heldOn === heldOn && meeting.heldSince) || recordedAt,
    })),
    ItemDiscussed: recorded((meeting, { itemId, form }) => changeItem(meeting, itemId, { status: 'discussed', form })),
    ItemDiscussedWithJointSummary: recorded((meeting, { itemId }) =>
      changeItem(meeting, itemId, { status: 'discussed', form: 'discussion', jointSummary: true }),
    ),
    FollowUpAgreed: recorded((meeting, { followUpId, itemId, caseIds, due, owner }, { recordedAt }) => ({
      followUps: withEntry(meeting.followUps, followUpId, {
        ...{ followUpId, itemId, caseIds, due, hasOwner: owner !== undefined },
        ...{ agreedAt: recordedAt, dueSince: recordedAt },
      }),
    })),
    FollowUpAssigned: later(({ followUps }, { followUpId, owner, due }, { recordedAt }) => {
      const agreed = followUps.get(followUpId);
      if (!agreed) return {};
      const stated = { ...(owner !== undefined && { hasOwner: true }), ...(due && { due, dueSince: recordedAt }) };
      return { followUps: withEntry(followUps, followUpId, { ...agreed, ...stated }) };
    }),
    FollowUpDone: later(({ followUps }, { followUpId, itemId, caseIds, on }, { recordedAt }) => {
      const never = { due: { notStated: true }, hasOwner: false } as const;
      const unheardOf = { ...never, agreedAt: recordedAt, dueSince: recordedAt };
      const agreed = followUps.get(followUpId) ?? unheardOf;
      return { followUps: withEntry(followUps, followUpId, { ...agreed, followUpId, itemId, caseIds, doneOn: on }) };
    }),
    DeadlineWaived: later((meeting, { deadline, office, byBoth, on }, { actor }) => ({
      waivers: [...meeting.waivers, { deadline, office, on, by: actor.id }],
      waived: byBoth ? [...meeting.waived, deadline] : meeting.waived,
    })),
    // Says where the minutes lie, not what was said: an approval that was given stays.
    MinutesImported: later((meeting, { importId }) => ({ imports: [...meeting.imports, importId] })),
    MinutesApproved: later((meeting, { office, byBoth, on }, { actor }) => ({
      approvals: [...meeting.approvals, { office, on, by: actor.id }],
      minutesApproved: byBoth,
    })),
  },
};
