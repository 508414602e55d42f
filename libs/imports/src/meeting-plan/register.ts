import type { Text } from '@rettidig/event-sourcing';
import { idOf } from '@rettidig/event-sourcing';
import type { Meetings, MeetingState } from '@rettidig/meetings';
import { dayInWords } from '@rettidig/vocabulary';
import type { PlanEntry } from './entries.js';

/** How far a meeting has come. */
export type Status = MeetingState['status'];

/** A meeting that stands on a day. */
interface OnDay {
  readonly meetingId: string;
  readonly status: Status;
}

/** Meetings by committee and day, as the register has them and as the plan adds them. */
export interface ByDay {
  readonly on: (entry: PlanEntry) => readonly OnDay[];
  readonly add: (entry: PlanEntry, status: Status) => void;
}

/** All meetings of the register by committee and day. */
export function meetingsByDay({ shelves }: Meetings): ByDay {
  const byDay = new Map<string, OnDay[]>();
  const add = (committeeId: string, on: string, meeting: OnDay) => {
    const key = `${committeeId} ${on}`;
    const list = byDay.get(key);
    if (list) list.push(meeting);
    else byDay.set(key, [meeting]);
  };
  for (const shelf of shelves.values())
    for (const { committeeId, on, meetingId, status } of shelf.values()) add(committeeId, on, { meetingId, status });
  return {
    on: ({ committeeId, on }) => byDay.get(`${committeeId} ${on}`) ?? [],
    add: (entry, status) => add(entry.committeeId, entry.on, { meetingId: meetingIdOf(entry), status }),
  };
}

/** The meeting of an entry: whatever happens to its day, the entry stays the same. */
export const meetingIdOf = ({ uid }: PlanEntry): string => idOf('meetingPlan', uid);

const text = (da: string, en: string): Text => ({ da, en });

const statusWords: Readonly<Record<Status, Text>> = {
  scheduled: text('indkaldt', 'scheduled'),
  held: text('afholdt', 'held'),
  cancelled: text('aflyst', 'cancelled'),
};

/** A meeting of the register in words. */
export const meetingInWords = (on: string, status: Status): Text =>
  text(`${statusWords[status].da} ${dayInWords(on)}`, `${statusWords[status].en} ${on}`);
