import type { Language, Text } from '@rettidig/event-sourcing';
import { meetingOf } from '@rettidig/meetings';
import { committeeName, mainCommittee, structureOn } from '@rettidig/organisation';
import { dayInProse } from '@rettidig/planning';
import type { MailItem } from '../due.types.js';
import type { ReceiverFunction } from '../kind.js';
import { kindNamed } from '../kinds/index.js';
import type { WordsOf } from './facts.js';
import { kindTexts } from './kind-texts.js';
import { isWeekly, stepsOf, stepText } from './step-words.js';
import { daysOfName } from '../steps.js';

const text = (da: string, en: string): Text => ({ da, en });

/** By what function somebody is told: `fordi du er …`. `committee`: which one is named, where one is known. */
const functionWords: Readonly<Record<ReceiverFunction, (committee: string | undefined) => Text>> = {
  owner: () => text('du er ansvarlig for sagen', 'you are responsible for the case'),
  unitManager: () => text('du er leder af enheden', 'you are the manager of the unit'),
  secretariat: () => text('du er i sekretariatet', 'you are in the secretariat'),
  chair: (committee) =>
    committee === undefined
      ? text('du er formand', 'you are a chair')
      : text(`du er formand for ${committee}`, `you are chair of ${committee}`),
  deputyChair: (committee) =>
    committee === undefined
      ? text('du er næstformand', 'you are a deputy chair')
      : text(`du er næstformand for ${committee}`, `you are deputy chair of ${committee}`),
  members: (committee = 'MED') =>
    text(
      `du har en plads i ${committee} eller er indkaldt som suppleant`,
      `you have a seat in ${committee} or were called as a deputy`,
    ),
  seatHolder: (committee = 'MED') => text(`du har pladsen i ${committee}`, `you have the seat in ${committee}`),
  toldBefore: () => text('du fik en tidligere mail om det samme', 'you had an earlier mail about the same'),
};

/** Whose mail it would have been: `fordi … ikke kan nås`. */
const vacantWords: Readonly<Record<ReceiverFunction, Text>> = {
  owner: text('den ansvarlige for sagen', 'whoever is responsible for the case'),
  unitManager: text('enhedens leder', 'the manager of the unit'),
  secretariat: text('sekretariatet', 'the secretariat'),
  chair: text('formanden', 'the chair'),
  deputyChair: text('næstformanden', 'the deputy chair'),
  members: text('udvalgets medlemmer', 'the members of the committee'),
  seatHolder: text('den, der har pladsen,', 'the holder of the seat'),
  toldBefore: text('modtageren af den tidligere mail', 'the receiver of the earlier mail'),
};

const and: Text = text(' og ', ' and ');

/** Why its receiver gets a mail about this item: function, kind and step; for whom, and why late. */
export function whyOf(item: MailItem, words: WordsOf): string[] {
  const { language } = words;
  return [...becauseOf(item, words), stepOf(item, words), ...lateness(item, language)];
}

/** Why it says something twice. */
export const repeatedWhy = (language: Language): string =>
  text(
    'Mailen er gentaget: vi kan ikke se, om den nåede frem første gang.',
    'This mail is repeated: we cannot see whether it arrived the first time.',
  )[language];

function becauseOf({ as, fallback, substituteFor, ...item }: MailItem, words: WordsOf): string[] {
  const { language, nameOf } = words;
  const committee = committeeOf(item, words);
  if (fallback) {
    const who = as.map((one) => vacantWords[one][language]).join(and[language]);
    return [
      text(
        `Mailen går til dig, fordi ${who} ikke kan nås eller ikke er registreret.`,
        `The mail goes to you because we cannot reach ${who}, or nobody is recorded.`,
      )[language],
    ];
  }
  const why = as.map((one) => functionWords[one](committee)[language]).join(and[language]);
  if (substituteFor.length === 0) return [text(`Fordi ${why}.`, `Because ${why}.`)[language]];
  const names = substituteFor.flatMap((id) => nameOf(id) ?? []).join(and[language]);
  const whom = names === '' ? text('en anden', 'somebody else')[language] : names;
  return [text(`Fordi du er stedfortræder for ${whom}.`, `Because you stand in for ${whom}.`)[language]];
}

/** The committee whose offices are told: the main one where what it is about names none. */
function committeeOf({ about }: Pick<MailItem, 'about'>, { reference, today }: WordsOf): string | undefined {
  const { meetings, organisation } = reference;
  const meeting = about.meetingId ? meetingOf(meetings, about.meetingId) : undefined;
  const main = mainCommittee(structureOn(organisation, today))?.committeeId;
  const committeeId = about.committeeId ?? meeting?.committeeId ?? main;
  return committeeId === undefined ? undefined : committeeName(organisation, committeeId);
}

/** `Mailen om »…« sendes 3 arbejdsdage før.` */
function stepOf({ kind, step, dueOn }: MailItem, { reference, today, language }: WordsOf): string {
  const steps = stepsOf(kind, reference.reminderSteps, today);
  const name = kindTexts[kind]?.name[language] ?? kind;
  if (isWeekly(steps, step))
    return text(
      `»${name}«: det kommer med i ugens første mail, indtil det er klaret.`,
      `“${name}”: it is included in the first mail of each week until it is settled.`,
    )[language];
  if (daysOfName(step).count === 0 && isToldAtOnce(kind))
    return text(`»${name}«: mailen sendes, når det sker.`, `“${name}”: the mail is sent when it happens.`)[language];
  const [when, on] = [stepText(steps, step, language), dayInProse(dueOn, language)];
  return text(`»${name}«: mailen sendes ${when}, ${on}.`, `“${name}”: the mail is sent ${when}, ${on}.`)[language];
}

/** Whether the product tells of a kind on the day itself because it came up then, and not because that is its deadline. */
const isToldAtOnce = (kind: string): boolean =>
  !kindTexts[kind]?.isDeadline && kindNamed(kind)!.steps.some(({ offset }) => offset.count === 0);

function lateness({ late, plannedLate, dueOn }: MailItem, language: Language): string[] {
  const on = dayInProse(dueOn, language);
  if (plannedLate)
    return [
      text(
        `Påmindelsen kommer først nu, fordi datoen blev kendt for sent til at sende den ${on}.`,
        `The reminder comes only now, because the date became known too late to send it on ${on}.`,
      )[language],
    ];
  if (!late) return [];
  return [
    text(
      `Påmindelsen skulle være sendt ${on} og kommer for sent.`,
      `The reminder should have been sent on ${on} and is late.`,
    )[language],
  ];
}
