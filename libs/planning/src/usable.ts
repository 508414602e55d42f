import type { MeetingState } from '@rettidig/meetings';
import type { LocalDate } from '@rettidig/vocabulary';
import type { CalledMeeting } from './deadlines.js';
import { bindingDay, itemIn, papersOut } from './deadlines.js';
import type { Ground } from './ground.js';

/** The days between which a review can be held: from the first on, before the second if there is one. */
export interface Window {
  readonly since: LocalDate;
  readonly before: LocalDate | null;
}

/** Whether a review can be held at a meeting: it is called for a day of the window, and its papers can still go out. */
export const isUsable = (meeting: MeetingState, window: Window, ground: Ground): boolean =>
  meeting.status === 'scheduled' &&
  meeting.on >= window.since &&
  (window.before === null || meeting.on < window.before) &&
  canBeHeld(meeting, window.since, ground);

/** Whether the committee can meet on a day, with its papers out in time by somebody who begins on another. */
export function canBeHeld(meeting: CalledMeeting, since: LocalDate, ground: Ground): boolean {
  const papers = bindingDay(papersOut(meeting, ground));
  return (papers === null || papers >= since) && ground.isInForce(meeting.on);
}

/** The latest meeting at which a review can be held before a day; of one day that with the smallest id. */
export function lastUsable(since: LocalDate, before: LocalDate, ground: Ground): MeetingState | undefined {
  const { meetings } = ground;
  let last: MeetingState | undefined;
  for (let at = firstOn(meetings, before) - 1; at >= 0; at -= 1) {
    const meeting = meetings[at]!;
    if (meeting.on < (last?.on ?? since)) break;
    if (isUsable(meeting, { since, before }, ground)) last = meeting;
  }
  return last;
}

/** The earliest meeting at which a review can be held, from a day on; with `alsoItem` its item can still be handed in. */
export function nextUsable(since: LocalDate, ground: Ground, alsoItem = false): MeetingState | undefined {
  const { meetings } = ground;
  for (let at = firstOn(meetings, since); at < meetings.length; at += 1) {
    const meeting = meetings[at]!;
    const inTime = !alsoItem || (bindingDay(itemIn(meeting, ground)) ?? since) >= since;
    if (inTime && isUsable(meeting, { since, before: null }, ground)) return meeting;
  }
  return undefined;
}

/** The place of the first meeting on a day or later. Halves what is left: a committee may have many meetings. */
function firstOn(meetings: readonly MeetingState[], day: LocalDate): number {
  let [from, to] = [0, meetings.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (meetings[middle]!.on < day) from = middle + 1;
    else to = middle;
  }
  return from;
}
