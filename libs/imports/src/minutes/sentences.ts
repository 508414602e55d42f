import type { Text } from '@rettidig/event-sourcing';
import type { ImportStep, PlanContext } from '../import-kind.js';
import { filledIn } from '../texts.js';
import type { ItemPlan } from './items.js';
import type { Worked } from './worked.js';

const text = (da: string, en: string): Text => ({ da, en });

const says = {
  schedule: text('Mødet den {day} i {committee} oprettes.', 'The meeting of {committee} on {day} is scheduled.'),
  seats: text('{count} pladser oprettes.', '{count} seats are created.'),
  fill: text('{count} pladser besættes.', '{count} seats are filled.'),
  attendance: text(
    'Det registreres, hvem der deltog: {present} til stede, {excused} afbud.',
    'It is recorded who came: {present} present, {excused} excused.',
  ),
  attendanceOpen: text(
    'Hvem der deltog, registreres ikke, før alle linjer og pladser er afklaret. Derfor registreres heller ikke, hvad der blev sagt.',
    'Who came is not recorded before all lines and seats are settled. Therefore neither is what was said.',
  ),
  add: text('Punkt {number} tilføjes.', 'Item {number} is added.'),
  discussion: text('Punkt {number} registreres som drøftet.', 'Item {number} is recorded as discussed.'),
  briefing: text('Punkt {number} registreres som en orientering.', 'Item {number} is recorded as a briefing.'),
  jointSummary: text(
    'Punkt {number} registreres som drøftet uden referat, med fælles opsamling i {rows} rækker.',
    'Item {number} is recorded as discussed without minutes, with a joint summary of {rows} rows.',
  ),
  followUps: text(
    'Punkt {number}: {count} opfølgninger registreres.',
    'Item {number}: {count} follow-ups are recorded.',
  ),
  nextMeeting: text(
    'Punkt {number} skal op igen på næste møde. Sæt det på dagsordenen.',
    'Item {number} comes back at the next meeting. Put it on the agenda.',
  ),
  differs: text(
    'Punkt {number} står anderledes i registret. Det ændres ikke.',
    'Item {number} stands differently in the register. It is not changed.',
  ),
  document: text(
    'Sags- og dokumentnumre, dato, bilag og politiske datoer registreres på mødet.',
    'Numbers, date, annexes and political days are recorded on the meeting.',
  ),
  demands: text('{count} krav registreres.', '{count} demands are recorded.'),
  demandsThere: text(
    'Mødets krav er registreret i forvejen. Der tilføjes ingen.',
    'The demands of the meeting are recorded already. None is added.',
  ),
  approved: text(
    'Referatet er godkendt af begge formænd. Mødets oplysninger ændres ikke.',
    'The minutes were approved by both chairs. The record of the meeting is not changed.',
  ),
} satisfies Readonly<Record<string, Text>>;

/** What committing does, in words. */
export function sentencesOf(worked: Worked, steps: readonly ImportStep[], context: PlanContext): string[] {
  const { found, demands } = worked;
  const say = (what: keyof typeof says, details = {}): string => filledIn(says[what], details, context.language);
  const told = demands.shown.rows.length > 0 && (demands.shown.state === 'same' || demands.shown.state === 'differs');
  const recorded = demands.step ? [say('demands', { count: demands.shown.rows.length })] : [];
  const ends = [...recorded, ...(told ? [say('demandsThere')] : [])];
  if (found.target.known?.minutesApproved) return [say('approved'), ...ends];
  if (!found.target.meetingId) return [];
  return [...aboutMeeting(worked, steps, say), ...aboutItems(worked, say), ...aboutDocument(steps, say), ...ends];
}

type Say = (what: keyof typeof says, details?: object) => string;

function aboutMeeting({ found: { target }, attendance }: Worked, steps: readonly ImportStep[], say: Say): string[] {
  const count = (command: string): number =>
    steps.filter((step) => 'command' in step && step.command === command).length;
  const [seats, fills] = [count('CreateSeat'), count('FillSeat')];
  return [
    ...(target.known ? [] : [say('schedule', { day: target.heldOn, committee: target.committee.name })]),
    ...(seats > 0 ? [say('seats', { count: seats })] : []),
    ...(fills > 0 ? [say('fill', { count: fills })] : []),
    ...(attendance.state === 'willBeRecorded' ? [say('attendance', attendance.counted)] : []),
    ...(attendance.state === 'notSettled' || attendance.state === 'noRoster' ? [say('attendanceOpen')] : []),
  ];
}

function aboutItems({ items }: Worked, say: Say): string[] {
  return items.flatMap((item) => {
    const { number } = item.read;
    const rows = item.told?.jointSummary?.length ?? 0;
    const said = (is: boolean, what: keyof typeof says, details: object = {}): string[] =>
      is ? [say(what, { number, ...details })] : [];
    return [
      ...said(item.state === 'new', 'add'),
      ...said(item.discusses, item.form ?? 'discussion', { rows }),
      ...said(item.addsFollowUps > 0, 'followUps', { count: item.addsFollowUps }),
      ...said(comesBack(item), 'nextMeeting'),
      ...said(item.state === 'differs', 'differs'),
    ];
  });
}

const comesBack = ({ addsFollowUps, followUps }: ItemPlan): boolean =>
  addsFollowUps > 0 && followUps.some(({ due }) => 'nextMeeting' in due);

const aboutDocument = (steps: readonly ImportStep[], say: Say): string[] =>
  steps.some((step) => 'command' in step && step.command === 'ImportMinutes' && tellsDocument(step.message))
    ? [say('document')]
    : [];

const tellsDocument = (message: object): boolean => (message as { tellsDocument?: boolean }).tellsDocument === true;
