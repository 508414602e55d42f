import type { ImportDemands } from '@rettidig/breaches';
import type { Language, RefusalDetails, Text } from '@rettidig/event-sourcing';
import type { Attendance, ImportMinutes } from '@rettidig/meetings';
import { presences } from '@rettidig/meetings';
import type { ImportStep, PlanContext } from '../import-kind.js';
import type { Say } from './say.js';
import { sayer } from './say.js';
import { seatChoice } from './seat-choice.js';
import type { Worked } from './worked.js';
import type { ItemPlan } from './item-plan.js';

const text = (da: string, en: string): Text => ({ da, en });

const says = {
  schedule: text('Mødet den {day} i {committee} oprettes.', 'The meeting of {committee} on {day} is scheduled.'),
  seats: text('{count:plads|pladser} oprettes.', '{count:seat is|seats are} created.'),
  fill: text('{count:plads|pladser} besættes.', '{count:seat is|seats are} filled.'),
  attendance: text(
    'Det registreres, hvem der deltog: {present} til stede, {excused} afbud.',
    'It is recorded who came: {present} present, {excused} excused.',
  ),
  attendanceReplaced: text(
    'Det registrerede fremmøde erstattes af filens: {present} til stede, {excused} afbud.',
    'What is recorded of who came is replaced by what the file says: {present} present, {excused} excused.',
  ),
  seatDiffers: text(
    '{seat}: {recorded} i registret, {read} i filen.',
    '{seat}: {recorded} in the register, {read} in the file.',
  ),
  add: text('Punkt {number} tilføjes.', 'Item {number} is added.'),
  discussion: text('Punkt {number} registreres som drøftet.', 'Item {number} is recorded as discussed.'),
  briefing: text('Punkt {number} registreres som en orientering.', 'Item {number} is recorded as a briefing.'),
  jointSummary: text(
    'Punkt {number} registreres som drøftet uden referat, med fælles opsamling i {rows:række|rækker}.',
    'Item {number} is recorded as discussed without minutes, with a joint summary of {rows:row|rows}.',
  ),
  followUps: text(
    'Punkt {number}: {count:opfølgning|opfølgninger} registreres.',
    'Item {number}: {count:follow-up is|follow-ups are} recorded.',
  ),
  nextMeeting: text(
    'Punkt {number} skal op igen på næste møde. Sæt det på dagsordenen.',
    'Item {number} comes back at the next meeting. Put it on the agenda.',
  ),
  document: text('På mødet registreres fra referatet: {what}.', 'Recorded on the meeting from the minutes: {what}.'),
  demands: text('{count} krav registreres.', '{count:demand is|demands are} recorded.'),
  demandsThere: text(
    'Mødets krav er registreret i forvejen. Der tilføjes ingen.',
    'The demands of the meeting are recorded already. None is added.',
  ),
  approved: text(
    'Referatet er godkendt af begge formænd. Mødets oplysninger ændres ikke.',
    'The minutes were approved by both chairs. The record of the meeting is not changed.',
  ),
} satisfies Readonly<Record<string, Text>>;

const told = {
  numbers: text('sags- og dokumentnumre', 'case and document numbers'),
  date: text('dokumentets dato', 'the date of the document'),
  annexes: text('bilag', 'annexes'),
  politicalDates: text('politiske datoer', 'political days'),
} satisfies Readonly<Record<string, Text>>;

/** What committing does, in words. */
export function sentencesOf(worked: Worked, steps: readonly ImportStep[], { language }: PlanContext): string[] {
  const { found, demands } = worked;
  const say = sayer(says, language);
  const recorded = demands.step ? [say('demands', { count: countIn(demands.step) })] : [];
  const ends = [...recorded, ...(demands.shown.state === 'same' ? [say('demandsThere')] : [])];
  if (found.target.known?.minutesApproved) return [say('approved'), ...ends];
  if (!found.target.meetingId) return [];
  return [
    ...aboutMeeting(worked, steps, say),
    ...aboutSeats(worked, say, language),
    ...aboutItems(worked, say),
    ...aboutDocument(steps, say, language),
    ...ends,
  ];
}

type SaySteps = Say<keyof typeof says>;

/** How many demands are recorded: those that were guessed are left out. */
const countIn = (step: ImportStep): number =>
  'message' in step ? (step.message as Pick<ImportDemands, 'demands'>).demands.length : 0;

function aboutMeeting(
  { found: { target }, attendance }: Worked,
  steps: readonly ImportStep[],
  say: SaySteps,
): string[] {
  const count = (command: string): number =>
    steps.filter((step) => 'command' in step && step.command === command).length;
  const [seats, fills] = [count('CreateSeat'), count('FillSeat')];
  const { present, excused } = attendance.counted;
  return [
    ...(target.known ? [] : [say('schedule', { day: target.heldOn!, committee: target.committee.name! })]),
    ...(seats > 0 ? [say('seats', { count: seats })] : []),
    ...(fills > 0 ? [say('fill', { count: fills })] : []),
    ...(attendance.state === 'willBeRecorded' ? [say('attendance', { present, excused })] : []),
    ...(attendance.state === 'willBeReplaced' ? [say('attendanceReplaced', { present, excused })] : []),
  ];
}

/** Seats that are recorded otherwise, each with both. */
const aboutSeats = ({ attendance, seats }: Worked, say: SaySteps, language: Language): string[] =>
  attendance.differences.map(({ seatId, recorded, recordedDeputy, read, readDeputy }) => {
    const how = (presence: Attendance['presence'], deputy: boolean): string =>
      presences[presence][language] +
      (deputy ? { da: ' (suppleant til stede)', en: ' (deputy present)' }[language] : '');
    const seat = seatChoice(seatId, seats).name;
    return say('seatDiffers', { seat, recorded: how(recorded, recordedDeputy), read: how(read, readDeputy) });
  });

function aboutItems({ items }: Worked, say: SaySteps): string[] {
  return items.flatMap((item) => {
    const { number } = item.read;
    const rows = item.told?.jointSummary?.length ?? 0;
    const said = (is: boolean, what: keyof typeof says, details: RefusalDetails = {}): string[] =>
      is ? [say(what, { number, ...details })] : [];
    return [
      ...said(item.state === 'new', 'add'),
      ...said(item.discusses, item.form ?? 'discussion', { rows }),
      ...said(item.addsFollowUps > 0, 'followUps', { count: item.addsFollowUps }),
      ...said(comesBack(item), 'nextMeeting'),
    ];
  });
}

const comesBack = ({ addsFollowUps, followUps }: ItemPlan): boolean =>
  addsFollowUps > 0 && followUps.some(({ due }) => 'nextMeeting' in due);

/** Only what was read is named. */
function aboutDocument(steps: readonly ImportStep[], say: SaySteps, language: Language): string[] {
  const step = steps.find((one) => 'command' in one && one.command === 'ImportMinutes');
  if (!step || !('message' in step)) return [];
  const { tellsDocument, externalNumbers, documentDate, items } = step.message as ImportMinutes;
  const parts: readonly (readonly [keyof typeof told, boolean])[] = [
    ['numbers', externalNumbers.length > 0],
    ['date', documentDate !== undefined],
    ['annexes', items.some(({ annexes }) => annexes.length > 0)],
    ['politicalDates', items.some(({ politicalDates }) => politicalDates.length > 0)],
  ];
  const what = parts.flatMap(([part, is]) => (is ? [told[part][language]] : []));
  return tellsDocument && what.length > 0 ? [say('document', { what })] : [];
}
