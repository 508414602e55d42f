import type { ReadFollowUp } from './draft.js';
import { dayRead } from './day-read.js';
import { daysIn, MONTH, monthOf } from './dates.js';
import { least, type Notes } from './notes.js';
import type { Known } from './political-dates.js';
import type { Sentence } from './sentences.js';

const WORD = '(?![\\p{L}])';
const MEETING =
  '(?:ordinære\\s+|kommende\\s+)?(?:\\p{L}*MED(?:-?møde)?(?:\\s+\\p{Lu}\\p{L}+)?|HMU(?:-møde)?|LMU(?:-møde)?|\\p{L}*udvalgsmøde|\\p{L}*møde)';
/** The next meeting, called so. */
const NEXT = new RegExp(
  `(?<![\\p{L}])(?:næstkommende|næste|kommende|førstkommende)\\s+${MEETING}${WORD}|(?<![\\p{L}])(?:næste|kommende) gang${WORD}`,
  'iu',
);
/** A meeting named by its month: `mødet i juni`, `junimødet`. */
const IN_MONTH = new RegExp(`(?<![\\p{L}])(?:\\p{L}*mødet? i (?:${MONTH})|(?:${MONTH})mødet)${WORD}`, 'iu');
/** Somebody binds himself, or it is decided. */
const PROMISE =
  /(?<![\p{L}])(?:vender tilbage|vende tilbage|følger op(?! med,? at)|følge op|følges op|eftersende[rs]?|videresende[rs]?|videresendt|vil sikre|har lovet|lovede|besluttes|besluttede|det aftales|det blev aftalt|aftaltes|vil igangsætte|tager en dialog|tager en drøftelse|undersøger|undersøges|vil undersøge|udsender|udsendes|sender|sendes ud|udarbejder|udarbejdes|indkalder|inviterer|tages op|tager .{1,30} op|tages på dagsordenen|sættes på dagsordenen|behandler|behandles|vil behandle|fremlægges|forelægges|genbesøges|evalueres|orienterer .{0,40}(?:når|igen)|giver en status|bringer)(?![\p{L}])/iu;
/** Strong enough to be likely without a day. */
const BINDING =
  /(?<![\p{L}])(?:vender tilbage|vende tilbage med|følger op på|følge op på|eftersendes|vil blive videresendt|vil videresende|har lovet|det besluttes|det aftales|det blev aftalt|vil sikre|vil igangsætte)(?![\p{L}])/iu;
/** Questions, wishes and remarks on what happened bind nobody. */
const NO_PROMISE =
  /\?|(?<![\p{L}])(?:bør|kunne|ønsker|ønskes|foreslår|foreslås|spørger|spurgte|hvis|ikke er meningen|opfordrer|burde|spørgsmål|vigtigt|kan med fordel|overveje|blev behandlet|behandlede)(?![\p{L}])/iu;

/** What a sentence promises: at the next meeting, on a day, or without saying when (I1-I5, F4, F5). */
export function followUpsIn(sentence: Sentence, known: Known, notes: Notes): ReadFollowUp[] {
  const { text, line } = sentence;
  if (NO_FOLLOW_UP.test(text)) return [];
  const read = nextMeeting(sentence, known, notes) ?? promised(sentence, known, notes);
  return read ? [{ what: text, due: read.due, line, confidence: read.confidence }] : [];
}

type Promised = Pick<ReadFollowUp, 'due' | 'confidence'>;

/** A question; `Næste møde: 17. november` is the plan of meetings. */
const NO_FOLLOW_UP = /\?$|^(?:næste|kommende) (?:ordinære )?møde(?:r|dato)?\s*(?::|er|afholdes|holdes)/iu;

const binds = (text: string): boolean => PROMISE.test(text) && !NO_PROMISE.test(text);

function nextMeeting({ text, line, whole }: Sentence, known: Known, notes: Notes): Promised | undefined {
  const due = { nextMeeting: true } as const;
  if (NEXT.test(text) && !/(?<![\p{L}])(?:sidste|forrige)(?![\p{L}])/iu.test(text))
    return { due, confidence: binds(text) ? (whole ? known.sure : 'likely') : 'guess' };
  const month = IN_MONTH.exec(text)?.[0];
  if (month === undefined || !looksAhead(text)) return undefined;
  if (!isSoon(month, known)) return { due: { notStated: true }, confidence: 'guess' };
  notes.warn('minutes.month-taken-as-next-meeting', line);
  return { due, confidence: 'likely' };
}

function promised({ text, line }: Sentence, known: Known, notes: Notes): Promised | undefined {
  if (!binds(text)) return undefined;
  const day = dueIn(text, known, line, notes);
  if (day) return { due: { on: day.on }, confidence: day.confidence };
  return { due: { notStated: true }, confidence: BINDING.test(text) ? 'likely' : 'guess' };
}

/** Committees meet four times a year or more (domain 1.11): a meeting within three months can be the next one. */
const SOON = 3;

function isSoon(meeting: string, { heldOn }: Known): boolean {
  const month = monthOf(new RegExp(MONTH, 'iu').exec(meeting)?.[0] ?? '');
  return heldOn !== undefined && (month - Number(heldOn.value.slice(5, 7)) + 12) % 12 <= SOON;
}

const looksAhead = (text: string): boolean =>
  /(?<![\p{L}])(?:vil|skal|kommer|drøfter|drøftes|behandler|behandles|tages|tager|fremlægges|forelægges|præsenteres|vender|bliver)(?![\p{L}])/iu.test(
    text,
  ) && !/(?<![\p{L}])(?:var|blev|har været)(?![\p{L}])/iu.test(text);

/** The one day that a promise names, at or after the meeting. */
function dueIn(text: string, { heldOn }: Known, line: number, notes: Notes) {
  const days = daysIn(text);
  const read = days[0] && days.length === 1 ? dayRead(days[0], { heldOn, looksBack: false, line }, notes) : undefined;
  return read && (!heldOn || read.on >= heldOn.value)
    ? { on: read.on, confidence: least('likely', read.confidence) }
    : undefined;
}
