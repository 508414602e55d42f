import type { Language, Text } from '@rettidig/event-sourcing';
import type { Say } from './say.js';
import { sayer } from './say.js';
import { formsRecorded } from './words.js';
import type { Worked } from './worked.js';
import type { ItemPlan } from './item-plan.js';
import type { ItemDifference } from './states.js';

const text = (da: string, en: string): Text => ({ da, en });

const says = {
  attendanceOpen: text(
    'Hvem der deltog, registreres ikke, før alle linjer og pladser er afklaret. Derfor registreres heller ikke, hvad der blev sagt.',
    'Who came is not recorded before all lines and seats are settled. Therefore neither is what was said.',
  ),
  rosterMissing: text(
    'Referatet har ingen deltagerliste: registrér fremmødet (POST /api/v1/meetings/{meetingId}/attendance) og gennemfør importen igen. Først da registreres det, hvad der blev sagt.',
    'The minutes have no list of participants: record who came (POST /api/v1/meetings/{meetingId}/attendance) and commit the import again. Only then what was said is recorded.',
  ),
  attendance: text(
    'Fremmødet står anderledes i registret ({recordedPresent} til stede, {recordedExcused} afbud) end i filen ({present} til stede, {excused} afbud). Det registrerede bliver stående.',
    'Who came stands otherwise in the register ({recordedPresent} present, {recordedExcused} excused) than in the file ({present} present, {excused} excused). What is recorded stays.',
  ),
  attendanceHow: text(
    'Har filen ret om fremmødet, så vælg attendance: replace, eller registrér fremmødet igen (POST /api/v1/meetings/{meetingId}/attendance).',
    'If the file is right about who came, choose attendance: replace, or record it again (POST /api/v1/meetings/{meetingId}/attendance).',
  ),
  title: text(
    'Punkt {number} hedder »{known}« i registret og »{title}« i filen. Intet registreres om det. Vælg take: true for punktet, hvis det er det samme.',
    'Item {number} is called “{known}” in the register and “{title}” in the file. Nothing is recorded of it. Choose take: true for the item if it is the same.',
  ),
  wording: text(
    'Punkt {number} hedder »{known}« i registret og »{title}« i filen. Titlen i registret bliver stående. Dækker filens titel også et andet emne, så tilføj det som et punkt for sig (POST /api/v1/meetings/{meetingId}/items).',
    'Item {number} is called “{known}” in the register and “{title}” in the file. The title in the register stays. If the title of the file covers another subject too, add it as an item of its own (POST /api/v1/meetings/{meetingId}/items).',
  ),
  form: text(
    'Punkt {number} er registreret som {recorded}, og filen siger {read}. Det registrerede bliver stående.',
    'Item {number} is recorded as {recorded}, and the file says {read}. What is recorded stays.',
  ),
  summaryText: text(
    'Punkt {number}: den fælles opsamling i registret har ikke samme ordlyd som i filen. Den i registret bliver stående.',
    'Item {number}: the joint summary in the register is not worded as in the file. The one in the register stays.',
  ),
  followUps: text(
    'Punkt {number}: registret har {recorded:opfølgning|opfølgninger}, filen {count}. Der tilføjes ingen. Mangler der en, så registrér den (POST /api/v1/meetings/{meetingId}/items/{itemId}/follow-ups).',
    'Item {number}: the register has {recorded:follow-up|follow-ups}, the file {count}. None is added. If one is missing, record it (POST /api/v1/meetings/{meetingId}/items/{itemId}/follow-ups).',
  ),
  followUpText: text(
    'Punkt {number}: en opfølgning i registret har ikke samme ordlyd som i filen. Den i registret bliver stående.',
    'Item {number}: a follow-up in the register is not worded as in the file. The one in the register stays.',
  ),
  withdrawn: text(
    'Punkt {number} er taget af dagsordenen i registret, men står i filen. Intet registreres om det.',
    'Item {number} was taken off the agenda in the register but stands in the file. Nothing is recorded of it.',
  ),
  notInFile: text(
    'Punkt {number} »{known}« står i registret, men ikke i filen. Det bliver stående.',
    'Item {number} “{known}” stands in the register but not in the file. It stays.',
  ),
  doubtful: text(
    'Punkt {number} blev læst med tvivl og registreres ikke. Vælg take: true for punktet, hvis det er læst rigtigt.',
    'Item {number} was read with doubt and is not recorded. Choose take: true for the item if it was read rightly.',
  ),
  formOpen: text(
    'Punkt {number}: tag stilling til, om det blev drøftet eller var en orientering; det registreres ikke. Vælg form: discussion, briefing eller leave for punktet.',
    'Item {number}: decide whether it was discussed or was a briefing; that is not recorded. Choose form: discussion, briefing or leave for the item.',
  ),
  postponed: text(
    'Punkt {number} ser ud til at være udsat eller udgået. Det registreres ikke som drøftet.',
    'Item {number} seems to have been put off or taken off. It is not recorded as discussed.',
  ),
  demands: text(
    'Registret har {recorded} krav fra mødet, filen {count}. Der tilføjes ingen.',
    'The register has {recorded:demand|demands} of the meeting, the file {count}. None is added.',
  ),
  possibleMiss: text(
    'Punkt {number}: hvis noget blev besluttet, før det var drøftet i MED, kan det meldes til vurdering (POST /api/v1/possible-misses). Det sker ikke af sig selv.',
    'Item {number}: if something was decided before it was discussed in MED, it can be reported as a possible miss (POST /api/v1/possible-misses). That does not happen by itself.',
  ),
} satisfies Readonly<Record<string, Text>>;

/** What committing leaves as it is. */
export interface Remains {
  /** How many things the register has otherwise than the minutes. */
  readonly differs: number;
  /** What they are, what is not recorded though the minutes have it, and what to do about it. Names nobody. */
  readonly sentences: readonly string[];
}

/** What is left as it is, as sentences that say what the register has and what the minutes say. */
export function remainsOf(worked: Worked, language: Language): Remains {
  const say = sayer(says, language);
  if (!worked.found.target.meetingId) return { differs: 0, sentences: [] };
  const differences = [
    ...attendanceDifference(worked, say),
    ...worked.items.flatMap((item) => itemDifferences(item, worked, say, language)),
    ...notInFile(worked, say),
    ...demandsDifference(worked, say),
  ];
  return {
    differs: differences.length,
    sentences: [
      ...rosterOpen(worked, say),
      ...differences,
      ...attendanceHow(worked, say),
      ...worked.items.flatMap((item) => itemOpen(item, worked, say)),
      ...possibleMisses(worked, say),
    ],
  };
}

type SayRemains = Say<keyof typeof says>;

const isClosed = ({ found }: Worked): boolean => found.target.known?.minutesApproved === true;

function rosterOpen(worked: Worked, say: SayRemains): string[] {
  const { state } = worked.attendance;
  if (isClosed(worked)) return [];
  if (state === 'noRoster') return [say('rosterMissing', { meetingId: worked.found.target.meetingId! })];
  return state === 'notSettled' ? [say('attendanceOpen')] : [];
}

function attendanceDifference({ attendance }: Worked, say: SayRemains): string[] {
  const { state, recorded, counted } = attendance;
  if (state !== 'differs' || !recorded) return [];
  const { present, excused } = counted;
  const [recordedPresent, recordedExcused] = [recorded.present, recorded.excused];
  return [say('attendance', { recordedPresent, recordedExcused, present, excused })];
}

const attendanceHow = (worked: Worked, say: SayRemains): string[] =>
  worked.attendance.state === 'differs' && !isClosed(worked)
    ? [say('attendanceHow', { meetingId: worked.found.target.meetingId! })]
    : [];

/** Differences that have a sentence of their own; follow-ups only where none is added. */
function itemDifferences(item: ItemPlan, { found }: Worked, say: SayRemains, language: Language): string[] {
  const { read, recorded, form, itemId, title, followUps } = item;
  if (item.state === 'left') return [];
  const { number } = read;
  const meetingId = found.target.meetingId!;
  const named = (of: ItemPlan['form']): string => (of ? formsRecorded[of][language] : '…');
  const words: Readonly<Partial<Record<ItemDifference, () => string>>> = {
    title: () => say('title', { number, known: item.knownTitle!, title }),
    wording: () => say('wording', { number, known: item.knownTitle!, title, meetingId }),
    form: () => say('form', { number, recorded: named(recorded?.form), read: named(form) }),
    jointSummary: () => say('form', { number, recorded: named(recorded?.form), read: named(form) }),
    summaryText: () => say('summaryText', { number }),
    followUps: () =>
      say('followUps', { number, recorded: recorded?.followUps ?? 0, count: followUps.length, meetingId, itemId }),
    followUpText: () => say('followUpText', { number }),
    withdrawn: () => say('withdrawn', { number }),
  };
  return item.differences.flatMap((difference) => {
    const settled = difference === 'followUps' ? item.addsFollowUps > 0 : difference === 'withdrawn' && item.postponed;
    const sentence = words[difference];
    return sentence && !settled ? [sentence()] : [];
  });
}

/** Items of the register that the minutes do not have, where they have any. */
function notInFile({ found: { target, texts }, items }: Worked, say: SayRemains): string[] {
  if (items.length === 0) return [];
  return [...(target.known?.items.values() ?? [])]
    .filter(({ number, status }) => status !== 'withdrawn' && !items.some(({ read }) => read.number === number))
    .map(({ number, itemId }) => say('notInFile', { number, known: texts.titles.get(itemId) ?? '…' }));
}

function demandsDifference({ demands: { shown }, found }: Worked, say: SayRemains): string[] {
  const recorded = found.texts.demands?.count ?? 0;
  return shown.state === 'differs' ? [say('demands', { recorded, count: shown.rows.length })] : [];
}

/** What somebody has to say before it is recorded. */
function itemOpen(
  { read: { number }, differences, asksForm, postponed, state }: ItemPlan,
  worked: Worked,
  say: SayRemains,
) {
  if (isClosed(worked)) return [];
  if (differences.includes('doubtful')) return [say('doubtful', { number })];
  if (state === 'left' || differences.includes('withdrawn') || differences.includes('title')) return [];
  if (postponed) return [say('postponed', { number })];
  return asksForm ? [say('formOpen', { number })] : [];
}

/** Once an item, however many of its lines say so. */
function possibleMisses({ found: { draft } }: Worked, say: SayRemains): string[] {
  const numbers = draft.warnings.flatMap(({ code, details }) =>
    code === 'minutes.decided-before-med' && typeof details.number === 'number' ? [details.number] : [],
  );
  return [...new Set(numbers)].map((number) => say('possibleMiss', { number }));
}
