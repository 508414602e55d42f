import type { Text } from '@rettidig/event-sourcing';
import type { Meetings, MeetingState } from '@rettidig/meetings';
import { meetingOf } from '@rettidig/meetings';
import type { ImportStep } from '../import-kind.js';
import type { PlanFound } from './details.js';
import { differenceOf } from './details.js';
import type { PlanEntry } from './entries.js';
import type { Outcome } from './preview.js';
import type { ByDay, Status } from './register.js';
import { meetingIdOf, meetingInWords } from './register.js';

/** What an entry comes to. */
export interface PlannedEntry {
  readonly entry: PlanEntry;
  readonly outcome: Outcome;
  /** What the register says otherwise. */
  readonly conflict?: { readonly inRegister: Text; readonly inFile: Text; readonly step?: ImportStep };
  readonly step?: ImportStep;
  /** Why it comes to that outcome, or what it means, where it has to be said. */
  readonly why?: Text;
}

/** The register as entries are held against it. */
export interface Known {
  readonly meetings: Meetings;
  readonly byDay: ByDay;
  readonly details: PlanFound['details'];
}

/** Why the register says so; sealed, and in the language of the log's other reasons. */
const MOVED = 'Flyttet i den indlæste mødeplan.';
const CANCELLED = 'Aflyst i den indlæste mødeplan.';

/** What an entry comes to beside the register. */
export function plannedEntry(entry: PlanEntry, known: Known): PlannedEntry {
  const own = meetingOf(known.meetings, meetingIdOf(entry));
  if (own) return comparedEntry(entry, own, known);
  const thatDay = known.byDay.on(entry);
  const there = thatDay.find(({ status }) => status !== 'cancelled');
  if (entry.cancelled) {
    if (there?.status === 'scheduled') return cancelling(entry, there.meetingId);
    return there ? otherwise(entry, there.status) : { entry, outcome: 'unchanged' };
  }
  if (there) return standing(entry, there.meetingId, known);
  if (thatDay.length === 0) return { entry, outcome: 'schedule', step: scheduling(entry) };
  // Somebody cancelled it, and the plan still has it: whether it is held after all is not for the file to say.
  return {
    entry,
    outcome: 'schedule',
    conflict: { ...bothSay(entry, entry.on, 'cancelled'), step: scheduling(entry) },
  };
}

/** The entry was imported before, perhaps with another day. */
function comparedEntry(entry: PlanEntry, meeting: MeetingState, known: Known): PlannedEntry {
  const { meetingId, on, status } = meeting;
  if (entry.cancelled) {
    if (status === 'cancelled') return { entry, outcome: 'unchanged' };
    return status === 'scheduled' ? cancelling(entry, meetingId) : otherwise(entry, status);
  }
  if (status === 'cancelled') return otherwise(entry, status);
  if (on === entry.on) return standing(entry, meetingId, known);
  if (status === 'held') return { entry, outcome: 'move', conflict: bothSay(entry, on, status) };
  const said = bothSay(entry, on, status);
  return {
    entry,
    outcome: 'move',
    conflict: { ...said, inFile: withHoursMissing(said.inFile, entry), step: moving(meetingId, on, entry) },
    why: movedHere(entry),
  };
}

/** Whoever chooses between register and plan sees that the plan would leave the meeting without hours. */
const withHoursMissing = (inFile: Text, { startsAt }: PlanEntry): Text =>
  startsAt ? inFile : { da: `${inFile.da}, uden klokkeslæt`, en: `${inFile.en}, without hours` };

/** The register has the meeting on that day, at another time or place perhaps. */
function standing(entry: PlanEntry, meetingId: string, { details }: Known): PlannedEntry {
  const why = differenceOf(entry, details?.get(meetingId));
  return why ? { entry, outcome: 'differs', why } : { entry, outcome: 'unchanged' };
}

const bothSay = (entry: PlanEntry, on: string, status: Status) => ({
  inRegister: meetingInWords(on, status),
  inFile: meetingInWords(entry.on, entry.cancelled ? 'cancelled' : 'scheduled'),
});

/** What was held or cancelled stays so, whatever a plan says. */
const otherwise = (entry: PlanEntry, status: Status): PlannedEntry => ({
  entry,
  outcome: 'unchanged',
  conflict: bothSay(entry, entry.on, status),
});

const cancelling = (entry: PlanEntry, meetingId: string): PlannedEntry => ({
  entry,
  outcome: 'cancel',
  conflict: { ...bothSay(entry, entry.on, 'scheduled'), step: cancellation(meetingId) },
});

/** Cancels a meeting that the plan has as cancelled, or has no longer. */
export const cancellation = (meetingId: string): ImportStep => ({
  key: `cancel ${meetingId}`,
  command: 'CancelImportedMeeting',
  subjectId: meetingId,
  message: { reason: CANCELLED },
});

const KEEPS_PLACE: Text = {
  da: 'Et møde i registeret flyttes hertil med planens klokkeslæt. Det beholder det sted, som registeret har.',
  en: 'A meeting of the register is moved here, with the hours of the plan. It keeps the place that the register has.',
};

const WITHOUT_HOURS: Text = {
  da: 'Et møde i registeret flyttes hertil. Planen har intet klokkeslæt, og det gamle gælder ikke længere: registrér det bagefter. Mødet beholder sit sted.',
  en: 'A meeting of the register is moved here. The plan has no hours, and those of the old day hold no longer: record them afterwards. The meeting keeps its place.',
};

/** What a move leaves and takes. Only hours that the plan has hold on the new day; nobody guesses them. */
export const movedHere = ({ startsAt }: PlanEntry): Text => (startsAt ? KEEPS_PLACE : WITHOUT_HOURS);

/** Moves a meeting to the day and the hours that the plan has. */
export const moving = (meetingId: string, from: string, entry: PlanEntry): ImportStep => ({
  key: `move ${meetingId} from ${from}`,
  command: 'MoveImportedMeeting',
  subjectId: meetingId,
  message: { to: entry.on, ...timesOf(entry), reason: MOVED },
});

const timesOf = ({ startsAt, endsAt }: PlanEntry) => ({ ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) });

function scheduling(entry: PlanEntry): ImportStep {
  const { committeeId, on, place, extraordinary } = entry;
  const meetingId = meetingIdOf(entry);
  const message = {
    committeeId,
    on,
    ...timesOf(entry),
    extraordinary,
    ...(place && { place }),
    source: { kind: 'document' },
  };
  return { key: `schedule ${meetingId}`, command: 'ScheduleImportedMeeting', subjectId: meetingId, message };
}
