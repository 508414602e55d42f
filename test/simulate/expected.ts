import type { DayCount } from '@rettidig/calendar';
import { dayOfStep } from './days.js';
import type { ToldTown } from './told.js';

/** Who is told, by what they are. */
export type Role = 'owner' | 'secretariat' | 'chair' | 'deputyChair' | 'members' | 'toldBefore';

/** Something that somebody must be reminded of, as far as an outsider can tell from the log. */
export interface Obligation {
  readonly kind: string;
  readonly item: string;
  readonly anchor: string;
  /** From this day on nobody is told of it any more. */
  readonly until?: string | undefined;
  readonly changeId?: string;
  readonly committeeId: string | null;
  readonly meetingId?: string;
}

/** At once, or in the morning mail of its day; a notice as its reader wants it. */
export type How = 'atOnce' | 'morning' | 'notice';

interface ExpectedStep {
  readonly offset: DayCount;
  readonly to: readonly Role[];
  readonly how: How;
  /** Each week anew. */
  readonly weekly?: true;
}

const weekly = (steps: readonly ExpectedStep[]): ExpectedStep[] => steps.map((step) => ({ ...step, weekly: true }));
const steps = (how: How, to: readonly Role[], kind: DayCount['kind'], ...counts: number[]): ExpectedStep[] =>
  counts.map((count) => ({ offset: { count, kind }, to, how }));

/** What the issue says of each kind, once more in plain words. */
const EXPECTED: Readonly<Record<string, readonly ExpectedStep[]>> = {
  notPlaced: steps('morning', ['owner'], 'workday', -20, -10, -3),
  noMeetingLeft: steps('atOnce', ['chair', 'deputyChair', 'owner'], 'workday', 0),
  itemDue: steps('morning', ['owner'], 'workday', -10, -3, -1),
  papersDue: steps('morning', ['secretariat'], 'workday', -3, -1, 0),
  meetingComing: steps('morning', ['members'], 'calendar', -7, -1),
  meetingChanged: steps('atOnce', ['toldBefore', 'members'], 'calendar', 0),
  dateNotStated: steps('morning', ['owner'], 'workday', 10, 60),
  nothingRecorded: steps('morning', ['owner', 'secretariat'], 'workday', 1, 5),
  missed: steps('atOnce', ['owner'], 'workday', 0),
  missUnanswered: steps('morning', ['secretariat'], 'workday', 1),
  missRecorded: steps('notice', ['chair', 'deputyChair'], 'workday', 0),
  missOpen: weekly(steps('notice', ['owner', 'secretariat', 'deputyChair'], 'calendar', 0)),
  dutyLowered: steps('atOnce', ['deputyChair'], 'workday', 0),
  followUp: steps('morning', ['secretariat', 'owner'], 'calendar', -7, 0, 7),
  followUpWithoutOwnerOrDate: steps('morning', ['secretariat'], 'workday', 1),
  seatEnds: [
    ...steps('morning', ['secretariat', 'chair'], 'calendar', -30),
    ...steps('morning', ['secretariat', 'chair'], 'workday', -7),
  ],
  disputeOpen: steps('atOnce', ['chair', 'deputyChair'], 'workday', 0, 5),
  possibleMissWaiting: [
    ...steps('notice', ['secretariat'], 'workday', 0),
    ...steps('morning', ['chair', 'deputyChair'], 'workday', 10),
  ],
  minutesDue: steps('morning', ['secretariat'], 'workday', 0, 5),
  screeningRound: steps('morning', ['secretariat'], 'workday', -5, 1),
  receiverNotReached: steps('morning', ['secretariat'], 'workday', 0),
};

/** The only kind that people are told of on closing days as well, and only those who were told before. */
export const isOfAnyDay = ({ kind }: Pick<Obligation, 'kind'>): boolean => kind === 'meetingChanged';

/** The last step of something that has come. */
export interface Reached extends ExpectedStep {
  /** As it stands in a claim: `workday-20`. */
  readonly name: string;
  readonly day: string;
}

/** Of each town, what was counted already of one day: the same is asked again and again. */
const counted = new WeakMap<object, { readonly day: string; readonly steps: Map<string, Reached | undefined> }>();

/** The last step that has come; undefined before the first. */
export function reached(told: ToldTown, one: Obligation, today: string): Reached | undefined {
  const { closingDays } = told;
  const day = `${today} ${closingDays.length}`;
  let known = counted.get(closingDays);
  if (known?.day !== day) counted.set(closingDays, (known = { day, steps: new Map() }));
  const name = `${one.kind} ${one.anchor}`;
  if (!known.steps.has(name)) known.steps.set(name, stepOf(told, one, today));
  return known.steps.get(name);
}

function stepOf({ closingDays }: ToldTown, one: Obligation, today: string): Reached | undefined {
  let last: Reached | undefined;
  for (const step of EXPECTED[one.kind]!)
    for (const offset of timesOf(step, one.anchor, today)) {
      const day = dayOfStep(closingDays, one.anchor, offset, isOfAnyDay(one));
      const { count, kind } = offset;
      if (day <= today) last = { ...step, name: `${kind}${count < 0 ? '' : '+'}${count}`, day };
    }
  return last;
}

/** Once, or in the week that it is and the ones right before it, in which closing days can hold it back. */
function timesOf({ offset, weekly: isWeekly }: ExpectedStep, anchor: string, today: string): DayCount[] {
  if (!isWeekly) return [offset];
  const weeks = Math.floor((Date.parse(today) - Date.parse(anchor)) / (7 * 86_400_000));
  return [weeks - 2, weeks - 1, weeks].filter((week) => week >= 0).map((week) => ({ ...offset, count: 7 * week }));
}
